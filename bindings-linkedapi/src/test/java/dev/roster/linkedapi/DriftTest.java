package dev.roster.linkedapi;

import static dev.roster.linkedapi.LinkedApiServer.TOKEN;
import static dev.roster.linkedapi.LinkedApiServer.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.bindings.AnswerWithGaps;
import dev.roster.bindings.AnswerWithGaps.Gap;
import dev.roster.bindings.Drift;
import dev.roster.bindings.Drift.Kind;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.Account;
import dev.roster.linkedapi.model.AccountList;
import dev.roster.linkedapi.model.AccountStatus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Accounts that differ from the spec: what is heard of it, and which can still be read. */
class DriftTest {

  @AutoClose private final LinkedApiServer server = new LinkedApiServer();

  private final List<Drift> heard = new CopyOnWriteArrayList<>();

  private LinkedApiClient client() {
    return LinkedApiClient.builder()
        .token(TOKEN)
        .baseUrl(server.url())
        .driftListener(heard::add)
        .build();
  }

  private static String account(String id, String members) {
    return """
    {"id": "%s", "name": "N", "url": "u", "avatarUrl": null, "headline": null,
     "countryCode": "US", "identificationToken": "t", "status": "active",
     "connectedAt": "2025-11-05T10:30:00.000Z"%s}\
    """
        .formatted(id, members);
  }

  private static String answer(String... accounts) {
    return "{\"success\":true,\"result\":{\"accounts\":["
        + String.join(",", accounts)
        + "],\"pendingConnectionSessions\":[]}}";
  }

  private static Drift of(
      Kind kind, String pointer, String expected, @Nullable String found, long count) {
    return new Drift(Operations.GET_ALL, kind, pointer, expected, found, count);
  }

  @Test
  void theDocumentedAnswerHasNone() {
    server.answers(200, example("getAll.200.json"));

    assertThat(client().getAll().execute().accounts()).isNotEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void whatSeveralAccountsHaveIsOnePlaceWithItsCount() {
    server.answers(
        200,
        answer(
            account("a", ", \"seat\": 1"),
            account("b", "").replace("active", "asleep"),
            account("c", ", \"seat\": {\"active\": \"asleep\"}")));

    AccountList list = client().getAll().execute();

    assertThat(list.accounts()).extracting(Account::id).containsExactly("a", "b", "c");
    assertThat(list.accounts().get(1).status()).isEqualTo(AccountStatus.of("asleep"));
    assertThat(heard)
        .containsExactly(
            of(
                Kind.UNKNOWN_FIELD,
                "/result/accounts/*/seat",
                "Account has no such field",
                "number",
                2),
            of(
                Kind.UNKNOWN_VALUE,
                "/result/accounts/*/status",
                "AccountStatus is one of active, frozen, reconnection_required",
                "string",
                1));
  }

  @Test
  void oneAccountThatCannotBeReadFailsTheCall() {
    server.answers(200, answer(account("a", ""), account("b", "").replace("\"N\"", "null")));

    assertThatThrownBy(() -> client().getAll().execute())
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("Required value 'name' missing at $.result.accounts[1]");
    assertThat(heard)
        .containsExactly(
            of(Kind.MISSING_VALUE, "/result/accounts/*/name", "a required value", null, 1));
  }

  @Test
  void oneAccountThatCannotBeReadIsAGapForThoseWhoAsk() {
    server.answers(
        200,
        answer(
            account("a", ", \"seat\": 1"),
            account("b", "").replace("\"N\"", "null"),
            account("c", "").replace("2025-11-05T10:30:00.000Z", "yesterday"),
            "null",
            "7",
            account("d", "")));

    AnswerWithGaps<AccountList> answer = client().getAll().withGaps().execute();

    assertThat(answer.model().accounts()).extracting(Account::id).containsExactly("a", "d");
    assertThat(answer.gaps())
        .extracting(Gap::item, Gap::pointer, Gap::id)
        .containsExactly(
            tuple("/result/accounts/1", "/result/accounts/1/name", "b"),
            tuple("/result/accounts/2", "/result/accounts/2/connectedAt", "c"),
            tuple("/result/accounts/3", "/result/accounts/3", null),
            tuple("/result/accounts/4", "/result/accounts/4", null));
    assertThat(answer.gaps().get(0).reason())
        .isEqualTo("Required value 'name' missing at $.result.accounts[1]");
    assertThat(heard)
        .extracting(Drift::kind, Drift::pointer, Drift::count)
        .containsExactly(
            tuple(Kind.UNKNOWN_FIELD, "/result/accounts/*/seat", 1L),
            tuple(Kind.MISSING_VALUE, "/result/accounts/*/name", 1L),
            tuple(Kind.WRONG_TYPE, "/result/accounts/*/connectedAt", 1L),
            tuple(Kind.MISSING_VALUE, "/result/accounts/*", 1L),
            tuple(Kind.WRONG_TYPE, "/result/accounts/*", 1L));
  }

  @Test
  void anAnswerThatCanBeReadHasNoGaps() {
    server.answers(200, example("getAll.200.json"));

    AnswerWithGaps<AccountList> answer = server.client().getAll().withGaps().execute();

    server.answers(200, example("getAll.200.json"));
    assertThat(answer.model()).isEqualTo(server.client().getAll().execute());
    assertThat(answer.gaps()).isEmpty();
  }

  @Test
  void anAnswerWhoseListIsMissingIsNoAnswerWithGaps() {
    server.answers(200, "{\"success\":true,\"result\":{\"accounts\":[]}}");

    assertThatThrownBy(() -> client().getAll().withGaps().execute())
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("pendingConnectionSessions");
    assertThat(heard).hasSize(1);
  }

  @Test
  void anAnswerOfMoreThanAThousandGapsIsUnreadable() {
    server.answers(200, answer("null,".repeat(1000) + "null"));

    assertThatThrownBy(() -> client().getAll().withGaps().execute())
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("more than 1000 items");
  }
}
