package dev.roster.clients.sqlline;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.clients.testing.SandboxProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** sqlline in a process of its own, as {@code ./roster sql} starts it, fed from a script. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SqllineIT {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final int CONTROL_C = 3;

  private @TempDir Path folder = Path.of(".");

  @Test
  void connects() throws Exception {
    Shell shell = start("!dbinfo", "!commit", "!autocommit off", "!rollback", "!isolation");
    assertThat(shell.output())
        .contains("getDatabaseProductName", "Roster")
        .doesNotContain("Error:", "linked_sandbox");
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void browses() throws Exception {
    Shell shell =
        start(
            "!schemas",
            "!tables",
            "!outputformat csv",
            "!columns accounts",
            "!primarykeys accounts",
            "!importedkeys linkedin_organizations",
            "!procedures %reparse%",
            "!indexes accounts",
            "!typeinfo");
    assertThat(shell.output())
        .contains("connectsafely", "pending_connection_sessions", "reconnection_link")
        .contains("reparse_account_info", "TIMESTAMP")
        .doesNotContain("Error:");
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void queries() throws Exception {
    Shell shell =
        start(
            "!outputformat csv",
            "select id, name, connected_at from linkedapi.accounts",
            "where status = 'frozen' order by id;",
            "select count(*) as n from roster.error_types where 1 = 0;");
    assertThat(shell.output())
        .contains(
            """
            'id','name','connected_at'
            'acc00000-0000-4000-8000-000000000011','Keiko Kowalski','2026-11-01 06:58:30.123'
            'acc00000-0000-4000-8000-000000000012','Liam Lopez','2026-11-01 06:51:30.123'
            """)
        .contains("'n'\n'0'\n")
        .doesNotContain("Error:");
    assertThat(SANDBOX.operations()).containsExactly("accounts.getAll");
  }

  @Test
  void callsAProcedure() throws Exception {
    Shell shell =
        start(
            "!outputformat csv",
            "call linkedapi.reparse_account_info('acc00000-0000-4000-8000-000000000004');");
    assertThat(shell.output())
        .contains(
            "'account_id','workflow_id','request_key'\n'acc00000-0000-4000-8000-000000000004',")
        .doesNotContain("Error:");
    assertThat(SANDBOX.operations()).containsExactly("accounts.reparseAccountInfo");
  }

  /** Ctrl-C in a terminal, which {@code script} of util-linux makes around the shell. */
  @Test
  void cancels() throws Exception {
    SANDBOX.holdNextAnswerOf("accounts.getAll");
    Path output = folder.resolve("terminal.txt");
    String command =
        command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    Process terminal =
        new ProcessBuilder("script", "-qec", command, "/dev/null")
            .redirectOutput(output.toFile())
            .start();
    try (OutputStream keys = terminal.getOutputStream()) {
      keys.write("!outputformat csv\nselect id from linkedapi.accounts;\n".getBytes(US_ASCII));
      keys.flush();
      SANDBOX.awaitCallOf("accounts.getAll");
      keys.write(CONTROL_C);
      keys.flush();
      Shell shell = new Shell(terminal, output);
      // What is typed before that, the terminal may drop: a signal flushes its input.
      shell.awaitOutput("state=57014");
      keys.write("select count(*) as still_there from linkedapi.accounts;\n".getBytes(US_ASCII));
      keys.write("!quit\n".getBytes(US_ASCII));
      keys.flush();
      assertThat(shell.output()).containsPattern("'still_there'\\R+'12'");
    }
  }

  @Test
  void showsAnErrorWithItsState() throws Exception {
    assertThat(start("select * from postpress.own_profile;").output())
        .contains("account_id must be given", "state=42000");
  }

  private Shell start(String... lines) throws IOException {
    Path script = folder.resolve("script.sql");
    Files.writeString(script, String.join("\n", lines) + "\n!quit\n");
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command())
            .redirectInput(script.toFile())
            .redirectOutput(output.toFile())
            .redirectErrorStream(true)
            .start();
    return new Shell(process, output);
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(SandboxProcess.java(), "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(SandboxProcess.driverJar() + ":" + System.getProperty("roster.shell"));
    command.addAll(List.of("sqlline.SqlLine", "-d", "dev.roster.jdbc.Driver"));
    command.addAll(List.of("-u", SANDBOX.url("writes=allow")));
    command.addAll(List.of("-n", "", "-p", SANDBOX.password()));
    command.addAll(List.of("--isolation=TRANSACTION_NONE", "--force=true", "--maxWidth=1000"));
    return command;
  }

  /** A running shell, and the file that it writes to. */
  private record Shell(Process process, Path file) {

    /** Waits for its end and returns what it wrote, on standard error too. */
    String output() throws InterruptedException {
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      assertThat(ended).as("the shell ended, which wrote:%n%s", written()).isTrue();
      return written();
    }

    /** Waits until it has written something. */
    void awaitOutput(String text) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!written().contains(text) && process.isAlive() && System.nanoTime() < end) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
      assertThat(written()).contains(text);
    }

    private String written() {
      try {
        return Files.readString(file, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
