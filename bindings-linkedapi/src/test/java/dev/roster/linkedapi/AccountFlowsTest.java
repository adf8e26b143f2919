package dev.roster.linkedapi;

import static dev.roster.linkedapi.LinkedApiServer.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiException;
import dev.roster.linkedapi.model.Account;
import dev.roster.linkedapi.model.AccountStatus;
import dev.roster.linkedapi.model.ConnectionSessionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The flows of several calls: what they send, in which order, and what comes of it. */
class AccountFlowsTest {

  private static final String JOHN = "f9b4346a-...";
  private static final String JANE = "a91c20f8-...";
  private static final String NEW_LINK = "https://app.linkedapi.io/connection/990eef7a-...";
  private static final String JANES_LINK = "https://app.linkedapi.io/connection/d90ac1f6-...";

  @AutoClose private final LinkedApiServer server = new LinkedApiServer();
  private final List<String> links = new ArrayList<>();

  private void answers(String... examples) {
    for (String example : examples) {
      server.answers(200, example);
    }
  }

  /** Returns a client that pauses for 10 s and gives up after 40 s. */
  private LinkedApiClient hasty() {
    return LinkedApiClient.builder()
        .token(LinkedApiServer.TOKEN)
        .baseUrl(server.url())
        .time(server.time)
        .pollInterval(Duration.ofSeconds(10))
        .waitDeadline(Duration.ofSeconds(40))
        .build();
  }

  private static String session(String id, String status) {
    return example("getConnectionSession.200.json")
        .replace("990eef7a-...", id)
        .replace("\"pending\"", "\"" + status + "\"");
  }

  private static String onlyJane() {
    return example("getAll.200.json").replace(JOHN, JANE);
  }

  private static String janeActive() {
    return example("getAll.200.json").replace("reconnection_required", "active");
  }

