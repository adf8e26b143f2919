package dev.roster.calcite.ledger;

import dev.roster.bindings.Field;
import dev.roster.calcite.procedure.Action;
import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.Resumption;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.write.ShownRequest;
import java.util.List;

/**
 * The procedure {@code roster.resume(request_key)}: sends what a statement recorded and did not
 * send, and answers with a row for each thing of that statement, as the ledger has it then.
 *
 * <p>What was under way when the statement's process ended is UNKNOWN and is not sent. Files and
 * secrets are not kept, so a write with one cannot be resumed; its row says so.
 *
 * <p>Errors: 02000 if nothing is recorded under the key, 0A000 with {@code ledger=none}, and those
 * of the procedures that it sends for.
 */
public final class ResumeProcedure {

  private ResumeProcedure() {}

  /** Returns the procedure. */
  public static Procedure<?> procedure(Resumption resumption) {
    return Procedure.own(
            "resume",
            "Sends what a statement recorded and did not send, because it was ended or its process"
                + " was, and shows all things of that statement. What may have been sent is not"
                + " sent again.",
            new Resume(resumption))
        .parameter(
            Parameter.of(
                    "request_key", Field.Kind.TEXT, "What names the statement in roster.ledger.")
                .mustBeGiven())
        .columns(EntryRows.COLUMNS)
        .build();
  }

  private record Resume(Resumption resumption) implements Action<EntryRows.Row> {

    @Override
    public List<EntryRows.Row> run(
        String where, Arguments arguments, StatementCalls calls, WriteAccess access) {
      Resumption.Resumed resumed = resumed(where, arguments, calls, access);
      return EntryRows.statement(where, arguments.requiredText("request_key"), access).stream()
          .map(entry -> new EntryRows.Row(entry, resumed.notSent().get(entry.id())))
          .toList();
    }

    @Override
    public List<ShownRequest.Row> show(
        String where, Arguments arguments, StatementCalls calls, WriteAccess access) {
      return resumed(where, arguments, calls, access).shown();
    }

    private Resumption.Resumed resumed(
        String where, Arguments arguments, StatementCalls calls, WriteAccess access) {
      String key = arguments.requiredText("request_key");
      return resumption.run(where, EntryRows.statement(where, key, access), calls, access);
    }
  }
}
