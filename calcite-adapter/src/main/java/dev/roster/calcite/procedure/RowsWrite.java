package dev.roster.calcite.procedure;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.RowOutcome;
import dev.roster.calcite.table.TableWrite;
import dev.roster.calcite.write.Outcome;
import dev.roster.calcite.write.Result;
import dev.roster.calcite.write.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    Map<String, List<Integer>> byKey = new LinkedHashMap<>();
    List<I> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      all.add(item(rows.get(i)));
      String key = requestKeys.apply(rows.get(i));
      byKey.computeIfAbsent(key == null ? "" : key, any -> new ArrayList<>()).add(i);
    }
    @Nullable RowOutcome[] outcomes = new @Nullable RowOutcome[rows.size()];
    Statements statements = new Statements(calls);
    byKey.forEach(
        (key, numbers) -> {
          List<I> items = numbers.stream().map(all::get).toList();
          List<RowOutcome> results = statements.run(items, key.isEmpty() ? null : key);
          for (int i = 0; i < numbers.size(); i++) {
            outcomes[numbers.get(i)] = results.get(i);
          }
        });
    List<RowOutcome> inOrder = new ArrayList<>();
    for (RowOutcome outcome : outcomes) {
      inOrder.add(Objects.requireNonNull(outcome));
    }
    return inOrder;
  }

  /**
   * The runs of one execution, one a request key: what one did is not lost if a later one fails.
   */
  private final class Statements {

    // After these nobody waits for rows any more.
    private static final Set<SqlState> ENDED =
        Set.of(SqlState.CANCELLED, SqlState.TIMEOUT, SqlState.OUTCOME_UNKNOWN);

    private final StatementCalls calls;
    private boolean ran;
    private @Nullable SqlStateException end;

    Statements(StatementCalls calls) {
      this.calls = calls;
    }

    List<RowOutcome> run(List<I> items, @Nullable String key) {
      SqlStateException before = end;
      if (before != null) {
        return unsent(items, before);
      }
      try {
        List<Result<I>> results = access.run(procedure(), write, calls).run(items, key).results();
        ran = true;
        results.stream()
            .filter(result -> result.outcome() == Outcome.UNSENT)
            .findFirst()
            .ifPresent(result -> end = result.failure());
        return results.stream().map(RowsWrite::outcome).toList();
      } catch (SqlStateException failure) {
        if (!ran || ENDED.contains(failure.state())) {
          throw failure;
        }
        return unsent(items, failure);
      }
    }

    private List<RowOutcome> unsent(List<I> items, SqlStateException why) {
      return items.stream().map(item -> RowOutcome.failed(RowOutcome.State.UNSENT, why)).toList();
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

  private static RowOutcome outcome(Result<?> result) {
    if (result.isConfirmed()) {
      return result.repeated() ? RowOutcome.repeated() : RowOutcome.done();
    }
    SqlStateException failure = result.failure();
    return switch (result.outcome()) {
      case DRY_RUN -> RowOutcome.dryRun();
      case FAILED, REFUSED ->
          RowOutcome.failed(RowOutcome.State.FAILED, Objects.requireNonNull(failure));
      case UNSENT -> RowOutcome.failed(RowOutcome.State.UNSENT, Objects.requireNonNull(failure));
      default -> RowOutcome.failed(RowOutcome.State.UNKNOWN, Objects.requireNonNull(failure));
    };
  }
}
