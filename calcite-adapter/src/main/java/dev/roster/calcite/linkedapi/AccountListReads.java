package dev.roster.calcite.linkedapi;

import dev.roster.bindings.AnswerWithGaps;
import dev.roster.bindings.AnswerWithGaps.Gap;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.model.AccountList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A list of the answer of {@code accounts.getAll}, as a table reads it.
 *
 * @param table the table, with its schema
 * @param pointer where the list stands in the answer, as a JSON pointer
 */
record AccountListReads<M>(
    Supplier<LinkedApiClient> client,
    String table,
    String pointer,
    Function<AccountList, List<M>> items) {

  /**
   * Starts the read. An item that cannot be read fails it; with {@code partial=true} it is left
   * out, with a warning.
   */
  CompletableFuture<List<M>> read(StatementCalls calls) {
    return calls.partial()
        ? calls
            .read(client.get().getAll().withGaps(), "partial")
            .thenApply(answer -> withoutGaps(answer, calls))
        : calls.read(client.get().getAll(), "").thenApply(items);
  }

  private List<M> withoutGaps(AnswerWithGaps<AccountList> answer, StatementCalls calls) {
    for (Gap gap : answer.gaps()) {
      if (gap.item().startsWith(pointer + "/")) {
        calls.leaveOut(failure(gap));
      }
    }
    return items.apply(answer.model());
  }

  private SqlStateException failure(Gap gap) {
    String item = gap.id() == null ? "an item without a readable id" : "id '" + gap.id() + "'";
    return new SqlStateException(
        SqlState.CONNECTION_FAILED,
        table
            + ", "
            + item
            + ": linkedapi accounts.getAll: 200, but "
            + gap.pointer()
            + " cannot be read: "
            + gap.reason()
            + ".",
        200,
        null);
  }
}
