package dev.roster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Connections in whose traces no secret may be found, and the secrets to look for. */
final class ShownSecrets implements AutoCloseable {

  private static final String CREDENTIALS =
      "linkedapiToken=linked_secret_1;connectsafelyKey=cs_secret_2;postpressKey=pp_secret_3";

  // In memory, and with a password of its own.
  private static final String LEDGER =
      "ledger='jdbc:h2:mem:shown_secrets;USER=shown;PASSWORD=ledger_secret_4'";

  private final Sandbox sandbox = Sandbox.start();
  private final EchoingServer server = new EchoingServer();

  ShownSecrets() throws IOException {}

  /** Returns URLs, some with a password after a blank. */
  String[] connections() throws IOException {
    List<String> all = new ArrayList<>();
    String urls =
        "linkedapiUrl="
            + sandbox.linkedapiUrl()
            + ";connectsafelyUrl="
            + sandbox.connectsafelyUrl()
            + ";postpressUrl="
            + sandbox.postpressUrl()
            + ";"
            + LEDGER;
    String credentials =
        "linkedapiToken=linked_sandbox;connectsafelyKey=cs_sandbox;postpressKey=pp_sandbox";
    all.add("jdbc:roster:writes=allow;" + urls + " " + credentials);
    all.add("jdbc:roster:" + urls + ";" + credentials);
    all.add("jdbc:roster:sandbox;writes=allow");
    // Credentials that are wrong.
    all.add("jdbc:roster:writes=allow;" + urls + " " + CREDENTIALS);
    for (String way : List.of("/html", "/cut", "/drift", "/redirect", "/empty")) {
      all.add("jdbc:roster:" + everywhere(server.url(way)) + ";" + CREDENTIALS);
    }
    all.add("jdbc:roster:" + everywhere("http://127.0.0.1:" + unusedPort()) + " " + CREDENTIALS);
    // What cannot even be read.
    all.add("jdbc:roster:" + CREDENTIALS + ";pp_secret_3;writes='" + " " + CREDENTIALS);
    all.add("jdbc:roster:postpressKey=pp_;secret_3=x");
    all.add("jdbc:roster:writes=allow&linkedapiToken=linked_secret_1");
    all.add("jdbc:roster: linked_secret_1");
    all.add("jdbc:roster: postpressKey=a;linked_secret_1=cs_secret_2");
    return all.toArray(new String[0]);
  }

  private static String everywhere(String url) {
    return "writes=allow;linkedapiUrl="
        + url
        + ";connectsafelyUrl="
        + url
        + ";postpressUrl="
        + url
        + ";"
        + LEDGER;
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Asserts that what was shown is all that is meant to be shown, and no secret. */
  void assertThatNoneIsIn(String shown) throws SQLException {
    // Otherwise nothing was looked at.
    for (String seen :
        List.of(
            "acc_",
            "failure 28000",
            "failure 08006",
            "failure 08001",
            "42000",
            "UNKNOWN_FIELD",
            "Left out: partial=true",
            "SENT",
            "log ",
            // Of roster.requests, roster.ledger and connectsafely.follow_invitations.
            "operation=accounts.regenerateIdentificationToken",
            "outcome=DRY_RUN",
            "procedure_name=linkedapi.regenerate_identification_token",
            "state=CONFIRMED",
            "state=FAILED",
            "state=UNKNOWN")) {
      assertThat(shown.contains(seen)).as("something of %s was shown", seen).isTrue();
    }
    for (String secret : secrets()) {
      assertThat(shown.contains(secret))
          .as(() -> secret + " in\n" + around(shown, secret))
          .isFalse();
    }
  }

  private static String around(String shown, String secret) {
    int at = shown.indexOf(secret);
    return shown.substring(Math.max(0, at - 1_500), Math.min(shown.length(), at + 500));
  }

  private List<String> secrets() throws SQLException {
    List<String> secrets =
        new ArrayList<>(
            List.of(
                "linked_sandbox",
                "cs_sandbox",
                "pp_sandbox",
                "linked_secret_1",
                "cs_secret_2",
                "secret_3",
                "ledger_secret_4"));
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:roster:revealSecrets=true;linkedapiToken=linked_sandbox;linkedapiUrl="
                    + sandbox.linkedapiUrl());
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select identification_token from linkedapi.accounts"
                        + " where identification_token is not null")) {
      while (rows.next()) {
        secrets.add(rows.getString(1));
      }
    }
    assertThat(secrets).hasSizeGreaterThan(10);
    return secrets;
  }

  @Override
  public void close() {
    server.close();
    sandbox.close();
  }
}
