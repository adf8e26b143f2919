package dev.roster.integration;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** No credential and no identification token in anything that the driver shows. */
class NoSecretIsShownTest {

  @Test
  void neitherByTheDriverNorInItsLog() throws Exception {
    try (ShownSecrets secrets = new ShownSecrets()) {
      ByteArrayOutputStream shown = new ByteArrayOutputStream();
      WhatTheDriverShows.show(
          new PrintStream(shown, true, StandardCharsets.UTF_8), secrets.connections());
      secrets.assertThatNoneIsIn(shown.toString(StandardCharsets.UTF_8));
    }
  }
}
