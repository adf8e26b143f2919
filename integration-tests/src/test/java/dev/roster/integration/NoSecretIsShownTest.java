package dev.roster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.connectsafely.ConnectSafelyClient;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.postpress.PostpressClient;
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

  @Test
  void norByTheClients() {
    assertThat(
            LinkedApiClient.builder().token("a_secret")
                + " "
                + LinkedApiClient.builder().token("a_secret").build()
                + ConnectSafelyClient.builder().apiKey("a_secret")
                + ConnectSafelyClient.builder().apiKey("a_secret").build()
                + PostpressClient.builder().apiKey("a_secret")
                + PostpressClient.builder().apiKey("a_secret").build())
        .doesNotContain("a_secret");
  }
}
