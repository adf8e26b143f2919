package dev.roster.connectsafely;

import static dev.roster.connectsafely.ConnectSafelyServer.ACCOUNT;
import static dev.roster.connectsafely.ConnectSafelyServer.COMPANY;
import static dev.roster.connectsafely.ConnectSafelyServer.answer;
import static dev.roster.connectsafely.ConnectSafelyServer.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.connectsafely.Invitation.Outcome;
import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationStatus;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Invitations in several requests, and what is known when one of them fails. */
class InvitationBatchTest {

  /** Five requests: four of 50 people, and one of 20. */
  private static final List<String> PEOPLE = people(220);

  @AutoClose private final ConnectSafelyServer server = new ConnectSafelyServer();

  private static List<String> people(int count) {
    return IntStream.range(0, count).mapToObj(i -> "urn:li:fsd_profile:P" + i).toList();
  }

  private InvitationBatch batch(List<String> profileUrns) {
    return server.client().inviteAll(COMPANY, profileUrns);
  }

  private static Outcome[] outcomes(Object... countsAndOutcomes) {
    Stream<Outcome> all = Stream.of();
    for (int i = 0; i < countsAndOutcomes.length; i += 2) {
      Outcome outcome = (Outcome) countsAndOutcomes[i + 1];
      all = Stream.concat(all, Stream.generate(() -> outcome).limit((int) countsAndOutcomes[i]));
    }
    return all.toArray(Outcome[]::new);
  }

  private static void assertOutcomes(InvitationReport report, Outcome... outcomes) {
    assertThat(report.invitations()).extracting(Invitation::profileUrn).isEqualTo(PEOPLE);
    assertThat(report.invitations()).extracting(Invitation::outcome).containsExactly(outcomes);
  }

  @Test
  void anyNumberOfPeopleIsSentFiftyAtATimeInTheirOrder() {
    server
        .invites(PEOPLE.subList(0, 50))
        .invites(PEOPLE.subList(50, 100))
        .invites(PEOPLE.subList(100, 150))
        .invites(PEOPLE.subList(150, 200))
        .invites(PEOPLE.subList(200, 220));

    InvitationReport report = batch(PEOPLE).execute();

    for (int from = 0; from < 220; from += 50) {
      String urns = String.join("\",\"", PEOPLE.subList(from, Math.min(from + 50, 220)));
      assertThat(text(server.request())).isEqualTo("{\"profileUrns\":[\"" + urns + "\"]}");
    }
    assertThat(server.requests()).isEqualTo(5);
    assertOutcomes(report, outcomes(220, Outcome.INVITED));
    assertThat(report.companyId()).isEqualTo(COMPANY);
    assertThat(report.accountId()).isEqualTo(ACCOUNT);
    assertThat(report.totalRequested()).isEqualTo(220);
    assertThat(report.totalSuccessful()).isEqualTo(220);
    assertThat(report.totalFailed()).isZero();
    assertThat(report.results()).hasSize(220);
    assertThat(report.allSucceeded()).isTrue();
    assertThat(report.failures()).isEmpty();
  }

  @Test
  void theAccountStandsInEachRequest() {
    server.invites(PEOPLE.subList(0, 50)).invites(PEOPLE.subList(50, 51));

    server.client().inviteAll(COMPANY, PEOPLE.subList(0, 51), ACCOUNT).execute();

    assertThat(text(server.request())).startsWith("{\"accountId\":\"" + ACCOUNT + "\",");
    assertThat(text(server.request())).startsWith("{\"accountId\":\"" + ACCOUNT + "\",");
  }

  @Test
  void theRequestsAreKnownBeforeTheyAreSent() {
    InvitationBatch batch = batch(PEOPLE);

    assertThat(batch.requests())
        .extracting(request -> request.profileUrns().size())
        .containsExactly(50, 50, 50, 50, 20);
    assertThat(batch.requests())
        .flatExtracting(FollowInvitationsRequest::profileUrns)
        .isEqualTo(PEOPLE);
    assertOutcomes(batch.report(), outcomes(220, Outcome.UNSENT));
    assertThat(server.requests()).isZero();
  }

