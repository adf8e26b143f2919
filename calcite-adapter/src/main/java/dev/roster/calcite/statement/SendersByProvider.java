package dev.roster.calcite.statement;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

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

  @Override
  public long mostCalls() {
    return senders.values().stream()
        .mapToLong(CallSender::mostCalls)
        .min()
        .orElse(CallBudget.UNBOUNDED);
  }

  @Override
  public @Nullable Duration age(Operation operation, String key) {
    return of(operation.provider()).age(operation, key);
  }

  @Override
  public void forget(Changes changes) {
    of(changes.provider()).forget(changes);
  }

  private CallSender of(ApiCall<?> call) {
    return of(call.operation().provider());
  }

  private CallSender of(String provider) {
    CallSender sender = senders.get(provider);
    if (sender == null) {
      throw new IllegalStateException(provider + ": an unknown provider");
    }
    return sender;
  }
}
