package dev.roster.calcite.fake;

import dev.roster.bindings.Field;
import dev.roster.bindings.Operation;
import dev.roster.calcite.RosterSchema;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.procedure.WritePolicy;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.table.RowOutcome;
import dev.roster.calcite.table.RowOutcome.State;
import dev.roster.calcite.table.TableWrite;
import dev.roster.ledger.LedgerAccess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A provider with three tables that can be written, and a list of all that was asked of it. In a
 * row with the value {@code bad} the write is refused, with {@code lost} its answer is lost; what
 * repeats a row of the same run is not written again.
 */
public final class FakeWrites {

  /** A row of the invitations. */
  public record Invitation(String company, String urn, String status) {}

  /** A row of the profiles. */
  public record Profile(@Nullable String headline, String name) {}

  /** A row of the accounts. */
  public record Account(String id, String status) {}

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final WritePolicy policy;
  private final LedgerAccess ledger;
  private final boolean allowsIrreversible;
  private final boolean dryRun;

  /** Makes a provider of a connection with this policy. */
  public FakeWrites(
      WritePolicy policy, LedgerAccess ledger, boolean allowsIrreversible, boolean dryRun) {
    this.policy = policy;
    this.ledger = ledger;
    this.allowsIrreversible = allowsIrreversible;
    this.dryRun = dryRun;
  }

  /** Returns what was asked: reads by key, and of each run its rows; oldest first. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what was asked. */
  public void forget() {
    requests.clear();
  }

  /** Returns the tables under the name {@code w}; {@code defaultKeys} are those of the profiles. */
  public RosterSchema schema(String... defaultKeys) {
    return new RosterSchema(
        "w",
        List.of(invitations(), profiles(List.of(defaultKeys)), accounts()),
        List.of(),
        CallSender.DIRECT,
        new WriteAccess(policy, ledger));
  }

  private ApiTable<Invitation> invitations() {
    return ApiTable.<Invitation>named("invitations", "Who was invited.")
        .columns(
            Column.of(
                List.of(
                    Field.text("company_id", "The company.", Invitation::company),
                    Field.text("profile_urn", "Who.", Invitation::urn),
                    Field.<Invitation>text("account_id", "By whom.", any -> null).orNull(),
                    Field.text("status", "How it is.", Invitation::status))))
        .allRows(
            calls -> {
              requests.add("read invitations");
              return CompletableFuture.completedFuture(List.of(new Invitation("1", "u", "SENT")));
            })
        .inserts(
            List.of("company_id", "profile_urn"),
            new Write("w.invite", false, List.of("company_id", "profile_urn", "account_id")))
        .build();
  }

  private ApiTable<Profile> profiles(List<String> defaultKeys) {
    return ApiTable.<Profile>named("profiles", "One profile an account.")
        .column(Column.key("account_id", "Whose profile."))
        .columns(
            Column.of(
                List.of(
                    Field.<Profile>text("headline", "The headline.", Profile::headline).orNull(),
                    Field.text("name", "The name.", Profile::name),
                    Field.text("picture", "The picture.", Profile::name))))
        .primaryKey("account_id")
        .rowsByKey(
            "account_id",
            "acc_1",
            (calls, key) -> {
              requests.add("read profile " + key);
              return CompletableFuture.completedFuture(
                  List.of(
                      new Profile(key.equals("empty") ? null : "old of " + key, "name of " + key)));
            })
        .defaultKeys(defaultKeys, "postpressAccountIds")
        .updates(
            Map.of("picture", "w.set_picture"),
            new Write("w.edit", false, List.of("account_id", "headline")))
        .build();
  }

  private ApiTable<Account> accounts() {
    return ApiTable.<Account>named("accounts", "The accounts.")
        .columns(
            Column.of(
                List.of(
                    Field.text("id", "The id.", Account::id),
                    Field.text("status", "How it is.", Account::status))))
        .primaryKey("id")
        .allRows(
            calls ->
                calls.read(
                    new FakeCall<>(
                        FakeProvider.operation("getAll", true, false),
                        () -> {
                          requests.add("read accounts");
                          return CompletableFuture.completedFuture(
                              List.of(
                                  new Account("a", "active"),
                                  new Account("b", "active"),
                                  new Account("bad", "gone"),
                                  new Account("c", "gone")));
                        }),
                    ""))
        .deletes(new Write("w.disconnect", true, List.of("id")))
        .build();
  }

  /** Writes down what it is given. */
  private final class Write implements TableWrite {
    private final String procedure;
    private final boolean irreversible;
    private final List<String> columns;

    Write(String procedure, boolean irreversible, List<String> columns) {
      this.procedure = procedure;
      this.irreversible = irreversible;
      this.columns = columns;
    }

    @Override
    public Operation operation() {
      return FakeProvider.operation("write", false, false);
    }

    @Override
    public boolean isDryRun() {
      return false;
    }

    @Override
    public int mostRowsOfACall() {
      return 1;
    }

    @Override
    public String procedure() {
      return procedure;
    }

    @Override
    public List<String> columns() {
      return columns;
    }

    @Override
    public void checkAllowed() {
      if (policy.deniesWrites() || (irreversible && !allowsIrreversible)) {
        throw new SqlStateException(
            SqlState.WRITE_DENIED,
            procedure + (policy.deniesWrites() ? ": set writes" : ": set irreversible"));
      }
    }

    @Override
    public List<RowOutcome> run(List<@Nullable Object[]> rows, StatementCalls calls) {
      if (!dryRun) {
        requests.add(procedure + " " + rows.stream().map(Arrays::toString).toList());
      }
      Set<String> seen = new HashSet<>();
      List<RowOutcome> outcomes = new ArrayList<>();
      for (@Nullable Object[] row : rows) {
        outcomes.add(seen.add(Arrays.toString(row)) ? outcome(row) : RowOutcome.repeated());
      }
      return outcomes;
    }

    private RowOutcome outcome(@Nullable Object[] row) {
      String text = Arrays.toString(row);
      if (Arrays.asList(row).contains("bad")) {
        return RowOutcome.failed(
            State.FAILED,
            new SqlStateException(
                SqlState.INVALID_ARGUMENT, procedure + ": refused " + text, 422, null));
      }
      if (Arrays.asList(row).contains("lost")) {
        return RowOutcome.failed(
            State.UNKNOWN,
            new SqlStateException(
                SqlState.OUTCOME_UNKNOWN, procedure + ": nobody knows " + text, 500, null));
      }
      return dryRun ? RowOutcome.dryRun() : RowOutcome.done();
    }
  }
}
