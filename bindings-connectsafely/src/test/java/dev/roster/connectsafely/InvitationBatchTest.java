package dev.roster.connectsafely;

import static dev.roster.bindings.testing.ProviderServer.body;
import static dev.roster.connectsafely.ConnectSafelyServer.ACCOUNT;
import static dev.roster.connectsafely.ConnectSafelyServer.COMPANY;
import static dev.roster.connectsafely.ConnectSafelyServer.example;
import static dev.roster.connectsafely.LargeBatch.PEOPLE;
import static dev.roster.connectsafely.LargeBatch.assertOutcomes;
import static dev.roster.connectsafely.LargeBatch.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.connectsafely.Invitation.Outcome;
import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationStatus;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Invitations in several requests: what is sent, and what the merged report says. */
class InvitationBatchTest {

  @AutoClose private final ConnectSafelyServer server = new ConnectSafelyServer();

  private InvitationBatch batch(List<String> profileUrns) {
    return server.client().inviteAll(COMPANY, profileUrns);
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
      assertThat(body(server.request())).isEqualTo("{\"profileUrns\":[\"" + urns + "\"]}");
    }
    assertThat(server.requests()).isEqualTo(5);
    assertOutcomes(report, 220, Outcome.INVITED);
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

    assertThat(body(server.request())).startsWith("{\"accountId\":\"" + ACCOUNT + "\",");
    assertThat(body(server.request())).startsWith("{\"accountId\":\"" + ACCOUNT + "\",");
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
    assertOutcomes(batch.report(), 220, Outcome.UNSENT);
    assertThat(server.requests()).isZero();
  }

  @Test
  void theCallsCanBeSentOneByOne() {
    server.answers(200, example("sendFollowInvitations.200-partly-failed.json"));
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

    assertThat(body(server.request())).isEqualTo("{\"profileUrns\":[\"urn:a\",\"urn:a\"]}");
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
    server.answers(200, example("sendFollowInvitations.200-all-failed.json"));

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

  @Test
  void theAsynchronousFormMergesAllAnswers() throws Exception {
    server.invites(PEOPLE.subList(0, 50)).invites(PEOPLE.subList(50, 60));

    InvitationReport report = batch(PEOPLE.subList(0, 60)).executeAsync().get(10, TimeUnit.SECONDS);

    assertThat(report.totalSuccessful()).isEqualTo(60);
    assertThat(report.allSucceeded()).isTrue();
    assertThat(server.requests()).isEqualTo(2);
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
}
