package dev.roster.calcite.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.SandboxEngine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A provider that takes 100 requests a second, and a statement that has more calls than that. */
class RateOnSandboxTest {

  private static final String OPERATION = "ownProfile.get";

  private static SandboxEngine limited(String... properties) throws SQLException {
    SandboxEngine engine = new SandboxEngine(properties);
    engine.sandbox.control().reset(1000);
    engine.sandbox.control().limit(OPERATION, 100, Duration.ofSeconds(1));
    return engine;
  }

  private static List<String> rows(SandboxEngine engine, int keys) throws SQLException {
    return engine.rows(
        IntStream.rangeClosed(1, keys)
            .mapToObj(i -> "'acc_linkedin_" + i + "'")
            .collect(
                Collectors.joining(
                    ", ",
                    "SELECT account_id FROM postpress.linkedin_profile WHERE account_id IN (",
                    ")")));
  }

  /** What it takes is printed; under load it may be anything, but never less than the rate. */
  @Test
  void aThousandCallsMeetNo429() throws SQLException {
    try (SandboxEngine engine = limited("requestsPerMinute=6000", "maxCallsPerStatement=0")) {
      long begun = System.nanoTime();
      assertThat(rows(engine, 1000)).hasSize(1000);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      System.out.printf(
          Locale.ROOT,
          "1000 calls at 100 a second: %d ms, %.3f of 10 s%n",
          took.toMillis(),
          took.toMillis() / 10_000.0);
      assertThat(engine.requests()).isEqualTo(Collections.nCopies(1000, OPERATION + " 200"));
      assertThat(took).isGreaterThan(Duration.ofSeconds(9));
    }
  }

  @Test
  void withoutARateTheProviderRefusesAndTheRowsComeAllTheSame() throws SQLException {
    try (SandboxEngine engine = limited("requestsPerMinute=0", "maxConcurrency=40")) {
      assertThat(rows(engine, 200)).hasSize(200);
      assertThat(engine.requests()).contains(OPERATION + " 429");
      assertThat(Collections.frequency(engine.requests(), OPERATION + " 200")).isEqualTo(200);
    }
  }
}
