package dev.roster.connectsafely;

import static dev.roster.bindings.testing.ProviderServer.answer;
import static dev.roster.connectsafely.ConnectSafelyServer.COMPANY;
import static dev.roster.connectsafely.ConnectSafelyServer.example;
import static dev.roster.connectsafely.LargeBatch.PEOPLE;
import static dev.roster.connectsafely.LargeBatch.assertOutcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.connectsafely.Invitation.Outcome;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a batch when one of its requests fails, or when it is cancelled. */
class InvitationBatchFailureTest {

  @AutoClose private final ConnectSafelyServer server = new ConnectSafelyServer();

  private InvitationBatch batch() {
    return server.client().inviteAll(COMPANY, PEOPLE);
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
        catchThrowableOfType(InvitationsFailedException.class, () -> batch().execute());

    assertOutcomes(failure.report(), 100, Outcome.INVITED, 50, outcome, 70, Outcome.UNSENT);
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
            ExecutionException.class, () -> batch().executeAsync().get(10, TimeUnit.SECONDS));

    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            InvitationsFailedException.class,
            failed -> {
              assertOutcomes(
                  failed.report(), 100, Outcome.INVITED, 50, outcome, 70, Outcome.UNSENT);
              assertThat(failed).cause().isExactlyInstanceOf(cause);
            });
  }

  @Test
  void withoutAConnectionNothingIsSent() {
    InvitationBatch batch = batch();
    server.close();

    InvitationsFailedException failure =
        catchThrowableOfType(InvitationsFailedException.class, batch::execute);

    assertOutcomes(failure.report(), 220, Outcome.UNSENT);
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
    InvitationBatch batch = batch();
    CompletableFuture<InvitationReport> whole = batch.executeAsync();
    server.request();
    server.request();
    assertOutcomes(batch.report(), 50, Outcome.INVITED, 50, Outcome.UNKNOWN, 120, Outcome.UNSENT);

    batch.cancel();

    ExecutionException failure =
        catchThrowableOfType(ExecutionException.class, () -> whole.get(10, TimeUnit.SECONDS));
    assertThat(failure)
        .cause()
        .isInstanceOf(InvitationsFailedException.class)
        .hasMessageEndingWith("Of 220 invitations: 50 invited, 50 unknown, 120 unsent.");
    assertOutcomes(batch.report(), 50, Outcome.INVITED, 50, Outcome.UNKNOWN, 120, Outcome.UNSENT);
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void cancellingTheFutureCancelsTheBatch() {
    server.answers(answer().headersDelay(1, TimeUnit.HOURS)).invites(PEOPLE.subList(50, 100));
    InvitationBatch batch = batch();
    CompletableFuture<InvitationReport> whole = batch.executeAsync();
    server.request();

    whole.cancel(false);

    assertThat(whole).isCancelled();
    assertOutcomes(batch.report(), 50, Outcome.UNKNOWN, 170, Outcome.UNSENT);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aBatchCancelledBeforeItIsSentSendsNothing() {
    InvitationBatch batch = batch();
    batch.cancel();

    InvitationsFailedException failure =
        catchThrowableOfType(InvitationsFailedException.class, batch::execute);

    assertOutcomes(failure.report(), 220, Outcome.UNSENT);
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
        catchThrowableOfType(InvitationsFailedException.class, () -> batch().execute());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(interruption).succeedsWithin(10, TimeUnit.SECONDS);
    assertOutcomes(failure.report(), 50, Outcome.INVITED, 50, Outcome.UNKNOWN, 120, Outcome.UNSENT);
  }
}
