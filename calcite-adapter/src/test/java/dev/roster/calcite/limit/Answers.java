package dev.roster.calcite.limit;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.Operation;
import java.io.IOException;
import java.util.List;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What a provider may answer, as a binding throws it. */
final class Answers {

  /** A read. */
  static final Operation READ = operation(true, 404);

  /** A write of a provider that documents a 429. */
  static final Operation WRITE = operation(false, 429);

  /** A write of a provider that documents none. */
  static final Operation UNDOCUMENTED = operation(false, 404);

  private Answers() {}

  private static Operation operation(boolean readOnly, int documented) {
    return new Operation(
        "fake",
        "id",
        "some.operation",
        "POST",
        "path",
        readOnly,
        false,
        "In short.",
        "At length.",
        "nowhere",
        null,
        null,
        new Operation.ErrorShape(Object.class, List.of("type"), List.of("message")),
        List.of(new Operation.Failure(documented, "type", "It went wrong.")));
  }

  /** A failure with headers, each a name and a value. */
  static ApiException failure(int status, String... headers) {
    return failure(READ, status, null, headers);
  }

  static ApiException failure(
      Operation operation, int status, @Nullable String type, String... headers) {
    return new ApiException(
        "it failed", operation, status, Headers.of(headers), type, "it failed", null, null);
  }

  static ApiTransportException lost(Operation operation, Kind kind, boolean mayHaveBeenSent) {
    return new ApiTransportException(
        "no answer", operation, kind, mayHaveBeenSent, new IOException("gone"));
  }
}
