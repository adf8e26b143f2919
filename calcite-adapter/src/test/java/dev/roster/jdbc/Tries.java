package dev.roster.jdbc;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often a call is sent that always ends with the same failure: as design and docs say. */
final class Tries {

  private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

  // What OkHttp takes for a broken connection: it asks a proxy only for credentials.
  private static final int NO_ANSWER = 407;

  private Tries() {}

  /** Returns the number for an operation whose every answer has a status and an error type. */
  static int of(String operation, int status, @Nullable String type) {
    boolean passes =
        OperationStatements.reads(operation)
            ? PASSING.contains(status)
                || status == NO_ANSWER
                || (status == 500 && "errors/provider_error".equals(type))
            // Of the writes ConnectSafely's alone documents no 429.
            : status == 429 && !operation.equals("followInvitations.send");
    return passes ? 3 : 1;
  }
}
