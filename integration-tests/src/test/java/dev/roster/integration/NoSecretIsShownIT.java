package dev.roster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * As {@link NoSecretIsShownTest}, with the driver jar alone in a process of its own: there the log
 * of all its libraries goes to {@code java.util.logging}.
 */
class NoSecretIsShownIT {

  @Test
  void byTheDriverJar() throws Exception {
    try (ShownSecrets secrets = new ShownSecrets()) {
      DriverJar.Result result = DriverJar.run(WhatTheDriverShows.class, secrets.connections());
      assertThat(result.status()).as("%s", result.err()).isZero();
      String shown = String.join("\n", result.out()) + String.join("\n", result.err());
      assertThat(shown.contains("log dev.roster.shaded.")).as("a library logged").isTrue();
      assertThat(shown.contains("log dev.roster.shaded.")).isTrue();
      secrets.assertThatNoneIsIn(shown);
    }
  }
}
