package dev.roster.integration.chaos;

import dev.roster.clients.testing.SandboxProcess;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes wrong at the providers; it changes all the time. */
final class BadDay {

  private static final List<String> READS = List.of("ownProfile.get", "accounts.getAll");

  private static final List<String> OF_READS =
      List.of(
          "\"cut\": \"before\"",
          "\"cut\": \"after\"",
          "\"cut\": \"headers\"",
          "\"cut\": \"middle\"",
          "\"latencyMillis\": 300, \"cut\": \"middle\"",
          "\"latencyMillis\": 200",
          "\"latencyMillis\": 1300",
          "\"status\": 429",
          "\"status\": 429, \"retryAfterSeconds\": 0",
          "\"status\": 429, \"retryAfterSeconds\": 1",
          "\"status\": 408",
          "\"status\": 500",
          "\"status\": 502",
          "\"status\": 503",
          "\"status\": 503, \"retryAfterSeconds\": 0",
          "\"status\": 504",
          "\"status\": 500, \"body\": \"<html>oops\", \"contentType\": \"text/html\"",
          "\"status\": 404, \"body\": \"<html>no such page\", \"contentType\": \"text/html\"",
          "\"body\": \"<html><body>Sign in</body></html>\", \"contentType\": \"text/html\"",
          "\"body\": \"<html>\"",
          "\"body\": \"\"",
          "\"body\": \"{\"",
          "\"body\": \"{}\"",
          "\"body\": \"[]\"",
          "\"body\": \"null\"",
          "\"body\": \"{\\\"success\\\": true, \\\"result\\\": {\\\"accounts\\\": [{\\\"id\\\":"
              + " 7\"");

  private static final List<String> OF_POSTPRESS =
      List.of("\"errorType\": \"errors/provider_error\"", "\"errorType\": \"errors/network_down\"");

  private static final List<String> OF_EDITS =
      List.of(
          "\"cut\": \"before\"",
          "\"cut\": \"after\"",
          "\"cut\": \"middle\"",
          "\"errorType\": \"errors/too_many_requests\"",
          "\"status\": 500, \"carriedOut\": true",
          "\"status\": 502",
          "\"status\": 503, \"carriedOut\": true",
          "\"body\": \"{\\\"object\\\": \"",
          "\"latencyMillis\": 1300");

  // Of a hundred calls. Most statements make several, and a call that fails is tried again.
  private static final int[] PERCENTS = {0, 2, 5, 10, 20, 40};
  private static final int[] LATENCIES = {0, 10, 40};

  private final SandboxProcess sandbox;
  private final Random random;

  BadDay(SandboxProcess sandbox, Random random) {
    this.sandbox = sandbox;
    this.random = random;
  }

  /** Lets the weather change. */
  void change() {
    sandbox.randomFaults(
        "\"seed\": %d, \"percent\": %d, \"latencyMillis\": %d, \"faults\": [%s]"
            .formatted(
                random.nextInt(),
                PERCENTS[random.nextInt(PERCENTS.length)],
                LATENCIES[random.nextInt(LATENCIES.length)],
                Stream.of(
                        READS.stream().flatMap(read -> of(read, OF_READS)),
                        of("ownProfile.get", OF_POSTPRESS),
                        of("ownProfile.edit", OF_EDITS))
                    .flatMap(faults -> faults)
                    .collect(Collectors.joining(", "))));
  }

  /** Nothing goes wrong any more. */
  void end() {
    sandbox.clearFaults();
  }

  private static Stream<String> of(String operation, List<String> faults) {
    return faults.stream().map(fault -> "{\"operation\": \"" + operation + "\", " + fault + "}");
  }
}