  @Test
  void connectReturnsTheAccountThatWasNotThereBefore() {
    answers(
        onlyJane(),
        example("createConnectionSession.200.json"),
        session("990eef7a-...", "pending"),
        session("990eef7a-...", "success"),
        example("getAll.200.json"));

    Account account = server.client().connect(links::add);

    assertThat(account.id()).isEqualTo(JOHN);
    assertThat(account.name()).isEqualTo("John Doe");
    assertThat(links).containsExactly(NEW_LINK);
    assertThat(server.asked()).isEqualTo("getAll {}");
    assertThat(server.asked()).isEqualTo("createConnectionSession {}");
    assertThat(server.asked()).isEqualTo("getConnectionSession {\"sessionId\":\"990eef7a-...\"}");
    assertThat(server.asked()).isEqualTo("getConnectionSession {\"sessionId\":\"990eef7a-...\"}");
    assertThat(server.asked()).isEqualTo("getAll {}");
    assertThat(server.requests()).isEqualTo(5);
    assertThat(server.time.now()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void connectWaitsForAnAccountThatShowsLater() {
    answers(
        onlyJane(),
        example("createConnectionSession.200.json"),
        session("990eef7a-...", "success"),
        onlyJane(),
        onlyJane(),
        example("getAll.200.json"));

    assertThat(server.client().connect(links::add).id()).isEqualTo(JOHN);
    assertThat(server.requests()).isEqualTo(6);
    assertThat(server.time.now()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void connectGivesUpOnAnAccountThatNeverShows() {
    answers(
        onlyJane(),
        example("createConnectionSession.200.json"),
        session("990eef7a-...", "success"));
    for (int i = 0; i < 5; i++) {
      answers(onlyJane());
    }

    assertThatThrownBy(() -> hasty().connect(links::add))
        .isInstanceOf(WaitTimeoutException.class)
        .hasMessage(
            "linkedapi accounts.getAll: session 990eef7a-... ended as success, but its account did"
                + " not show within 40 s. Read the accounts again later.");
    assertThat(server.requests()).isEqualTo(8);
  }

  @Test
  void connectDoesNotGuessBetweenSeveralNewAccounts() {
    answers(
        example("getAll.200-empty.json"),
        example("createConnectionSession.200.json"),
        session("990eef7a-...", "success"),
        example("getAll.200.json"));

    assertThatThrownBy(() -> server.client().connect(links::add))
        .isInstanceOf(ConnectionFailedException.class)
        .hasMessageContaining("several accounts are new")
        .hasMessageContaining(JOHN + ", " + JANE);
  }

  @Test
  void connectFailsWithASessionThatFails() {
    answers(
        onlyJane(),
        example("createConnectionSession.200.json"),
        session("990eef7a-...", "expired"));

    ConnectionFailedException failure =
        catchThrowableOfType(
            ConnectionFailedException.class, () -> server.client().connect(links::add));

    assertThat(failure)
        .hasMessage("linkedapi: session 990eef7a-... ended as expired. Start a new one.");
    assertThat(failure.session().status()).isEqualTo(ConnectionSessionStatus.EXPIRED);
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void connectFailsWithoutSeats() {
    answers(onlyJane());
    server.answers(403, example("createConnectionSession.403.json"));

    assertThatThrownBy(() -> server.client().connect(links::add))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("403 noAvailableSeats");
    assertThat(links).isEmpty();
  }

  @Test
  void connectEndsWhenThePersonTakesTooLong() {
    answers(onlyJane(), example("createConnectionSession.200.json"));
    for (int i = 0; i < 4; i++) {
      answers(session("990eef7a-...", "pending"));
    }

    WaitTimeoutException timeout =
        catchThrowableOfType(WaitTimeoutException.class, () -> hasty().connect(links::add));

    assertThat(timeout.sessionId()).isEqualTo("990eef7a-...");
    assertThat(server.requests()).isEqualTo(6);
  }

  private Account jane(String list) {
    server.answers(200, list);
    Account jane = server.client().getAll().execute().accounts().get(1);
    server.request();
    return jane;
  }

  @Test
  void reconnectUsesTheSessionThatTheAccountNames() {
    Account jane = jane(example("getAll.200.json"));
    answers(session("d90ac1f6-...", "success"), example("getAll.200.json"), janeActive());

    Account now = server.client().reconnect(jane, links::add);

    assertThat(now.id()).isEqualTo(JANE);
    assertThat(now.status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(links).containsExactly(JANES_LINK);
    assertThat(server.asked()).isEqualTo("getConnectionSession {\"sessionId\":\"d90ac1f6-...\"}");
    assertThat(server.asked()).isEqualTo("getAll {}");
    assertThat(server.asked()).isEqualTo("getAll {}");
  }

  @Test
  void reconnectRefusesAnAccountThatNeedsNone() {
    Account active =
        jane(example("getAll.200.json")).toBuilder()
            .status(AccountStatus.ACTIVE)
            .reconnectionSessionId(null)
            .reconnectionLink(null)
            .build();

    assertThatThrownBy(() -> server.client().reconnect(active, links::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "linkedapi: account a91c20f8-... is active and names no reconnection session; read it"
                + " again by getAll()");
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void reconnectByAFreshLinkStartsASession() {
    answers(
        example("createReconnectionSession.200.json"),
        session("d90ac1f6-...", "success"),
        janeActive());

    Account now = server.client().reconnectByFreshLink(JANE, links::add);

    assertThat(now.status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(links).containsExactly(JANES_LINK);
    assertThat(server.asked())
        .isEqualTo("createReconnectionSession {\"accountId\":\"" + JANE + "\"}");
    assertThat(server.asked()).isEqualTo("getConnectionSession {\"sessionId\":\"d90ac1f6-...\"}");
    assertThat(server.asked()).isEqualTo("getAll {}");
  }

  @Test
  void reconnectFailsWithASessionThatIsCancelled() {
    answers(example("createReconnectionSession.200.json"), session("d90ac1f6-...", "cancelled"));

    assertThatThrownBy(() -> server.client().reconnectByFreshLink(JANE, links::add))
        .isInstanceOf(ConnectionFailedException.class)
        .hasMessage("linkedapi: session d90ac1f6-... ended as cancelled. Start a new one.");
  }

  @Test
  void refreshProfileLooksUntilSomethingDiffers() {
    String before = example("getAll.200.json");
    answers(
        before,
        example("reparseAccountInfo.200.json"),
        before,
        before.replace("Founder at Example", "Founder at Another"));

    ProfileRefresh refresh = server.client().refreshProfile(JOHN);

    assertThat(refresh.changed()).isTrue();
    assertThat(refresh.account().headline()).isEqualTo("Founder at Another");
    assertThat(refresh.workflowId()).isEqualTo("reparseAccountInfoWorkflow-...");
    assertThat(server.asked()).isEqualTo("getAll {}");
    assertThat(server.asked()).isEqualTo("reparseAccountInfo {\"accountId\":\"" + JOHN + "\"}");
    assertThat(server.asked()).isEqualTo("getAll {}");
    assertThat(server.asked()).isEqualTo("getAll {}");
    assertThat(server.time.now()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void refreshProfileSeesAPictureThatComes() {
    String before = example("getAll.200.json");
    String picture = "https://media.licdn.com/dms/image/jane";
    answers(
        before,
        example("reparseAccountInfo.200.json"),
        before.replace("\"avatarUrl\": null", "\"avatarUrl\": \"" + picture + "\""));

    assertThat(server.client().refreshProfile(JANE).account().avatarUrl()).isEqualTo(picture);
  }

  @Test
  void refreshProfileSaysWhenNothingChanged() {
    answers(example("getAll.200.json"), example("reparseAccountInfo.200.json"));
    for (int i = 0; i < 4; i++) {
      answers(example("getAll.200.json"));
    }

    ProfileRefresh refresh = hasty().refreshProfile(JOHN);

    assertThat(refresh.changed()).isFalse();
    assertThat(refresh.account().name()).isEqualTo("John Doe");
    assertThat(server.requests()).isEqualTo(6);
  }

  @Test
  void refreshProfileOfAnUnknownAccountFails() {
    answers(example("getAll.200.json"));
    server.answers(401, example("reparseAccountInfo.401.json"));

    assertThatThrownBy(() -> server.client().refreshProfile("nobody"))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith("linkedapi accounts.reparseAccountInfo: 401 ");
    assertThat(server.requests()).isEqualTo(2);
  }
}
