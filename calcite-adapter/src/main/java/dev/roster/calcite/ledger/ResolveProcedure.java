package dev.roster.calcite.ledger;

import dev.roster.bindings.Field;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.procedure.Action;
import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.write.ShownRequest;
import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import java.util.List;

/**
 * The procedure {@code roster.resolve(request_key, outcome, item_key)}: records what a person found
 * out about things that are UNKNOWN, and answers with a row for each that changed. It calls no
 * provider.
 *
 * <p>What is resolved as FAILED may be sent again; what is resolved as CONFIRMED counts as done.
 *
 * <p>Errors: 02000 if nothing under the key is UNKNOWN, 0A000 with {@code ledger=none}, 25006 in a
 * dry run.
 */
public final class ResolveProcedure {

  private ResolveProcedure() {}

  /** Returns the procedure. */
  public static Procedure<?> procedure() {
    return Procedure.own(
            "resolve",
            "Settles what is UNKNOWN of a statement by a person's decision: CONFIRMED, it was done,"
                + " or FAILED, it was not, and may be sent again. It calls no provider.",
            new Resolve())
        .parameter(
            Parameter.of(
                    "request_key", Field.Kind.TEXT, "What names the statement in roster.ledger.")
                .mustBeGiven())
        .parameter(
            new Parameter(
                "outcome",
                Field.Kind.TEXT,
                true,
                List.of("CONFIRMED", "FAILED"),
                false,
                "What became of it."))
        .parameter(
            Parameter.of(
                "item_key",
                Field.Kind.TEXT,
                "Which thing of the statement; NULL for all that are UNKNOWN."))
        .columns(EntryRows.COLUMNS)
        .build();
  }

  private record Resolve() implements Action<EntryRows.Row> {

    @Override
    public List<EntryRows.Row> run(
        String where, Arguments arguments, StatementCalls calls, WriteAccess access) {
      if (access.policy().dryRun()) {
        throw refused(where);
      }
      String key = arguments.requiredText("request_key");
      EntryState outcome = EntryState.valueOf(arguments.requiredText("outcome"));
      EntryRows.statement(where, key, access);
      List<Entry> changed =
          EntryRows.from(
              where, access, ledger -> ledger.resolve(key, arguments.text("item_key"), outcome));
      if (changed.isEmpty()) {
        throw new SqlStateException(
            SqlState.NO_DATA,
            where + ": nothing of request_key '" + key + "' is UNKNOWN. See roster.ledger.");
      }
      return changed.stream().map(entry -> new EntryRows.Row(entry, null)).toList();
    }

    @Override
    public List<ShownRequest.Row> show(
        String where, Arguments arguments, StatementCalls calls, WriteAccess access) {
      throw refused(where);
    }

    private static SqlStateException refused(String where) {
      return new SqlStateException(
          SqlState.WRITE_DENIED,
          where + ": a dry run changes nothing in the ledger. Set the property writes=allow.");
    }
  }
}
