package dev.roster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code ./roster} does, on the jar that was just built. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FrontDoorIT {

  @Test
  void printsTheRowsOfOneStatement() throws Exception {
    RosterScript.Result result =
        RosterScript.run(
            "sql",
            "-e",
            "select status, count(*) as accounts from linkedapi.accounts group by status"
                + " order by status",
            "--format",
            "csv");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo("status,accounts\r\nactive,8\r\nfrozen,2\r\nreconnection_required,2\r\n");
    assertThat(result.status()).isZero();
  }

  @Test
  void failsWithOneClearLineAndAStatusWhenAStatementFails() throws Exception {
    RosterScript.Result result =
        RosterScript.run("sql", "-e", "select * from postpress.own_profile");
    assertThat(result.status()).isNotZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("postpress.own_profile", "account_id", "[42000]");
  }

  @Test
  void saysWhichPropertyToSetWhenAWriteIsDenied() throws Exception {
    RosterScript.Result result =
        RosterScript.run("sql", "-e", "call linkedapi.create_connection_session()");
    assertThat(result.status()).isNotZero();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("writes=allow", "[25006]");
  }

  @Test
  void showsTheMainJobInTheDemonstration() throws Exception {
    RosterScript.Result result = RosterScript.run("demo");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("FROM linkedapi.accounts", "reconnection_required", "Building Roster", "SENT");
  }

  @Test
  void servesTheSandboxOnItsOwn() throws Exception {
    Process process = RosterScript.start("sandbox", "--port", "0");
    try (BufferedReader out = process.inputReader()) {
      List<String> lines = new ArrayList<>();
      String line;
      do {
        line = out.readLine();
        assertThat(line).as("the sandbox ended after %s", lines).isNotNull();
        lines.add(line);
      } while (!line.equals("ready"));
      assertThat(lines).anyMatch(each -> each.contains("linked_sandbox"));
      assertThat(lines).anyMatch(each -> each.contains("cs_sandbox"));
      assertThat(lines).anyMatch(each -> each.contains("pp_sandbox"));

      String first = lines.get(0);
      URI base = URI.create(first.substring(first.indexOf("http")).split("\\s", 2)[0]);
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(base.resolve("/sandbox/accounts")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).contains("acc_linkedin_1");
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void saysHowItIsUsedWhenTheCommandIsUnknown() throws Exception {
    RosterScript.Result result = RosterScript.run("dance");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("dance", "usage:");
  }
}
