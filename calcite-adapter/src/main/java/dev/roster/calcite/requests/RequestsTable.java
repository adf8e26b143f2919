package dev.roster.calcite.requests;

import dev.roster.bindings.Field;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code roster.requests}: one row a request of this process, of whichever connection,
 * that is still in the log; newest last. Reading it calls nobody.
 */
public final class RequestsTable {

  private static final List<Field<LoggedRequest>> FIELDS =
      List.of(
          Field.integer(
              "number", "Its number since the process began, from 1.", LoggedRequest::number),
          Field.instant(
              "requested_at",
              "When it began, by the clock of this machine.",
              LoggedRequest::requestedAt),
          Field.text("provider", "The provider's id.", request -> request.operation().provider()),
          Field.text(
              "operation",
              "The provider's own name of the operation.",
              request -> request.operation().name()),
          Field.text("http_method", "The HTTP method.", LoggedRequest::method),
          Field.text("url", "The whole URL; a secret in it is masked.", LoggedRequest::url),
          Field.bool(
              "writes",
              "Whether it changes something at the provider.",
              request -> !request.operation().readOnly()),
          Field.integer(
              "attempt",
              "The how manieth request of its call it is, from 1: a call whose failure may pass is"
                  + " sent three times at most, a write only where it surely was not done.",
              request -> (long) request.attempt()),
          Field.text(
              "outcome",
              "How it ended: " + RequestOutcome.meanings() + ".",
              request -> request.outcome().name()),
          whole(
              "http_status",
              "The HTTP status of the answer; NULL where there is none.",
              LoggedRequest::status),
          text(
              "error",
              "Why it is no success, in the words of the statement's failure; NULL if it is one.",
              LoggedRequest::error),
          whole(
              "duration_ms",
              "Milliseconds from its begin, connecting included, to the end of the answer; NULL"
                  + " while it is under way, and where it is not sent.",
              request -> millis(request.duration())),
          whole(
              "bytes_sent",
              "Bytes of its body, headers not counted; NULL where nothing left this process.",
              LoggedRequest::bytesSent),
          whole(
              "bytes_received",
              "Bytes of the answer's body as they came, headers not counted; NULL where it did not"
                  + " come whole.",
              LoggedRequest::bytesReceived),
          whole(
              "age_ms",
              "Milliseconds since the answer came that a read had from the cache (CACHED); else"
                  + " NULL.",
              request -> millis(request.age())),
          Field.integer(
              "saved_calls",
              "How many reads of other statements took its answer, of which each has a row too"
                  + " (CACHED, SHARED).",
              LoggedRequest::savedCalls),
          text(
              "request_key",
              "Of a write, the key of its statement in roster.ledger; NULL in a read.",
              request -> key(request, WriteKey::requestKey)),
          text(
              "item_key",
              "Of a write that does one thing, the key of that thing in roster.ledger; else NULL.",
              request -> key(request, WriteKey::itemKey)),
          text(
              "idempotency_key",
              "The header Idempotency-Key; NULL where it is not sent.",
              LoggedRequest::idempotencyKey),
          text(
              "headers",
              "Of a dry run, the headers, each a line; secrets are masked. Else NULL.",
              request -> text(request, RequestText::headers)),
          text(
              "body",
              "Of a dry run, the body; a form as a JSON list of its parts, with length and SHA-256"
                  + " in place of a file. Else NULL, and where there is none.",
              request -> text(request, RequestText::body)));

  private RequestsTable() {}

  /** Returns the table. */
  public static ApiTable<?> table() {
    return ApiTable.<LoggedRequest>named(
            "requests",
            "The last "
                + RequestLog.CAPACITY
                + " HTTP requests of this process, those of all its connections, newest last; those"
                + " that a dry run would have sent too; and as many reads that the cache has"
                + " answered. Kept in memory, without secrets.")
        .columns(Column.of(FIELDS))
        .primaryKey("number")
        .systemTable()
        .allRows(calls -> CompletableFuture.completedFuture(RequestLog.PROCESS.requests()))
        .build();
  }

  private static Field<LoggedRequest> text(
      String name, String remarks, Function<LoggedRequest, @Nullable String> value) {
    return Field.<LoggedRequest>text(name, remarks, value).orNull();
  }

  private static Field<LoggedRequest> whole(
      String name, String remarks, Function<LoggedRequest, ? extends @Nullable Number> value) {
    return Field.<LoggedRequest>integer(
            name,
            remarks,
            request -> {
              Number number = value.apply(request);
              return number == null ? null : (Long) number.longValue();
            })
        .orNull();
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : (Long) duration.toMillis();
  }

  private static @Nullable String key(
      LoggedRequest request, Function<WriteKey, @Nullable String> part) {
    WriteKey key = request.key();
    return key == null ? null : part.apply(key);
  }

  private static @Nullable String text(
      LoggedRequest request, Function<RequestText, @Nullable String> part) {
    RequestText text = request.text();
    return text == null ? null : part.apply(text);
  }
}
