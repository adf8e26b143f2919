package dev.roster.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code ./roster} as a person would, in a process of its own. */
final class RosterScript {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private RosterScript() {}

  /**
   * What a run left.
   *
   * @param status the exit status
   * @param out standard output
   * @param err standard error
   */
  record Result(int status, String out, String err) {}

  /** Runs it to its end, with no standard input. */
  static Result run(String... args) throws IOException, InterruptedException {
    Path err = Files.createTempFile("roster", ".err");
    Process process = builder(args).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    String errors = Files.readString(err);
    Files.delete(err);
    return new Result(status, out, errors);
  }

  /** Starts it; the caller ends it. */
  static Process start(String... args) throws IOException {
    return builder(args).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static ProcessBuilder builder(String... args) {
    List<String> command = new ArrayList<>();
    command.add(PROJECT.resolve("roster").toString());
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }
}
