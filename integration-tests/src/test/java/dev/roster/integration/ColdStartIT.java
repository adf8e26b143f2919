package dev.roster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.sandbox.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Connecting and reading all metadata in a process that has just begun. How long it took is printed
 * and not asserted: it is the machine's as much as the driver's.
 */
class ColdStartIT {

  @Test
  void asksNoProvider() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      long begin = System.nanoTime();
      DriverJar.Result result =
          DriverJar.run(
              ColdStartProgram.class,
              "jdbc:roster:linkedapiToken=linked_sandbox;connectsafelyKey=cs_sandbox"
                  + ";postpressKey=pp_sandbox;linkedapiUrl="
                  + sandbox.linkedapiUrl()
                  + ";connectsafelyUrl="
                  + sandbox.connectsafelyUrl()
                  + ";postpressUrl="
                  + sandbox.postpressUrl());
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      System.out.println("cold start with all metadata: " + took.toMillis() + " ms");
      assertThat(result.err()).isEmpty();
      assertThat(result.status()).isZero();
      assertThat(Integer.parseInt(result.out().get(0))).isGreaterThan(300);
      assertThat(sandbox.requests()).isEmpty();
    }
  }
}
