package dev.roster.bindings.http;

import static dev.roster.bindings.http.PeopleServer.ADA;
import static dev.roster.bindings.http.PeopleServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.Drift;
import dev.roster.bindings.Drift.Kind;
import dev.roster.bindings.UnreadableAnswerException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a listener hears of answers that differ from their spec. */
class DriftTest {

  @AutoClose private final PeopleServer server = new PeopleServer();

  private final List<Drift> heard = new CopyOnWriteArrayList<>();

  private PeopleApi.Person found(String body) {
    server.answers(200, body);
    return server.api(builder -> builder.driftListener(heard::add)).find().execute();
  }

  private static Drift of(
      Kind kind, String pointer, String expected, @Nullable String found, long count) {
    return new Drift(PeopleApi.OPERATIONS.get(0), kind, pointer, expected, found, count);
  }

  @Test
  void anAnswerAsItsSpecSaysIsNotTold() {
    assertThat(found("{\"success\":true,\"result\":{\"id\":\"p1\",\"name\":\"Ada\"}}"))
        .isEqualTo(ADA);

    assertThat(heard).isEmpty();
  }

  @Test
  void unknownFieldsAreToldWithTheirPlaceAndTypeAndNoValue() {
    found(
        "{\"trace\":\"t\",\"success\":true,"
            + "\"result\":{\"id\":\"p1\",\"name\":\"Ada\",\"a/b~c\":{\"x\":1}}}");

    assertThat(heard)
        .containsExactly(
            of(Kind.UNKNOWN_FIELD, "/trace", "the answer has no such field", "string", 1),
            of(Kind.UNKNOWN_FIELD, "/result/a~1b~0c", "TwoTexts has no such field", "object", 1));
  }

  @Test
  void aMissingValueIsToldAndFailsTheCall() {
    UnreadableAnswerException failure =
        catchThrowableOfType(
            UnreadableAnswerException.class,
            () -> found("{\"success\":true,\"result\":{\"id\":\"p1\",\"name\":null}}"));

    assertThat(failure).hasMessageContaining("Required value 'name' missing at $.result");
    assertThat(heard)
        .containsExactly(of(Kind.MISSING_VALUE, "/result/name", "a required value", null, 1));
  }

  @Test
  void anEnvelopeWithoutItsPartsIsTold() {
    assertThatThrownBy(() -> found("{\"success\":true}"))
        .hasMessageContaining("Required value 'result' missing at $");
    assertThatThrownBy(() -> found("{\"success\":\"yes\"}"))
        .isInstanceOf(UnreadableAnswerException.class);
    assertThatThrownBy(() -> found("[]")).isInstanceOf(UnreadableAnswerException.class);

    assertThat(heard)
        .containsExactly(
            of(Kind.MISSING_VALUE, "/result", "a required value", null, 1),
            of(Kind.WRONG_TYPE, "/success", "a boolean", "string", 1),
            of(Kind.WRONG_TYPE, "", "an object", "array", 1));
  }

  @Test
  void aValueOfAnotherTypeIsToldWhetherItCanBeReadOrNot() {
    assertThat(found("{\"success\":true,\"result\":{\"id\":7,\"name\":\"Ada\"}}").id())
        .isEqualTo("7");
    assertThatThrownBy(() -> found("{\"success\":true,\"result\":{\"id\":[],\"name\":\"Ada\"}}"))
        .isInstanceOf(UnreadableAnswerException.class);

    assertThat(heard)
        .containsExactly(
            of(Kind.WRONG_TYPE, "/result/id", "a text", "number", 1),
            of(Kind.WRONG_TYPE, "/result/id", "a text", "array", 1));
  }

  @Test
  void whatIsNoJsonIsNoDrift() {
    assertThatThrownBy(() -> found("<html>")).isInstanceOf(UnreadableAnswerException.class);
    assertThatThrownBy(() -> found("{\"success\":true,\"more\":1,\"result\":{\"id\":"))
        .isInstanceOf(UnreadableAnswerException.class);

    assertThat(heard).isEmpty();
  }

  @Test
  void aCredentialThatComesBackAsANameIsMasked() {
    found("{\"success\":true,\"result\":{\"id\":\"p1\",\"name\":\"Ada\",\"" + TOKEN + "\":1}}");

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).pointer()).startsWith("/result/").doesNotContain(TOKEN);
  }

  @Test
  void noAnswerCanMakeTheListenerHearMoreThanSoManyPlaces() {
    StringBuilder more = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      more.append(",\"n").append(i).append("\":1");
    }
    found("{\"success\":true,\"result\":{\"id\":\"p1\",\"name\":\"Ada\"" + more + "}}");

    assertThat(heard).hasSize(1001);
    assertThat(heard.get(0).pointer()).isEqualTo("/result/n0");
    assertThat(heard.get(1000).pointer()).isEqualTo(Drift.ELSEWHERE);
    assertThat(heard.stream().mapToLong(Drift::count).sum()).isEqualTo(50_000);
  }

  @Test
  void aNameCannotBreakALogOrFillTheMemory() {
    found(
        "{\"success\":true,\"result\":{\"id\":\"p1\",\"name\":\"Ada\",\"a\\nb"
            + "x".repeat(100_000)
            + "\":1}}");

    assertThat(heard.get(0).pointer()).startsWith("/result/a?bx").endsWith("…").hasSize(209);
  }

  @Test
  void whatIsSeenIsToldAlsoWhereTheJsonIsKept() {
    server.answers(200, "{\"success\":true,\"result\":{\"id\":\"p1\",\"name\":\"Ada\",\"x\":1}}");

    server.api(builder -> builder.driftListener(heard::add)).find().withJson().execute();

    assertThat(heard)
        .containsExactly(
            of(Kind.UNKNOWN_FIELD, "/result/x", "TwoTexts has no such field", "number", 1));
  }
}
