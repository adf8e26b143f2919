package dev.roster.calcite.procedure;

import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.write.ShownRequest;
import dev.roster.calcite.write.Write;
import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import dev.roster.ledger.Intent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends what statements recorded and did not send, from the arguments in the ledger. */
public final class Resumption {

  private final Map<String, Procedure<?>> procedures;

  /**
   * Makes one.
   *
   * @param procedures those of the connection, by schema and name
   */
  public Resumption(Map<String, Procedure<?>> procedures) {
    this.procedures = procedures;
  }

  /**
   * What was done.
   *
   * @param notSent why an entry cannot be sent from here, by its id
   * @param shown in a dry run the requests
   */
  public record Resumed(Map<Long, String> notSent, List<ShownRequest.Row> shown) {}

  /**
   * Sends those of the entries that are still planned.
   *
   * @throws dev.roster.calcite.error.SqlStateException 25006 or 42000 if the connection must not
   *     run one of their procedures, before anything is sent; else as the procedures throw
   */
  public Resumed run(String where, List<Entry> entries, StatementCalls calls, WriteAccess access) {
    Map<Long, String> notSent = new LinkedHashMap<>();
    Map<Write<?, ?>, List<Entry>> byWrite = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.state() == EntryState.PLANNED) {
        Procedure<?> procedure = procedures.get(entry.procedure());
        Write<?, ?> write = procedure == null ? null : procedure.write();
        String reason = reason(entry, write);
        if (procedure == null || write == null || reason != null) {
          notSent.put(entry.id(), String.valueOf(reason));
        } else {
          access.policy().check(entry.procedure(), procedure);
          byWrite.computeIfAbsent(write, any -> new ArrayList<>()).add(entry);
        }
      }
    }
    List<ShownRequest.Row> shown = new ArrayList<>();
    byWrite.forEach(
        (write, planned) -> shown.addAll(access.run(where, write, calls).resume(planned).shown()));
    return new Resumed(notSent, shown);
  }

  private static @Nullable String reason(Entry entry, @Nullable Write<?, ?> write) {
    if (write == null) {
      return "This version has no procedure " + entry.procedure() + ".";
    }
    if (entry.arguments() == null) {
      return "Its arguments hold a file or a secret, which is not kept. Run its statement again.";
    }
    if (!write.baseUrl().equals(entry.baseUrl())) {
      return "It was meant for " + entry.baseUrl() + ". Connect to that provider to send it.";
    }
    return isOfAnotherCredential(entry, entry.arguments(), write)
        ? "It was meant for the default account of another API key. Connect with that key to send"
            + " it."
        : null;
  }

  // The hash of what waits for its account holds the credential that decides which one it is.
  private static <I> boolean isOfAnotherCredential(
      Entry entry, String arguments, Write<I, ?> write) {
    Intent now = write.intent(write.item(arguments), true);
    return entry.account() == null && now.credential() != null && !now.hash().equals(entry.hash());
  }
}
