package dev.roster.calcite.limit;

import dev.roster.bindings.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The time in which nothing is sent with a credential, because the provider asked for it: after a
 * 429, and after a 503 that says when to come back. The answer's {@code Retry-After} is obeyed, in
 * seconds or as a date; a 429 without one pauses for a second, then two, four and so on.
 *
 * <p>Times are those of {@link System#nanoTime}. Whoever uses it has to hold a lock.
 */
final class Pause {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 6;
  private static final double JITTER = 0.25;

  // What is longer cannot be told from never, and would not fit into nanoseconds at last.
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

  private @Nullable Long untilNanos;
  private int doublings;

  /** Returns whether an answer asks the caller to wait. */
  static boolean isAskedFor(@Nullable Throwable failure) {
    return failure instanceof ApiException answer
        && (answer.status() == 429
            || (answer.status() == 503 && retryAfter(answer.headers()) != null));
  }

  /** Returns when the pause is over; {@code now} if it is. */
  long end(long now) {
    Long until = untilNanos;
    return until == null ? now : Math.max(now, until);
  }

  /**
   * Takes note of how a request ended.
   *
   * @param sentNanos when it was sent
   * @param failure null if it succeeded
   */
  void answered(long sentNanos, @Nullable Throwable failure, long now) {
    // What was sent before the pause says nothing of how it is after it.
    Long before = untilNanos;
    boolean sentSince = before == null || sentNanos - before >= 0;
    if (failure instanceof ApiException answer && isAskedFor(failure)) {
      Duration asked = retryAfter(answer.headers());
      if (asked != null || sentSince) {
        long until = now + (asked == null ? next() : asked).toNanos();
        untilNanos = before == null ? until : Math.max(before, until);
      }
    } else if (failure == null && sentSince) {
      doublings = 0;
    }
  }

  private Duration next() {
    double factor = (1 << doublings) * (1 + JITTER * ThreadLocalRandom.current().nextDouble());
    doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
    return Duration.ofNanos((long) (FIRST.toNanos() * factor));
  }

  /** Returns how long an answer asks to wait; null if it does not say. */
  static @Nullable Duration retryAfter(Headers headers) {
    String value = headers.get("Retry-After");
    if (value == null) {
      return null;
    }
    if (SECONDS.matcher(value.strip()).matches()) {
      return bounded(Duration.ofSeconds(Long.parseLong(value.strip())));
    }
    Instant date = headers.getInstant("Retry-After");
    if (date == null) {
      return null;
    }
    // By the clock that wrote it, where the answer tells what that shows.
    Instant sent = headers.getInstant("Date");
    return bounded(Duration.between(sent == null ? Instant.now() : sent, date));
  }

  private static Duration bounded(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
