package dev.roster.calcite.limit;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.statement.CallSender;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the calls of a connection when the limits of its credential allow it; until then they wait.
 * The limits are those of all connections of this process that use the credential.
 */
public final class LimitedCalls implements CallSender {

  private final CallSender next;
  private final CredentialLimit limit;
  private final int mostUnderWay;

  /**
   * Makes one.
   *
   * @param next what sends a call whose turn it is
   * @param credential whose limits count
   * @param mostUnderWay how many calls of the credential may be under way when one of this
   *     connection is, at least 1
   */
  public LimitedCalls(CallSender next, CredentialId credential, int mostUnderWay) {
    this.next = next;
    this.limit = CredentialLimit.of(credential);
    this.mostUnderWay = mostUnderWay;
  }

  @Override
  public int mostUnderWay() {
    return mostUnderWay;
  }

  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    Turn<T> turn = new Turn<>(call, next, limit, mostUnderWay);
    limit.admit(turn);
    return turn;
  }
}
