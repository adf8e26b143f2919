package dev.roster.connectsafely;

import static dev.roster.bindings.testing.ProviderServer.answer;
import static dev.roster.bindings.testing.ProviderServer.body;
import static dev.roster.connectsafely.ConnectSafelyServer.ACCOUNT;
import static dev.roster.connectsafely.ConnectSafelyServer.COMPANY;
import static dev.roster.connectsafely.ConnectSafelyServer.KEY;
import static dev.roster.connectsafely.ConnectSafelyServer.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.squareup.moshi.Moshi;
import dev.roster.bindings.ApiCall;
import dev.roster.bindings.testing.CommentExample;
import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationStatus;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import dev.roster.connectsafely.model.JsonAdapters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one request sends, and what its answer is read as. */
class ConnectSafelyClientTest {

  private static final String LINDQVIST = "urn:li:fsd_profile:ACoAAExampleLindqvist";
  private static final String DUFOUR = "urn:li:fsd_profile:ACoAAExampleDufour";

  @AutoClose private final ConnectSafelyServer server = new ConnectSafelyServer();

  private static FollowInvitationsRequest request(String... profileUrns) {
    return FollowInvitationsRequest.builder().profileUrns(List.of(profileUrns)).build();
  }

  private static FollowInvitationsRequest exampleRequest(String name) throws IOException {
    FollowInvitationsRequest request =
        new Moshi.Builder()
            .add(JsonAdapters.FACTORY)
            .build()
            .adapter(FollowInvitationsRequest.class)
            .fromJson(example(name));
    assertThat(request).isNotNull();
    return request;
  }

  @Test
  void theDocumentedRequestIsSentWithoutItsCopyOfTheCompanyId() throws IOException {
    server.answers(200, example("sendFollowInvitations.200.json"));

    server
        .client()
        .sendFollowInvitations(COMPANY, exampleRequest("sendFollowInvitations.request.json"))
        .execute();

    RecordedRequest request = server.request();
    assertThat(request.getRequestLine())
        .isEqualTo("POST /linkedin/organizations/105672170/follow-invitations HTTP/1.1");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(body(request))
        .isEqualTo(
            "{\"profileUrns\":[\"urn:li:fsd_profile:ACoAABJefVoBrz2LR3f...\","
                + "\"urn:li:fsd_profile:ACoAABJefVoBrz3XY4g...\"]}");
  }

  @Test
  void theCompanyOfThePathWinsOverAnotherInTheRequest() {
    server.answers(200, example("sendFollowInvitations.200.json"));

    server
        .client()
        .sendFollowInvitations(
            COMPANY, request(LINDQVIST).toBuilder().companyId("999").accountId(ACCOUNT).build())
        .execute();

    RecordedRequest request = server.request();
    assertThat(request.getTarget())
        .isEqualTo("/linkedin/organizations/105672170/follow-invitations");
    assertThat(body(request))
        .isEqualTo("{\"accountId\":\"" + ACCOUNT + "\",\"profileUrns\":[\"" + LINDQVIST + "\"]}");
  }

  @Test
  void malformedAndRepeatedUrnsAreSentAsTheyAre() {
    server.answers(200, example("sendFollowInvitations.200-partly-failed.json"));

    server
        .client()
        .sendFollowInvitations(COMPANY, request(LINDQVIST, "not-a-urn", LINDQVIST))
        .execute();

    assertThat(body(server.request()))
        .isEqualTo("{\"profileUrns\":[\"%s\",\"not-a-urn\",\"%s\"]}", LINDQVIST, LINDQVIST);
  }

  @Test
  void theAnswerIsDecoded() {
    server.answers(200, example("sendFollowInvitations.200-partly-failed.json"));

    FollowInvitationsResult result =
        server.client().sendFollowInvitations(COMPANY, request(LINDQVIST, DUFOUR)).execute();

    assertThat(result.success()).isTrue();
    assertThat(result.accountId()).isEqualTo(ACCOUNT);
    assertThat(result.companyId()).isEqualTo(COMPANY);
    assertThat(result.totalRequested()).isEqualTo(3);
    assertThat(result.totalSuccessful()).isEqualTo(1);
    assertThat(result.totalFailed()).isEqualTo(2);
    assertThat(result.results())
        .extracting(
            FollowInvitationResult::profileUrn,
            FollowInvitationResult::success,
            it -> it.status().value(),
            FollowInvitationResult::error)
        .containsExactly(
            tuple(LINDQVIST, true, "SENT", null),
            tuple(DUFOUR, false, "FAILED", "This person was already invited."),
            tuple("not-a-urn", false, "FAILED", "The profile URN is malformed."));
  }

  @Test
  void theAsynchronousFormSendsAndReadsTheSame() throws Exception {
    server.answers(200, example("sendFollowInvitations.200.json"));

    FollowInvitationsResult result =
        server.client().sendFollowInvitations(COMPANY, request(LINDQVIST)).executeAsync().get();

    assertThat(result.totalSuccessful()).isEqualTo(2);
    assertThat(server.request().getRequestLine())
        .isEqualTo("POST /linkedin/organizations/105672170/follow-invitations HTTP/1.1");
  }

