package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RandomFaultsTest {

  private static final String ADA = "acc_linkedin_1";
  private static final Fault UNAVAILABLE = Fault.on("ownProfile.get").status(503);
  private static final Fault SLOW_DOWN =
      Fault.on("ownProfile.get").status(429).retryAfter(Duration.ofSeconds(3));

  private final Sandbox sandbox = Sandbox.start();
  private final TestClient client = new TestClient(sandbox);
  private final Control control = sandbox.control();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void soManyOfAHundredCallsAreHitByOneOfTheFaults() {
    control.randomFaults(random(1, 30, UNAVAILABLE, UNAVAILABLE, SLOW_DOWN));
    List<Integer> statuses = statuses(400);
    assertThat(statuses).containsOnly(200, 503, 429);
    assertThat(statuses).filteredOn(status -> status != 200).hasSizeBetween(90, 150);
    assertThat(statuses).filteredOn(status -> status == 429).hasSizeBetween(20, 60);
  }

  @Test
  void theSameSeedBringsTheSameFaults() {
    control.randomFaults(random(5, 50, UNAVAILABLE, SLOW_DOWN));
    List<Integer> first = statuses(50);
    control.randomFaults(random(5, 50, UNAVAILABLE, SLOW_DOWN));
    assertThat(statuses(50)).isEqualTo(first);
    control.randomFaults(random(6, 50, UNAVAILABLE, SLOW_DOWN));
    assertThat(statuses(50)).isNotEqualTo(first);
  }

  @Test
  void operationsWithoutAFaultOfTheirOwnAreNotHit() {
    control.randomFaults(random(1, 100, UNAVAILABLE));
    assertThat(client.getAll().has("accounts")).isTrue();
    assertThat(client.profile(ADA).status()).isEqualTo(503);
  }

  @Test
  void aFaultThatWaitsForItsCallComesFirst() {
    control.randomFaults(random(1, 100, UNAVAILABLE));
    control.fault(SLOW_DOWN);
    assertThat(statuses(2)).containsExactly(429, 503);
  }

  @Test
  void answersAreHeldBackForARandomTime() {
    control.randomFaults(new RandomFaults(1, 0, Duration.ofMillis(40), List.of(UNAVAILABLE)));
    long start = System.nanoTime();
    assertThat(statuses(20)).containsOnly(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThan(Duration.ofMillis(20 * 40 / 4));
  }

  @Test
  void clearedRandomFaultsDoNotHappen() {
    control.randomFaults(random(1, 100, UNAVAILABLE));
    control.clearFaults();
    assertThat(statuses(1)).containsExactly(200);
  }

  @Test
  void impossibleRandomFaultsAreRefused() {
    for (Runnable wrong :
        List.<Runnable>of(
            () -> random(1, -1, UNAVAILABLE),
            () -> random(1, 101, UNAVAILABLE),
            () -> random(1, 1),
            () -> new RandomFaults(1, 1, Duration.ofMillis(-1), List.of(UNAVAILABLE)))) {
      assertThatIllegalArgumentException().isThrownBy(wrong::run);
    }
  }

  private static RandomFaults random(long seed, int percent, Fault... faults) {
    return new RandomFaults(seed, percent, Duration.ZERO, List.of(faults));
  }

  private List<Integer> statuses(int calls) {
    return Stream.generate(() -> client.profile(ADA).status()).limit(calls).toList();
  }
}
