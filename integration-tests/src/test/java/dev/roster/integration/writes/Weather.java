package dev.roster.integration.writes;

import dev.roster.clients.testing.SandboxProcess;
import java.util.List;
import java.util.Random;

/** The faults that a provider gets, one call after the other, in a random mixture. */
final class Weather {

  private static final String INVITE = "followInvitations.send";
  private static final String EDIT = "ownProfile.edit";

  // Of an invitation nobody documents 429, so it may have been carried out.
  private static final List<String> OF_INVITATIONS =
      List.of("\"status\": 429, \"carriedOut\": true", "\"status\": 429");

  // What a provider documents as a refusal it does not carry out.
  private static final List<String> OF_EDITS =
      List.of(
          "\"errorType\": \"errors/too_many_requests\", \"retryAfterSeconds\": 1",
          "\"errorType\": \"errors/provider_error\", \"carriedOut\": true",
          "\"status\": 422",
          "\"status\": 501");

  private static final List<String> OF_BOTH =
      List.of(
          "\"cut\": \"before\"",
          "\"cut\": \"before\"",
          "\"cut\": \"after\"",
          "\"cut\": \"after\"",
          "\"cut\": \"middle\"",
          "\"status\": 400",
          "\"status\": 403",
          "\"status\": 401",
          "\"status\": 500",
          "\"status\": 500, \"carriedOut\": true",
          "\"status\": 502",
          "\"status\": 502, \"carriedOut\": true",
          "\"status\": 503",
          "\"status\": 503, \"carriedOut\": true",
          "\"status\": 504, \"carriedOut\": true",
          "\"status\": 503, \"retryAfterSeconds\": 0",
          "\"status\": 408",
          "\"status\": 408, \"carriedOut\": true",
          "\"status\": 302, \"carriedOut\": true",
          "\"body\": \"{\\\"success\\\": tr\"",
          "\"body\": \"\"",
          "\"body\": \"<html>\", \"contentType\": \"text/html\"",
          "\"latencyMillis\": 30",
          "\"latencyMillis\": 120",
          "\"latencyMillis\": 1400",
          "\"latencyMillis\": 1400, \"cut\": \"after\"",
          "\"latencyMillis\": 1400, \"cut\": \"before\"");

  private final SandboxProcess sandbox;
  private final Random random;

  Weather(SandboxProcess sandbox, Random random) {
    this.sandbox = sandbox;
    this.random = random;
  }

  /** Says what happens to so many calls of both operations. */
  void forecast(int calls) {
    for (int i = 0; i < calls; i += spell(INVITE, OF_INVITATIONS)) {}
    for (int i = 0; i < calls; i += spell(EDIT, OF_EDITS)) {}
  }

  /** A few fair calls, and a foul one. */
  private int spell(String operation, List<String> own) {
    int fair = 1 + random.nextInt(4);
    sandbox.fault(operation, "\"count\": " + fair);
    List<String> kind = random.nextInt(8) == 0 ? own : OF_BOTH;
    sandbox.fault(operation, kind.get(random.nextInt(kind.size())));
    return fair + 1;
  }
}
