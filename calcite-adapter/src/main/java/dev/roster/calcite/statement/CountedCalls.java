package dev.roster.calcite.statement;

import dev.roster.bindings.ApiCall;
import java.util.concurrent.CompletableFuture;

/**
 * Counts the calls of each statement, and ends a statement that would make more than it may. A read
 * that the cache answers is no call, and a call that is tried again is one.
 */
public final class CountedCalls implements CallSender {

  private final CallSender next;
  private final long most;

  /**
   * Makes one.
   *
   * @param most how many calls a statement may make; {@link CallBudget#UNBOUNDED} is no bound
   */
  public CountedCalls(CallSender next, long most) {
    this.next = next;
    this.most = most;
  }

  @Override
  public int mostUnderWay() {
    return next.mostUnderWay();
  }

  @Override
  public long mostCalls() {
    return most;
  }

  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    Caller caller = call.request().tag(Caller.class);
    if (caller != null && most != CallBudget.UNBOUNDED) {
      caller.statement().spend(call.operation(), most);
    }
    return next.send(call);
  }
}
