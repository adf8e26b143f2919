package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.FormBody;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page behind a connection link. */
class ConnectionPageTest {

  private final Sandbox sandbox = Sandbox.start();
  private final TestClient client = new TestClient(sandbox);
  private final String link =
      client.linkedapi("createConnectionSession").result().get("connectionLink").asText();
  private final String session = link.substring(link.lastIndexOf('/') + 1);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void thePageShowsTheSessionAndWhereItCanGo() {
    Reply page = client.unchecked(new Request.Builder().url(link).build());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.headers().get("Content-Type")).startsWith("text/html");
    assertThat(page.text())
        .contains(
            session,
            "<strong>pending</strong>",
            "value=\"preparing\"",
            "value=\"success\"",
            "value=\"expired\"")
        .doesNotContain("value=\"cancelled\"");
    assertThat(client.sessionStatus(session)).isEqualTo("pending");
  }

  @Test
  void aButtonMovesTheSessionAndLeadsBackToThePage() {
    Reply moved = press("streaming", "US");
    assertThat(moved.status()).isEqualTo(303);
    assertThat(moved.headers().get("Location")).isEqualTo("/connection/" + session);
    assertThat(client.sessionStatus(session)).isEqualTo("streaming");

    press("success", "NL");
    assertThat(client.getAll().at("/accounts/12/countryCode").asText()).isEqualTo("NL");
    assertThat(client.unchecked(new Request.Builder().url(link).build()).text())
        .contains("The session is finished.")
        .doesNotContain("<button");
    assertThat(press("error", "NL").status()).isEqualTo(409);
  }

  @Test
  void anUnknownSessionHasNoPage() {
    for (String path : new String[] {"/connection/nothing", "/connection", "/connection/a/b"}) {
      assertThat(client.unchecked(TestClient.get(sandbox.controlUrl().resolve(path))).status())
          .isEqualTo(404);
    }
  }

  private Reply press(String status, String countryCode) {
    FormBody form =
        new FormBody.Builder().add("countryCode", countryCode).add("status", status).build();
    return client.unchecked(new Request.Builder().url(link).post(form).build());
  }
}
