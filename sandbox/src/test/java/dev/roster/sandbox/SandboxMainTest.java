package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox as a program of its own. */
class SandboxMainTest {

  @Test
  void itPrintsUrlsAndCredentialsThenReadyAndStaysWithoutInput() throws Exception {
    Process process = start("--port", "0", "--accounts", "3");
    try {
      process.getOutputStream().close();
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      List<String> lines = new ArrayList<>();
      String line = output.readLine();
      while (line != null && !line.equals("ready")) {
        lines.add(line);
        line = output.readLine();
      }
      assertThat(line).isEqualTo("ready");
      assertThat(lines).hasSize(4);
      assertThat(lines.get(0))
          .matches("linkedapi +http://127.0.0.1:\\d+/linkedapi +linked_sandbox");
      assertThat(lines.get(1))
          .matches("connectsafely +http://127.0.0.1:\\d+/connectsafely/linkedin +cs_sandbox");
      assertThat(lines.get(2))
          .matches("postpress +http://127.0.0.1:\\d+/postpress/api/v1 +pp_sandbox");
      assertThat(lines.get(3)).matches("control +http://127.0.0.1:\\d+/sandbox");

      String control = lines.get(3).split(" +", -1)[1];
      Request accounts = new Request.Builder().url(control + "/accounts").build();
      try (Response response = new OkHttpClient().newCall(accounts).execute()) {
        assertThat(response.body().string())
            .contains("acc_linkedin_3")
            .doesNotContain("acc_linkedin_4");
      }
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port x", "--port 70000", "--accounts -1", "--verbose 1"})
  void wrongArgumentsShowTheUsage(String arguments) throws Exception {
    Process process = start(arguments.split(" ", -1));
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(process.errorReader(StandardCharsets.UTF_8).readLine())
        .startsWith("usage: sandbox [--port N]");
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      String port = Integer.toString(sandbox.controlUrl().getPort());
      Process process = start("--port", port);
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
          .anyMatch(line -> line.startsWith("The sandbox cannot listen on port " + port));
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx128m", "-cp", System.getProperty("java.class.path"), SandboxMain.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }
}
