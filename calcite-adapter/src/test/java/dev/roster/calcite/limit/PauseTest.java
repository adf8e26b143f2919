package dev.roster.calcite.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a credential pauses. */
class PauseTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Pause pause = new Pause();

  private long lengthAfter(long sentNanos, long now, String... headers) {
    pause.answered(sentNanos, Answers.failure(429, headers), now);
    return pause.end(now) - now;
  }

  private static @Nullable Duration asked(String... headers) {
    return Pause.retryAfter(Headers.of(headers));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "' 90 ', 90", "999999999999999999, 31536000"})
  void retryAfterIsASpanOfSeconds(String value, long seconds) {
    assertThat(asked("Retry-After", value)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void orADateByTheClockOfTheProvider() {
    assertThat(
            asked(
                "Date", "Sat, 01 Jan 2022 10:00:00 GMT",
                "Retry-After", "Sat, 01 Jan 2022 10:02:30 GMT"))
        .isEqualTo(Duration.ofSeconds(150));
    assertThat(
            asked(
                "Date", "Sat, 01 Jan 2022 10:00:00 GMT",
                "Retry-After", "Sat, 01 Jan 2022 09:00:00 GMT"))
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void withoutAClockOfTheProviderByThisOne() {
    String inTenMinutes =
        new Headers.Builder()
            .add("Retry-After", Instant.now().plusSeconds(600))
            .build()
            .get("Retry-After");
    assertThat(asked("Retry-After", String.valueOf(inTenMinutes)))
        .isBetween(Duration.ofSeconds(590), Duration.ofSeconds(600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "9999999999999999999"})
  void whatIsNeitherSaysNothing(String value) {
    assertThat(asked("Retry-After", value)).isNull();
    assertThat(asked()).isNull();
  }

  @Test
  void withoutItEachPauseIsTwiceTheLastOneUpToAMinuteOrSo() {
    long now = 5;
    for (int doubling = 0; doubling < 10; doubling++) {
      long length = lengthAfter(now, now);
      long least = SECOND << Math.min(doubling, 6);
      assertThat(length).isBetween(least, least + least / 4);
      now += length;
    }
  }

  @Test
  void callsThatWereUnderWayTogetherPauseOnce() {
    long first = lengthAfter(0, 10);
    assertThat(lengthAfter(1, 10)).isEqualTo(first);
    assertThat(lengthAfter(2, 10)).isEqualTo(first);
  }

  @Test
  void theLongerOneOfTwoCounts() {
    assertThat(lengthAfter(0, 10, "Retry-After", "9")).isEqualTo(9 * SECOND);
    assertThat(lengthAfter(0, 10, "Retry-After", "3")).isEqualTo(9 * SECOND);
    assertThat(lengthAfter(0, 10, "Retry-After", "12")).isEqualTo(12 * SECOND);
  }

  @Test
  void aSuccessAfterItBeginsAnew() {
    long now = lengthAfter(0, 0);
    now += lengthAfter(now, now);
    pause.answered(now + 1, null, now + 2);
    assertThat(lengthAfter(now + 3, now + 3)).isBetween(SECOND, SECOND + SECOND / 4);
  }
}
