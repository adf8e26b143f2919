package dev.roster.calcite.statement;

import dev.roster.bindings.ApiCall;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sends each call as one of its provider's, for statements that call several. */
public final class SendersByProvider implements CallSender {

  private final Map<String, CallSender> senders;

  /**
   * Makes one.
   *
   * @param senders what sends the calls of each provider, by its id
   */
  public SendersByProvider(Map<String, CallSender> senders) {
    this.senders = Map.copyOf(senders);
  }

  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    return of(call).send(call);
  }

  @Override
  public <T> CompletableFuture<T> read(ApiCall<T> call, String key) {
    return of(call).read(call, key);
  }

  private CallSender of(ApiCall<?> call) {
    CallSender sender = senders.get(call.operation().provider());
    if (sender == null) {
      throw new IllegalStateException(call.operation().qualifiedName() + ": an unknown provider");
    }
    return sender;
  }
}
