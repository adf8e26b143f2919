package dev.roster.bindings.http;

import static dev.roster.bindings.http.PeopleServer.ADA;
import static dev.roster.bindings.http.PeopleServer.ADA_JSON;
import static dev.roster.bindings.http.PeopleServer.ADA_WRAPPED;
import static dev.roster.bindings.testing.ProviderServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.bindings.http.PeopleApi.Person;
import dev.roster.bindings.http.PeopleApi.Problem;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers under a success status are read. */
class AnswerTest {

  @AutoClose private final PeopleServer server = new PeopleServer();

  private Person found(String body) {
    server.answers(200, body);
    return server.api().find().execute();
  }

  private UnreadableAnswerException unreadable(String body) {
    return catchThrowableOfType(UnreadableAnswerException.class, () -> found(body));
  }

  @Test
  void theEnvelopeIsTakenOff() {
    assertThat(found(ADA_WRAPPED)).isEqualTo(ADA);
  }

  @Test
  void thePayloadMayStandBeforeTheSuccess() {
    assertThat(found("{\"result\":" + ADA_JSON + ",\"more\":[1,{}],\"success\":true}"))
        .isEqualTo(ADA);
  }

  @Test
  void membersThatNobodyKnowsAreSkipped() {
    assertThat(found("{\"a\":{},\"success\":true,\"b\":[],\"result\":" + ADA_JSON + ",\"c\":1}"))
        .isEqualTo(ADA);
  }

  @Test
  void anAnswerWithoutEnvelopeIsTheModelItself() {
    server.answers(200, ADA_JSON);

    assertThat(server.api().get("p1", null).execute()).isEqualTo(ADA);
  }

  @Test
  void theJsonIsKeptAsItWasWrittenForThoseWhoAsk() {
    String written = ADA_JSON.replaceFirst("\\{", "{ \"grown\": [1.0, null] , ");
    server.answers(200, "{\"success\":true,\"result\": " + written + "}");

    AnswerWithJson<Person> answer = server.api().find().withJson().execute();

    assertThat(answer.model()).isEqualTo(ADA);
    assertThat(answer.json()).isEqualTo(written);
    assertThat(answer)
        .hasToString("AnswerWithJson[" + ADA + ", " + written.length() + " characters]");
  }

  @Test
  void whatCannotBeReadIsSaidWithItsPathAlsoWhereTheJsonIsKept() {
    server.answers(200, "{\"success\":true,\"result\":{}}");

    assertThatThrownBy(() -> server.api().find().withJson().execute())
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("$.result");
  }

  @Test
  void theContentTypeDoesNotMatter() {
    server.answers(answer().setHeader("Content-Type", "text/plain").body(ADA_WRAPPED));

    assertThat(server.api().find().execute()).isEqualTo(ADA);
  }

  @Test
  void aChunkedAnswerIsReadWhole() {
    server.answers(answer().chunkedBody(ADA_WRAPPED, 3));

    assertThat(server.api().find().execute()).isEqualTo(ADA);
  }

  @Test
  void noSuccessUnderStatus200IsAnError() {
    String body =
        "{\"success\":false,\"error\":{\"type\":\"noSeats\",\"text\":\"Three of three are taken\"}}";

    ApiException refused = catchThrowableOfType(ApiException.class, () -> found(body));

    assertThat(refused)
        .isNotInstanceOf(UnreadableAnswerException.class)
        .hasMessage(
            "acme people.find: 200 noSeats: Three of three are taken. Check what the credential and"
                + " the account are allowed to do.");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.errorType()).isEqualTo("noSeats");
    assertThat(refused.errorMessage()).isEqualTo("Three of three are taken");
  }

  @Test
  void noSuccessWinsOverAPayloadThatCannotBeRead() {
    String body =
        "{\"result\":{\"id\":1},\"success\":false,\"type\":\"noSeats\",\"message\":\"M\"}";

    ApiException refused = catchThrowableOfType(ApiException.class, () -> found(body));

    assertThat(refused.errorType()).isEqualTo("noSeats");
    assertThat(refused.error(Problem.class)).isEqualTo(new Problem("noSeats", "M"));
  }

  @Test
  void noSuccessWithoutAnErrorIsAnErrorNevertheless() {
    assertThatThrownBy(() -> found("{\"success\":false}"))
        .isExactlyInstanceOf(ApiException.class)
        .hasMessage("acme people.find: 200, but no success.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"result":{}}                               | Required value 'success' missing at $
          {"success":true}                            | Required value 'result' missing at $
          {"success":true,"result":null}              | Required value is null at $.result
          {"success":true,"result":{"id":"p1"}}       | Required value 'name' missing at $.result
          {"success":true,"result":{"id":[]}}         | at path $.result.id
          {"success":"yes","result":{}}               | at path $.success
          {"success":true,"result":{"id":"p1" "name"} | Unterminated object at path $.result.id
          {"success":true,"result":{"id":"p1          | Unterminated string at path $.result.id
          {"success":true,                            | the JSON ends too early
          []                                          | Expected BEGIN_OBJECT but was BEGIN_ARRAY
          nothing                                     | broken JSON at path $
          """)
  void anAnswerThatTheSpecDoesNotAllowIsUnreadable(String body, String reason) {
    UnreadableAnswerException unreadable = unreadable(body);

    assertThat(unreadable)
        .hasMessageStartingWith("acme people.find: 200, but the answer cannot be read: ")
        .hasMessageContaining(reason)
        .hasMessageEndingWith("Check the base URL, and the answer against the spec.");
    assertThat(unreadable.status()).isEqualTo(200);
    assertThat(unreadable.errorType()).isNull();
  }

  @Test
  void anEmptyAnswerIsUnreadable() {
    assertThat(unreadable("")).hasMessageContaining("cannot be read: the body is empty.");
  }

  @Test
  void status204IsUnreadable() {
    server.answers(answer().code(204));

    assertThatThrownBy(() -> server.api().find().execute())
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("204, but the answer cannot be read: the body is empty.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", "]", "1"})
  void whatFollowsTheJsonMakesItUnreadable(String rest) {
    assertThat(unreadable(ADA_WRAPPED + rest)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", ADA_JSON_AND_MORE, "{\"id\":\"p1\"}"})
  void withoutEnvelopeTheSameHolds(String body) {
    server.answers(200, body);

    assertThatThrownBy(() -> server.api().get("p1", null).execute())
        .isInstanceOf(UnreadableAnswerException.class);
  }

  private static final String ADA_JSON_AND_MORE = "{\"id\":\"p1\",\"name\":\"Ada\"} 1";

  @Test
  void aPageOfHtmlUnderStatus200SaysWhatItIs() {
    server.answers(
        answer().setHeader("Content-Type", "text/html; charset=utf-8").body("<html>Log in</html>"));

    assertThatThrownBy(() -> server.api().find().execute())
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessage(
            "acme people.find: 200, but the answer cannot be read: the body is text/html, broken"
                + " JSON at path $. Check the base URL, and the answer against the spec.");
  }

  @Test
  void anUnreadableAnswerToAWriteWarnsThatItMayHaveWorked() {
    server.answers(200, "{\"success\":true}");

    assertThatThrownBy(() -> server.api().add().execute())
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageEndingWith("The call may have taken effect: look before sending it again.");
  }
}