  @Test
  void anAnswerWithoutASingleSuccessIsAResult() {
    server.answers(200, example("sendFollowInvitations.200-all-failed.json"));

    FollowInvitationsResult result =
        server.client().sendFollowInvitations(COMPANY, request(LINDQVIST)).execute();

    assertThat(result.success()).isFalse();
    assertThat(result.totalFailed()).isEqualTo(1);
    assertThat(result.results().get(0).error()).isEqualTo("This person was already invited.");
  }

  @Test
  void aStatusThatTheSpecDoesNotKnowKeepsItsText() {
    server.answers(
        answer().body(example("sendFollowInvitations.200.json").replace("SENT", "QUEUED")));

    FollowInvitationsResult result =
        server.client().sendFollowInvitations(COMPANY, request(LINDQVIST)).execute();

    FollowInvitationStatus status = result.results().get(0).status();
    assertThat(status.isKnown()).isFalse();
    assertThat(status.value()).isEqualTo("QUEUED");
    assertThat(result.results().get(0).success()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "acme", "urn:li:organization:105672170", "١٢٣", "1/2", "-1"})
  void aCompanyIdThatIsNoNumberIsRefused(String companyId) {
    ConnectSafelyClient client = server.client();

    assertThatThrownBy(() -> client.sendFollowInvitations(companyId, request(LINDQVIST)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "connectsafely followInvitations.send: the company id '%s' is no number; give the last"
                + " part of the organization's URN, such as 105672170",
            companyId);
    assertThatThrownBy(() -> client.inviteAll(companyId, List.of(LINDQVIST)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.requests()).isZero();
  }

  @Test
  void anEmptyListIsRefused() {
    ConnectSafelyClient client = server.client();

    assertThatThrownBy(() -> client.sendFollowInvitations(COMPANY, request()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "connectsafely followInvitations.send: there is nobody to invite; give at least one"
                + " profile URN");
    assertThatThrownBy(() -> client.inviteAll(COMPANY, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.requests()).isZero();
  }

  @Test
  void aBlankAccountIdIsRefused() {
    ConnectSafelyClient client = server.client();

    assertThatThrownBy(() -> client.inviteAll(COMPANY, List.of(LINDQVIST), " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave it out for the workspace's default account");
    assertThat(server.requests()).isZero();
  }

  @Test
  void moreThanFiftyAreRefusedInOneRequest() {
    FollowInvitationsRequest.Builder request =
        FollowInvitationsRequest.builder().profileUrns(Collections.nCopies(51, LINDQVIST));

    assertThatThrownBy(request::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("FollowInvitationsRequest.profileUrns: at most 50 items, given 51");
  }

  @Test
  void fiftyAreSentInOneRequest() {
    List<String> fifty = Collections.nCopies(ConnectSafelyClient.MOST_IN_A_REQUEST, LINDQVIST);
    server.invites(fifty);

    FollowInvitationsResult result =
        server
            .client()
            .sendFollowInvitations(COMPANY, request(fifty.toArray(String[]::new)))
            .execute();

    assertThat(result.totalSuccessful()).isEqualTo(50);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aCallShowsItsRequestWithoutTheKey() {
    ApiCall<FollowInvitationsResult> call =
        server.client().sendFollowInvitations(COMPANY, request(LINDQVIST));

    assertThat(call.operation().name()).isEqualTo("followInvitations.send");
    assertThat(call.operation().readOnly()).isFalse();
    assertThat(call.request().url())
        .hasToString(server.url() + "/organizations/105672170/follow-invitations");
    assertThat(call.request().headers().toString()).doesNotContain(KEY);
    assertThat(server.requests()).isZero();
  }

  @Test
  void aClientWithoutAKeyIsNotBuilt() {
    assertThatThrownBy(() -> ConnectSafelyClient.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("connectsafely: the credential is missing");
  }

  @Test
  void theClientCallsTheServiceItselfUnlessTold() {
    ApiCall<FollowInvitationsResult> call =
        ConnectSafelyClient.builder()
            .apiKey(KEY)
            .build()
            .sendFollowInvitations(COMPANY, request(LINDQVIST));

    assertThat(call.request().url())
        .hasToString(
            "https://api.connectsafely.ai/linkedin/organizations/105672170/follow-invitations");
  }

  @Test
  void theExampleOfTheClassCommentWorks() throws IOException {
    server.answers(200, example("sendFollowInvitations.200-partly-failed.json"));
    ConnectSafelyClient client = server.client();
    List<String> profileUrns = List.of(LINDQVIST, DUFOUR, "not-a-urn");
    List<String> problems = new ArrayList<>();

    // example
    InvitationReport report = client.inviteAll("105672170", profileUrns).execute();
    for (Invitation failed : report.failures()) {
      problems.add(failed.profileUrn() + ": " + failed.error());
    }
    // end

    assertThat(problems)
        .containsExactly(
            DUFOUR + ": This person was already invited.",
            "not-a-urn: The profile URN is malformed.");
    CommentExample.assertIsRunByItsTest(ConnectSafelyClient.class);
  }
}
