package dev.roster.linkedapi;

import static dev.roster.bindings.testing.ProviderServer.body;
import static dev.roster.linkedapi.LinkedApiServer.TOKEN;
import static dev.roster.linkedapi.LinkedApiServer.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.bindings.ApiCall;
import dev.roster.linkedapi.model.Account;
import dev.roster.linkedapi.model.AccountList;
import dev.roster.linkedapi.model.AccountStatus;
import dev.roster.linkedapi.model.ConnectionSession;
import dev.roster.linkedapi.model.ConnectionSessionStatus;
import dev.roster.linkedapi.model.ConnectionSessionType;
import dev.roster.linkedapi.model.EmptyResult;
import dev.roster.linkedapi.model.NewConnectionSession;
import dev.roster.linkedapi.model.NewReconnectionSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each operation sends, and what it makes of the answers that stand beside the spec. */
class LinkedApiClientTest {

  @AutoClose private final LinkedApiServer server = new LinkedApiServer();

  private void assertRequest(String operation, String body) {
    RecordedRequest request = server.request();
    assertThat(request.getRequestLine())
        .isEqualTo("POST /linkedapi/admin/accounts." + operation + " HTTP/1.1");
    assertThat(request.getHeaders().values("linked-api-token")).containsExactly(TOKEN);
    assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
    assertThat(body(request)).isEqualTo(body);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void getAllListsAccountsAndPendingSessions() {
    server.answers(200, example("getAll.200.json"));

    AccountList list = server.client().getAll().execute();

    assertRequest("getAll", "{}");
    assertThat(list.accounts())
        .containsExactly(
            Account.builder()
                .id("f9b4346a-...")
                .name("John Doe")
                .url("https://www.linkedin.com/in/johndoe/")
                .avatarUrl("https://media.licdn.com/dms/image/...")
                .headline("Founder at Example")
                .countryCode("US")
                .identificationToken("id_...")
                .status(AccountStatus.ACTIVE)
                .connectedAt(Instant.parse("2026-02-20T11:11:51.732Z"))
                .build(),
            Account.builder()
                .id("a91c20f8-...")
                .name("Jane Doe")
                .url("https://www.linkedin.com/in/janedoe/")
                .countryCode("US")
                .identificationToken("id_...")
                .status(AccountStatus.RECONNECTION_REQUIRED)
                .connectedAt(Instant.parse("2026-01-12T09:30:00Z"))
                .reconnectionSessionId("d90ac1f6-...")
                .reconnectionLink("https://app.linkedapi.io/connection/d90ac1f6-...")
                .build());
    assertThat(list.pendingConnectionSessions())
        .extracting(session -> session.sessionId() + " " + session.status())
        .containsExactly("990eef7a-... pending");
  }

  @Test
  void getAllOfAnEmptyWorkspaceIsEmpty() {
    server.answers(200, example("getAll.200-empty.json"));

    AccountList list = server.client().getAll().execute();

    assertThat(list.accounts()).isEmpty();
    assertThat(list.pendingConnectionSessions()).isEmpty();
  }

  @Test
  void getAllReadsEveryStatus() {
    server.answers(200, example("getAll.200-all-statuses.json"));

    AccountList list = server.client().getAll().execute();

    assertThat(list.accounts())
        .extracting(account -> account.name() + " " + account.status().known())
        .containsExactly(
            "Nora Lindqvist ACTIVE",
            "Émile Dufour ACTIVE",
            "Kenji Mori FROZEN",
            "Siobhán O'Hara RECONNECTION_REQUIRED");
    assertThat(list.accounts().get(1).connectedAt())
        .isEqualTo(Instant.parse("2026-11-20T23:59:59.999Z"));
    assertThat(list.accounts().get(2).headline()).isEqualTo("営業部長 · Aoyama Trading");
  }

  @Test
  void aCallWithoutWaitingGivesTheSame() throws Exception {
    server.answers(200, example("getAll.200.json"));

    AccountList list = server.client().getAll().executeAsync().get(10, TimeUnit.SECONDS);

    assertRequest("getAll", "{}");
    assertThat(list.accounts()).extracting(Account::name).containsExactly("John Doe", "Jane Doe");
  }

  @Test
  void getConnectionSessionReadsASession() {
    server.answers(200, example("getConnectionSession.200.json"));

    ConnectionSession session =
        server.client().getConnectionSession("990eef7a-...").execute().session();

    assertRequest("getConnectionSession", "{\"sessionId\":\"990eef7a-...\"}");
    assertThat(session)
        .isEqualTo(
            ConnectionSession.builder()
                .sessionId("990eef7a-...")
                .status(ConnectionSessionStatus.PENDING)
                .type(ConnectionSessionType.INITIAL)
                .build());
  }

  @Test
  void getConnectionSessionReadsAReconnection() {
    server.answers(200, example("getConnectionSession.200-reconnection.json"));

    ConnectionSession session =
        server.client().getConnectionSession("d90ac1f6-...").execute().session();

    assertThat(session.status()).isEqualTo(ConnectionSessionStatus.SUCCESS);
    assertThat(session.type()).isEqualTo(ConnectionSessionType.of("reconnection"));
  }

  @Test
  void createConnectionSessionGivesALink() {
    server.answers(200, example("createConnectionSession.200.json"));

    NewConnectionSession session = server.client().createConnectionSession().execute();

    assertRequest("createConnectionSession", "{}");
    assertThat(session.sessionId()).isEqualTo("990eef7a-...");
    assertThat(session.connectionLink())
        .isEqualTo("https://app.linkedapi.io/connection/990eef7a-...");
  }

  @Test
  void createReconnectionSessionGivesALink() {
    server.answers(200, example("createReconnectionSession.200.json"));

    NewReconnectionSession session =
        server.client().createReconnectionSession("a91c20f8-...").execute();

    assertRequest("createReconnectionSession", "{\"accountId\":\"a91c20f8-...\"}");
    assertThat(session.reconnectionSessionId()).isEqualTo("d90ac1f6-...");
    assertThat(session.reconnectionLink())
        .isEqualTo("https://app.linkedapi.io/connection/d90ac1f6-...");
  }

  @Test
  void cancelConnectionSessionAnswersEmpty() {
    server.answers(200, example("cancelConnectionSession.200.json"));

    EmptyResult result = server.client().cancelConnectionSession("990eef7a-...").execute();

    assertRequest("cancelConnectionSession", "{\"sessionId\":\"990eef7a-...\"}");
    assertThat(result).isEqualTo(EmptyResult.builder().build());
  }

  @Test
  void reparseAccountInfoStartsAWorkflow() {
    server.answers(200, example("reparseAccountInfo.200.json"));

    String workflow = server.client().reparseAccountInfo("f9b4346a-...").execute().workflowId();

    assertRequest("reparseAccountInfo", "{\"accountId\":\"f9b4346a-...\"}");
    assertThat(workflow).isEqualTo("reparseAccountInfoWorkflow-...");
  }

  @Test
  void regenerateIdentificationTokenGivesTheNewOne() {
    server.answers(200, example("regenerateIdentificationToken.200.json"));

    var token = server.client().regenerateIdentificationToken("f9b4346a-...").execute();

    assertRequest("regenerateIdentificationToken", "{\"accountId\":\"f9b4346a-...\"}");
    assertThat(token.token()).isEqualTo("id_new_token_here");
    assertThat(token.toString()).doesNotContain("id_new_token_here");
  }

  @Test
  void aNewIdentificationTokenIsHandedToWhoeverSwapsIt() {
    server.answers(200, example("regenerateIdentificationToken.200.json"));
    List<String> swapped = new ArrayList<>();

    server.client().regenerateIdentificationToken("f9b4346a-...", swapped::add);

    assertRequest("regenerateIdentificationToken", "{\"accountId\":\"f9b4346a-...\"}");
    assertThat(swapped).containsExactly("id_new_token_here");
  }

  @Test
  void disconnectAnswersEmpty() {
    server.answers(200, example("disconnect.200.json"));

    EmptyResult result = server.client().disconnect("f9b4346a-...").execute();

    assertRequest("disconnect", "{\"accountId\":\"f9b4346a-...\"}");
    assertThat(result).isEqualTo(EmptyResult.builder().build());
  }

  private static Stream<Named<BiFunction<LinkedApiClient, String, ApiCall<?>>>> callsWithAnId() {
    return Stream.of(
        Named.of("getConnectionSession", LinkedApiClient::getConnectionSession),
        Named.of("createReconnectionSession", LinkedApiClient::createReconnectionSession),
        Named.of("cancelConnectionSession", LinkedApiClient::cancelConnectionSession),
        Named.of("reparseAccountInfo", LinkedApiClient::reparseAccountInfo),
        Named.of(
            "regenerateIdentificationToken",
            (client, id) -> client.regenerateIdentificationToken(id)),
        Named.of("disconnect", LinkedApiClient::disconnect));
  }

  @ParameterizedTest
  @MethodSource("callsWithAnId")
  void aBlankIdIsRefusedBeforeAnythingIsSent(
      BiFunction<LinkedApiClient, String, ApiCall<?>> operation) {
    assertThatThrownBy(() -> operation.apply(server.client(), " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("linkedapi accounts.")
        .hasMessageEndingWith("Id is blank; give an id as accounts.getAll lists it");
    assertThat(server.requests()).isZero();
  }

  @Test
  void theLiveServiceIsTheDefault() {
    LinkedApiClient client = LinkedApiClient.builder().token(TOKEN).build();

    assertThat(client.getAll().request().url())
        .hasToString("https://api.linkedapi.io/admin/accounts.getAll");
  }

  @Test
  void aMissingTokenIsRefused() {
    assertThatThrownBy(() -> LinkedApiClient.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("linkedapi: the credential is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "linked_\n"})
  void aTokenThatIsNoneIsRefused(String token) {
    assertThatThrownBy(() -> LinkedApiClient.builder().token(token))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("linked_");
  }

  @Test
  void aWaitThatCannotBeOneIsRefused() {
    LinkedApiClient.Builder builder = LinkedApiClient.builder();

    assertThatThrownBy(() -> builder.pollInterval(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("linkedapi: the poll interval is PT0S; give a time longer than 0");
    assertThatThrownBy(() -> builder.waitDeadline(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("linkedapi: the deadline of a wait is PT-1S; give 0 or longer");
  }
}
