package dev.roster.calcite.limit;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.spi.DefaultScheduledFuture;
import dev.failsafe.spi.Scheduler;
import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.calcite.error.AnswerState;
import dev.roster.calcite.statement.Attempt;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.Caller;
import dev.roster.calcite.statement.Held;
import dev.roster.calcite.statement.WakeUps;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends a call again whose failure may be for a moment only, three times in all. A read where the
 * provider was busy or out of order, or no whole answer came; a write only where it surely was not
 * done: its connection was never opened, or it met a 429 that the provider documents.
 */
public final class Retries implements CallSender {

  private static final int MOST_TRIES = 3;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
  private static final Duration LONGEST_BACKOFF = Duration.ofMillis(400);
  private static final double JITTER = 0.25;

  // The pause of the credential holds it back; but not on the thread that brought the answer.
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration AS_BACKOFF = Duration.ofNanos(-1);

  private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

  // The first try on the thread that asks for it, so that calls keep their order.
  private static final Scheduler SCHEDULER =
      (work, delay, unit) -> {
        if (delay > 0) {
          return WakeUps.THREAD.schedule(work, delay, unit);
        }
        try {
          work.call();
        } catch (Exception impossible) {
          throw new IllegalStateException(impossible);
        }
        return done();
      };

  private final CallSender next;

  /**
   * Makes one.
   *
   * @param next what sends each try, as a call of its own
   */
  public Retries(CallSender next) {
    this.next = next;
  }

  private static ScheduledFuture<?> done() {
    return new DefaultScheduledFuture<>();
  }

  @Override
  public int mostUnderWay() {
    return next.mostUnderWay();
  }

  @Override
  public <T> CompletableFuture<T> send(ApiCall<T> call) {
    RetryPolicy<T> policy =
        RetryPolicy.<T>builder()
            .handleIf((answer, failure) -> isWorthAnother(call, failure))
            .withMaxAttempts(MOST_TRIES)
            .withBackoff(FIRST_BACKOFF, LONGEST_BACKOFF)
            .withJitter(JITTER)
            .withDelayFn(tried -> Pause.isAskedFor(tried.getLastException()) ? AT_ONCE : AS_BACKOFF)
            .build();
    return Failsafe.with(policy)
        .with(SCHEDULER)
        .getStageAsync(
            tries ->
                next.send(
                    call.copy().tagged(Attempt.class, new Attempt(tries.getAttemptCount() + 1))));
  }

  private static boolean isWorthAnother(ApiCall<?> call, @Nullable Throwable failure) {
    if (failure == null || !mayRepeat(call, failure) || isTooLate(call, failure)) {
      return false;
    }
    Held held = call.request().tag(Held.class);
    if (held != null) {
      held.hold();
    }
    return true;
  }

  private static boolean mayRepeat(ApiCall<?> call, Throwable failure) {
    if (failure instanceof ApiTransportException lost
        && lost.kind() == ApiTransportException.Kind.CANCELLED) {
      return false;
    }
    if (call.operation().readOnly()) {
      return failure instanceof ApiTransportException
          || (failure instanceof ApiException answer && isPassing(answer));
    }
    AnswerState state = AnswerState.of(failure);
    return state == AnswerState.NEVER_LEFT || state == AnswerState.DOCUMENTED_RATE;
  }

  private static boolean isPassing(ApiException answer) {
    if (answer instanceof UnreadableAnswerException) {
      return false;
    }
    return PASSING.contains(answer.status())
        || (answer.status() == 500 && "errors/provider_error".equals(answer.errorType()));
  }

  // A pause that lasts too long is the limit's to tell, which knows how long.
  private static boolean isTooLate(ApiCall<?> call, Throwable failure) {
    Caller caller = call.request().tag(Caller.class);
    if (caller == null) {
      return false;
    }
    Long deadline = caller.deadlineNanos();
    return caller.ended().getAsBoolean()
        || (deadline != null
            && !Pause.isAskedFor(failure)
            && deadline - System.nanoTime() < 2 * LONGEST_BACKOFF.toNanos());
  }
}
