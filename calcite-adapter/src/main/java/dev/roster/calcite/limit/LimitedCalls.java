package dev.roster.calcite.limit;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation;
import dev.roster.bindings.Operation.Rate;
import dev.roster.calcite.statement.CallSender;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends the calls of a connection when the limits of its credential allow it; until then they wait.
 * The limits are those of all connections of this process that use the credential. What would have
 * to wait past the query time-out of its statement fails at once.
 */
public final class LimitedCalls implements CallSender {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  // More in a minute are spread over it: a provider does not like thousands at once.
  private static final int MOST_IN_A_WINDOW = 100;

  private final CallSender next;
  private final CredentialLimit limit;
  private final int mostUnderWay;
  private final @Nullable Integer requestsPerMinute;

  /**
   * Makes one.
   *
   * @param next what sends a call whose turn it is
   * @param credential whose limits count
   * @param mostUnderWay how many calls of the credential may be under way when one of this
   *     connection is, at least 1
   * @param requestsPerMinute how many requests of the credential may be sent in a minute when one
   *     of this connection is; 0 for any number, null for what the spec says of each operation
   */
  public LimitedCalls(
      CallSender next,
      CredentialId credential,
      int mostUnderWay,
      @Nullable Integer requestsPerMinute) {
    this.next = next;
    this.limit = CredentialLimit.of(credential);
    this.mostUnderWay = mostUnderWay;
    this.requestsPerMinute = requestsPerMinute;
  }

  @Override
  public int mostUnderWay() {
    return mostUnderWay;
  }

  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    Turn<T> turn = new Turn<>(call, next, limit, mostUnderWay, rate(call.operation()));
    limit.admit(turn);
    return turn;
  }

  private @Nullable Rate rate(Operation operation) {
    Integer given = requestsPerMinute;
    if (given == null) {
      return operation.rate();
    }
    if (given == 0) {
      return null;
    }
    return given <= MOST_IN_A_WINDOW
        ? new Rate(given, MINUTE)
        : new Rate(MOST_IN_A_WINDOW, MINUTE.multipliedBy(MOST_IN_A_WINDOW).dividedBy(given));
  }
}