  @Test
  void theCallsCanBeSentOneByOne() {
    server.answers(200, "sendFollowInvitations.200-partly-failed.json");
    List<String> urns =
        List.of(
            "urn:li:fsd_profile:ACoAAExampleLindqvist",
            "urn:li:fsd_profile:ACoAAExampleDufour",
            "not-a-urn");
    InvitationBatch batch = batch(urns);

    FollowInvitationsResult answer = batch.calls().get(0).execute();

    InvitationReport report = InvitationReport.of(batch.requests().get(0), answer);
    assertThat(report.accountId()).isEqualTo(ACCOUNT);
    assertThat(report.invitations())
        .extracting(Invitation::profileUrn, Invitation::outcome, Invitation::error)
        .containsExactly(
            tuple(urns.get(0), Outcome.INVITED, null),
            tuple(urns.get(1), Outcome.FAILED, "This person was already invited."),
            tuple(urns.get(2), Outcome.FAILED, "The profile URN is malformed."));
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void failuresOfSeveralRequestsAreMergedInTheOrderOfTheUrns() {
    List<String> urns = people(51);
    server
        .answers(urns.subList(0, 50).stream().map(urn -> result(urn, !urn.endsWith("7"))).toList())
        .answers(List.of(result(urns.get(50), false)));

    InvitationReport report = batch(urns).execute();

    assertThat(report.totalRequested()).isEqualTo(51);
    assertThat(report.totalSuccessful()).isEqualTo(45);
    assertThat(report.totalFailed()).isEqualTo(6);
    assertThat(report.success()).isTrue();
    assertThat(report.allSucceeded()).isFalse();
    assertThat(report.failures())
        .extracting(Invitation::profileUrn)
        .containsExactly(
            urns.get(7), urns.get(17), urns.get(27), urns.get(37), urns.get(47), urns.get(50));
    assertThat(report.failures()).extracting(Invitation::error).containsOnly("Not this time.");
    assertThat(report.orThrow()).isSameAs(report);
  }

  private static FollowInvitationResult result(String urn, boolean success) {
    return FollowInvitationResult.builder()
        .profileUrn(urn)
        .success(success)
        .status(success ? FollowInvitationStatus.SENT : FollowInvitationStatus.FAILED)
        .error(success ? null : "Not this time.")
        .build();
  }

  @Test
  void aUrnGivenTwiceIsSentTwiceAndHasTwoResults() {
    server.answers(List.of(result("urn:a", true), result("urn:a", false)));

    InvitationReport report = batch(List.of("urn:a", "urn:a")).execute();

    assertThat(text(server.request())).isEqualTo("{\"profileUrns\":[\"urn:a\",\"urn:a\"]}");
    assertThat(report.invitations())
        .extracting(Invitation::outcome)
        .containsExactly(Outcome.INVITED, Outcome.FAILED);
  }

  @Test
  void aRequestInWhichEverybodyFailedDoesNotEndTheBatch() {
    List<String> urns = people(51);
    server
        .answers(urns.subList(0, 50).stream().map(urn -> result(urn, false)).toList())
        .invites(urns.subList(50, 51));

    InvitationReport report = batch(urns).execute();

    assertThat(report.totalFailed()).isEqualTo(50);
    assertThat(report.totalSuccessful()).isEqualTo(1);
    assertThat(report.success()).isTrue();
  }

  @Test
  void whenNobodyWasInvitedTheReportSaysSoAndThrowsOnlyIfAsked() {
    server.answers(200, "sendFollowInvitations.200-all-failed.json");

    InvitationReport report = batch(List.of("urn:li:fsd_profile:ACoAAExampleLindqvist")).execute();

    assertThat(report.success()).isFalse();
    assertThat(report.failures().get(0).error()).isEqualTo("This person was already invited.");
    InvitationsFailedException failure =
        catchThrowableOfType(InvitationsFailedException.class, report::orThrow);
    assertThat(failure)
        .hasMessage(
            "connectsafely followInvitations.send: no invitation to follow company 105672170 went"
                + " out: 1 failed. See the report's failures for the reasons.")
        .hasNoCause();
    assertThat(failure.report()).isSameAs(report);
  }

  private static Arguments third(
      String name, MockResponse.Builder answer, Outcome outcome, Class<?> cause) {
    return Arguments.of(Named.of(name, answer), outcome, cause);
  }

  private static Stream<Arguments> thirdAnswers() {
    return Stream.of(
        third(
            "a key that is no longer valid",
            answer().code(401).body(example("sendFollowInvitations.401.json")),
            Outcome.REFUSED,
            ApiException.class),
        third(
            "no rights",
            answer().code(403).body(example("sendFollowInvitations.403.json")),
            Outcome.REFUSED,
            ApiException.class),
        third(
            "a request that is not taken",
            answer().code(422).body("{\"error\":\"no\"}"),
            Outcome.REFUSED,
            ApiException.class),
        third(
            "too many requests",
            answer().code(429).body("{\"error\":\"Slow down\"}"),
            Outcome.REFUSED,
            ApiException.class),
        third(
            "a proxy's time-out",
            answer().code(408).setHeader("Connection", "close").body(""),
            Outcome.UNKNOWN,
            ApiException.class),
        third(
            "the provider's failure",
            answer().code(500).body(example("sendFollowInvitations.500.json")),
            Outcome.UNKNOWN,
            ApiException.class),
        third(
            "a gateway's page",
            answer().code(502).body("<html>"),
            Outcome.UNKNOWN,
            ApiException.class),
        third(
            "an answer that cannot be read",
            answer().body("{\"success\":tru"),
            Outcome.UNKNOWN,
            UnreadableAnswerException.class),
        third(
            "a lost answer",
            answer().onResponseStart(new SocketEffect.CloseSocket()),
            Outcome.UNKNOWN,
            ApiTransportException.class));
  }

  @ParameterizedTest
  @MethodSource("thirdAnswers")
  void whenTheThirdOfFiveRequestsFailsNothingKnownIsLost(
      MockResponse.Builder third, Outcome outcome, Class<?> cause) {
    server.invites(PEOPLE.subList(0, 50)).invites(PEOPLE.subList(50, 100)).answers(third);
    server.invites(PEOPLE.subList(150, 200)).invites(PEOPLE.subList(200, 220));

    InvitationsFailedException failure =
        catchThrowableOfType(InvitationsFailedException.class, () -> batch(PEOPLE).execute());

    assertOutcomes(
        failure.report(), outcomes(100, Outcome.INVITED, 50, outcome, 70, Outcome.UNSENT));
    assertThat(failure.report().results()).hasSize(100);
    assertThat(failure).cause().isExactlyInstanceOf(cause);
    assertThat(failure)
        .hasMessageStartingWith("connectsafely followInvitations.send: ")
        .hasMessageEndingWith(
            " Of 220 invitations: 100 invited, 50 %s, 70 unsent.",
            outcome.name().toLowerCase(Locale.ROOT));
    for (int i = 0; i < 3; i++) {
      server.request();
    }
    assertThat(server.requests()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("thirdAnswers")
  void theAsynchronousFormFailsWithTheSame(
      MockResponse.Builder third, Outcome outcome, Class<?> cause) {
    server.invites(PEOPLE.subList(0, 50)).invites(PEOPLE.subList(50, 100)).answers(third);

    ExecutionException failure =
        catchThrowableOfType(
            ExecutionException.class, () -> batch(PEOPLE).executeAsync().get(10, TimeUnit.SECONDS));

    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            InvitationsFailedException.class,
            failed -> {
              assertOutcomes(
                  failed.report(), outcomes(100, Outcome.INVITED, 50, outcome, 70, Outcome.UNSENT));
              assertThat(failed).cause().isExactlyInstanceOf(cause);
            });
  }

  @Test
  void theAsynchronousFormMergesAllAnswers() throws Exception {
    server.invites(PEOPLE.subList(0, 50)).invites(PEOPLE.subList(50, 60));

    InvitationReport report = batch(PEOPLE.subList(0, 60)).executeAsync().get(10, TimeUnit.SECONDS);

    assertThat(report.totalSuccessful()).isEqualTo(60);
    assertThat(report.allSucceeded()).isTrue();
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void withoutAConnectionNothingIsSent() {
    InvitationBatch batch = batch(PEOPLE);
    server.close();

    InvitationsFailedException failure =
        catchThrowableOfType(InvitationsFailedException.class, batch::execute);

    assertOutcomes(failure.report(), outcomes(220, Outcome.UNSENT));
    assertThat(failure.report().accountId()).isNull();
    assertThat(failure)
        .hasMessageEndingWith(
            "Nothing was sent. Check the network and the base URL. Of 220 invitations: 220"
                + " unsent.");
  }

  @Test
  void cancellingEndsTheRequestInFlightAndSendsNoFurtherOne() {
    server
        .invites(PEOPLE.subList(0, 50))
        .answers(answer().headersDelay(1, TimeUnit.HOURS))
        .invites(PEOPLE.subList(100, 150));
    InvitationBatch batch = batch(PEOPLE);
    CompletableFuture<InvitationReport> whole = batch.executeAsync();
    server.request();
    server.request();
    assertOutcomes(
        batch.report(), outcomes(50, Outcome.INVITED, 50, Outcome.UNKNOWN, 120, Outcome.UNSENT));

    batch.cancel();

    ExecutionException failure =
        catchThrowableOfType(ExecutionException.class, () -> whole.get(10, TimeUnit.SECONDS));
    assertThat(failure)
        .cause()
        .isInstanceOf(InvitationsFailedException.class)
        .hasMessageEndingWith("Of 220 invitations: 50 invited, 50 unknown, 120 unsent.");
    assertOutcomes(
        batch.report(), outcomes(50, Outcome.INVITED, 50, Outcome.UNKNOWN, 120, Outcome.UNSENT));
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void cancellingTheFutureCancelsTheBatch() {
    server.answers(answer().headersDelay(1, TimeUnit.HOURS)).invites(PEOPLE.subList(50, 100));
    InvitationBatch batch = batch(PEOPLE);
    CompletableFuture<InvitationReport> whole = batch.executeAsync();
    server.request();

    whole.cancel(false);

    assertThat(whole).isCancelled();
    assertOutcomes(batch.report(), outcomes(50, Outcome.UNKNOWN, 170, Outcome.UNSENT));
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aBatchCancelledBeforeItIsSentSendsNothing() {
    InvitationBatch batch = batch(PEOPLE);
    batch.cancel();

    InvitationsFailedException failure =
        catchThrowableOfType(InvitationsFailedException.class, batch::execute);

    assertOutcomes(failure.report(), outcomes(220, Outcome.UNSENT));
    assertThat(failure).cause().isInstanceOf(ApiTransportException.class);
    assertThat(server.requests()).isZero();
  }

  @Test
  void anInterruptedThreadGetsWhatIsKnown() {
    server.invites(PEOPLE.subList(0, 50)).answers(answer().headersDelay(1, TimeUnit.HOURS));
    Thread caller = Thread.currentThread();
    CompletableFuture<Void> interruption =
        CompletableFuture.runAsync(
            () -> {
              server.request();
              server.request();
              caller.interrupt();
            });

    InvitationsFailedException failure =
        catchThrowableOfType(InvitationsFailedException.class, () -> batch(PEOPLE).execute());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(interruption).succeedsWithin(10, TimeUnit.SECONDS);
    assertOutcomes(
        failure.report(), outcomes(50, Outcome.INVITED, 50, Outcome.UNKNOWN, 120, Outcome.UNSENT));
  }

  @Test
  void aBatchIsSentOnce() {
    server.invites(PEOPLE.subList(0, 1));
    InvitationBatch batch = batch(PEOPLE.subList(0, 1));
    batch.execute();

    assertThatThrownBy(batch::execute)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "connectsafely: the batch was sent before; make a new one of what its report names");
    assertThatThrownBy(batch::executeAsync).isInstanceOf(IllegalStateException.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  private static String text(RecordedRequest request) {
    assertThat(request.getBody()).isNotNull();
    return request.getBody().utf8();
  }
}
