package dev.roster.integration;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The driver jar as a tool has it: one file, and nothing of Roster's beside it. */
final class DriverJar {

  static final Path PATH = Path.of("../calcite-adapter/target/roster-jdbc.jar").normalize();

  private DriverJar() {}

  /**
   * What a process left.
   *
   * @param status the exit status
   * @param out the lines of standard output
   * @param err the lines of standard error
   */
  record Result(int status, List<String> out, List<String> err) {}

  /**
   * Runs a class of these tests in a process of its own, on a class path of the jar and the tests'
   * own classes; the class uses nothing but the JDK.
   */
  static Result run(Class<?> program, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 24) {
      // Calcite's protobuf calls what these Javas warn of.
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-cp");
    command.add(PATH.toAbsolutePath() + File.pathSeparator + testClasses());
    command.add(program.getName());
    command.addAll(List.of(args));
    Path err = Files.createTempFile("roster", ".err");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    Result result = new Result(status, out.lines().toList(), Files.readAllLines(err));
    Files.delete(err);
    return result;
  }

  private static Path testClasses() {
    return Path.of("target", "test-classes").toAbsolutePath();
  }
}
