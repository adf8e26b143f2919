package dev.roster.integration.writes;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link LedgerProgram} in a process of its own, on this class path or on the driver jar alone.
 */
final class LedgerProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final List<String> sent = new ArrayList<>();

  private LedgerProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts one that opens the ledger when it begins. */
  static LedgerProcess toOpen(String location) throws IOException {
    return start(System.getProperty("java.class.path"), location, "later");
  }

  /** Starts one that has the ledger open. */
  static LedgerProcess on(String location) throws IOException {
    return start(System.getProperty("java.class.path"), location, "open");
  }

  /** Starts one with the driver jar and nothing else, which opens the ledger when it begins. */
  static LedgerProcess ofDriverJar(String location) throws IOException {
    Path jar = Path.of("../calcite-adapter/target/roster-jdbc.jar").toAbsolutePath();
    Path tests = Path.of("target/test-classes").toAbsolutePath();
    return start(jar.normalize() + File.pathSeparator + tests, location, "later");
  }

  private static LedgerProcess start(String classPath, String location, String when)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath,
                LedgerProgram.class.getName(),
                location,
                when)
            .redirectErrorStream(true)
            .start();
    LedgerProcess started = new LedgerProcess(process);
    String first = started.output.readLine();
    if (!"ready".equals(first)) {
      throw new IOException("The process did not start: " + first);
    }
    return started;
  }

  void begin() throws IOException {
    try (OutputStream input = process.getOutputStream()) {
      input.write('\n');
    }
  }

  /** Reads on until it has sent so many things. */
  void awaitSent(int count) throws IOException {
    while (sent.size() < count) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException("It ended after " + sent);
      }
      sent.add(line);
    }
  }

  /** Ends it with SIGKILL; what it wrote can still be read. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** Waits for its end, and returns what it wrote: the things that it sent. */
  List<String> sent() throws IOException {
    output.lines().forEach(sent::add);
    process.onExit().join();
    return sent;
  }

  int status() {
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
  }
}
