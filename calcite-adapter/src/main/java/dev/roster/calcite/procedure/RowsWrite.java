package dev.roster.calcite.procedure;

import dev.roster.bindings.Operation;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.RowOutcome;
import dev.roster.calcite.table.TableWrite;
import dev.roster.calcite.write.Done;
import dev.roster.calcite.write.Result;
import dev.roster.calcite.write.Write;
import dev.roster.ledger.Ledger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of INSERT, UPDATE or DELETE as things that a procedure does: each row is one.
 *
 * @param <I> what is given for one thing
 */
public final class RowsWrite<I> implements TableWrite {

  private final Procedure<Result<I>> procedure;
  private final Write<I, ?> write;
  private final List<String> columns;
  private final Function<@Nullable Object[], I> items;
  private final Function<@Nullable Object[], @Nullable String> requestKeys;
  private final WriteAccess access;

  /**
   * Makes one.
   *
   * @param columns what a row holds, in order
   * @param items makes a thing of a row; throws what is wrong with the row
   * @param requestKeys gives the request key that a row has, or null
   */
  public RowsWrite(
      Procedure<Result<I>> procedure,
      Write<I, ?> write,
      List<String> columns,
      Function<@Nullable Object[], I> items,
      Function<@Nullable Object[], @Nullable String> requestKeys,
      WriteAccess access) {
    this.procedure = procedure;
    this.write = write;
    this.columns = List.copyOf(columns);
    this.items = items;
    this.requestKeys = requestKeys;
    this.access = access;
  }

  /**
   * Returns one whose rows are arguments of a procedure that does one thing. A NULL is refused: to
   * a procedure it means that nothing is changed.
   *
   * @param parameters the parameter that each column gives, by the column, in order
   */
  public static RowsWrite<Arguments> of(
      Procedure<Result<Arguments>> procedure, Map<String, String> parameters, WriteAccess access) {
    if (!(procedure.action() instanceof Action.Writing<?> writing)
        || !(writing.write() instanceof SingleWrite<?> single)) {
      throw new IllegalArgumentException(procedure + " does not do one thing in one request");
    }
    List<String> columns = List.copyOf(parameters.keySet());
    List<String> names = new ArrayList<>(parameters.values());
    return new RowsWrite<>(
        procedure,
        single.eachOfAnAccount(),
        columns,
        row -> single.item(columns, names, row),
        row -> null,
        access);
  }

  @Override
  public String procedure() {
    return write.procedure();
  }

  @Override
  public Operation operation() {
    return Objects.requireNonNull(procedure.operation());
  }

  @Override
  public boolean isDryRun() {
    return access.policy().dryRun();
  }

  @Override
  public int mostRowsOfACall() {
    return write.most();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void checkAllowed() {
    access.policy().check(procedure(), procedure);
  }

  @Override
  public List<RowOutcome> run(List<@Nullable Object[]> rows, StatementCalls calls) {
    checkAllowed();
    Map<Optional<String>, List<Integer>> byKey = new LinkedHashMap<>();
    List<I> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      all.add(item(rows.get(i)));
      Optional<String> key = Optional.ofNullable(requestKeys.apply(rows.get(i)));
      byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
    }
    Statements statements = new Statements(rows.size(), access.ledger(procedure()), calls);
    byKey.forEach(
        (key, numbers) ->
            statements.run(key.orElse(null), numbers, numbers.stream().map(all::get).toList()));
    return statements.outcomes();
  }

  /**
   * The rows of one statement by their request keys, each a statement of its own in the ledger. One
   * that fails as a whole does not hide what those before it did.
   */
  private final class Statements {

    private final @Nullable RowOutcome[] outcomes;
    private final Ledger ledger;
    private final StatementCalls calls;
    private final Set<List<String>> told = new HashSet<>();
    private boolean began;
    private @Nullable SqlStateException end;

    Statements(int rows, Ledger ledger, StatementCalls calls) {
      this.outcomes = new @Nullable RowOutcome[rows];
      this.ledger = ledger;
      this.calls = calls;
    }

    void run(@Nullable String key, List<Integer> numbers, List<I> items) {
      SqlStateException unsent = end;
      if (unsent != null) {
        tell(numbers, RowOutcome.failed(RowOutcome.State.UNSENT, unsent));
        return;
      }
      try {
        Done<I> done = access.run(procedure(), write, ledger, calls).run(items, key);
        for (int i = 0; i < numbers.size(); i++) {
          outcomes[numbers.get(i)] = outcome(done.results().get(i));
        }
        end = done.ended();
      } catch (SqlStateException failed) {
        if (!began) {
          throw failed;
        }
        // An argument that is refused says nothing of the others; anything else ends them, too.
        boolean refused = failed.state() == SqlState.INVALID_ARGUMENT;
        tell(
            numbers,
            RowOutcome.failed(
                refused ? RowOutcome.State.FAILED : RowOutcome.State.UNKNOWN, failed));
        end = refused ? null : Done.unsent(failed);
      }
      began = true;
    }

    private void tell(List<Integer> numbers, RowOutcome outcome) {
      numbers.forEach(number -> outcomes[number] = outcome);
    }

    private RowOutcome outcome(Result<?> result) {
      SqlStateException failure = result.failure();
      return switch (result.outcome()) {
        case CONFIRMED, ALREADY_CONFIRMED -> confirmed(result);
        case DRY_RUN -> RowOutcome.dryRun();
        case FAILED, REFUSED ->
            RowOutcome.failed(RowOutcome.State.FAILED, Objects.requireNonNull(failure));
        case UNSENT -> RowOutcome.failed(RowOutcome.State.UNSENT, Objects.requireNonNull(failure));
        case UNKNOWN, BEING_SENT ->
            RowOutcome.failed(RowOutcome.State.UNKNOWN, Objects.requireNonNull(failure));
      };
    }

    // A thing counts once, whatever keys its rows have; in a dry run nothing does.
    private RowOutcome confirmed(Result<?> result) {
      boolean first = told.add(List.of(result.requestKey(), result.itemKey()));
      if (access.policy().dryRun()) {
        return RowOutcome.dryRun();
      }
      return first && !result.repeated() ? RowOutcome.done() : RowOutcome.repeated();
    }

    List<RowOutcome> outcomes() {
      return Arrays.stream(outcomes).<RowOutcome>map(Objects::requireNonNull).toList();
    }
  }

  private I item(@Nullable Object[] row) {
    try {
      return items.apply(row);
    } catch (IllegalArgumentException brokenRule) {
      throw new SqlStateException(
          SqlState.INVALID_ARGUMENT, procedure() + ": " + brokenRule.getMessage(), 0, brokenRule);
    }
  }
}
