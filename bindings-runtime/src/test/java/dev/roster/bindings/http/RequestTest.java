package dev.roster.bindings.http;

import static dev.roster.bindings.http.PeopleServer.ADA;
import static dev.roster.bindings.http.PeopleServer.ADA_JSON;
import static dev.roster.bindings.http.PeopleServer.ADA_WRAPPED;
import static dev.roster.bindings.testing.ProviderServer.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Upload;
import dev.roster.bindings.http.PeopleApi.Person;
import dev.roster.bindings.http.PeopleApi.PersonEdit;
import java.io.IOException;
import mockwebserver3.RecordedRequest;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a call sends. */
class RequestTest {

  @AutoClose private final PeopleServer server = new PeopleServer();

  @Test
  void aPostWithoutBodyCarriesAnEmptyObject() {
    server.answers(200, ADA_WRAPPED);

    assertThat(server.api().find().execute()).isEqualTo(ADA);

    RecordedRequest request = server.request();
    assertThat(request.getRequestLine()).isEqualTo("POST /v1/people.find HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("Content-Length")).isEqualTo("2");
    assertThat(body(request)).isEqualTo("{}");
  }

  @Test
  void aPostThatWritesCarriesAnEmptyObjectToo() {
    server.answers(200, ADA_WRAPPED);

    assertThat(server.api().add().execute()).isEqualTo(ADA);

    RecordedRequest request = server.request();
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(body(request)).isEqualTo("{}");
  }

  @Test
  void aModelIsSentAsJson() {
    server.answers(200, ADA_WRAPPED);

    server.api().rename(ADA).execute();

    RecordedRequest request = server.request();
    assertThat(request.getRequestLine()).isEqualTo("POST /v1/people.rename HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(body(request)).isEqualTo(ADA_JSON);
  }

  @Test
  void pathAndQueryAreEscaped() {
    server.answers(200, ADA_JSON);

    assertThat(server.api().get("a/b c", "x&y").execute()).isEqualTo(ADA);

    RecordedRequest request = server.request();
    assertThat(request.getRequestLine()).isEqualTo("GET /v1/people/a%2Fb%20c?as=x%26y HTTP/1.1");
    assertThat(request.getBodySize()).isZero();
  }

  @Test
  void anAbsentQueryParameterIsNotSent() {
    server.answers(200, ADA_JSON);

    server.api().get("p1", null).execute();

    assertThat(server.request().getTarget()).isEqualTo("/v1/people/p1");
  }

  @Test
  void aDeleteHasAnEmptyBody() {
    server.answers(200, ADA_JSON);

    server.api().remove("p1").execute();

    RecordedRequest request = server.request();
    assertThat(request.getRequestLine()).isEqualTo("DELETE /v1/people/p1 HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type")).isNull();
    assertThat(request.getBodySize()).isZero();
  }

  @Test
  void aFormIsSentInParts() {
    server.answers(200, ADA_JSON);

    server.api().edit(new PersonEdit("Hi", Upload.of("me.png", new byte[] {1, 2}))).execute();

    RecordedRequest request = server.request();
    assertThat(request.getRequestLine()).isEqualTo("PATCH /v1/people/me HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type"))
        .startsWith("multipart/form-data; boundary=");
    assertThat(body(request).replace("\r\n", "\n"))
        .contains(
            "form-data; name=\"headline\"\n\nHi\n",
            "filename=\"me.png\"\nContent-Type: image/png\n\n\u0001\u0002\n",
            "form-data; name=\"picture\"; filename");
  }

  @Test
  void theAnswerIsAskedForAsJson() {
    server.answers(200, ADA_JSON);

    server.api().get("p1", null).execute();

    assertThat(server.request().getHeaders().get("Accept")).isEqualTo("application/json");
  }

  @Test
  void aCallShowsItsRequestWithAMaskForTheCredential() throws IOException {
    ApiCall<Person> call = server.api().rename(ADA);

    assertThat(call.request().method()).isEqualTo("POST");
    assertThat(call.request().url()).hasToString(server.url() + "/people.rename");
    assertThat(call.request().headers().toString())
        .isEqualTo("Accept: application/json\nX-Token: ***\n");
    RequestBody body = call.request().body();
    assertThat(body).isNotNull();
    Buffer json = new Buffer();
    body.writeTo(json);
    assertThat(json.readUtf8()).isEqualTo(ADA_JSON);
    assertThat(call.operation().name()).isEqualTo("people.rename");
    assertThat(server.requests()).isZero();
  }

  @Test
  void aCallWhoseRequestWasLookedAtCanStillBeSent() throws IOException {
    server.answers(200, ADA_WRAPPED);
    ApiCall<Person> call = server.api().rename(ADA);
    RequestBody body = call.request().body();
    assertThat(body).isNotNull();
    body.writeTo(new Buffer());

    assertThat(call.execute()).isEqualTo(ADA);
    assertThat(body(server.request())).isEqualTo(ADA_JSON);
  }

  @Test
  void aCallIsSentOnce() {
    server.answers(200, ADA_WRAPPED).answers(200, ADA_WRAPPED);
    ApiCall<Person> call = server.api().find();
    call.execute();

    assertThatThrownBy(call::execute)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("acme people.find: the call was sent before; copy() gives a new one");
    assertThatThrownBy(call::executeAsync).isInstanceOf(IllegalStateException.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aCopyIsSentAgain() {
    server.answers(200, ADA_WRAPPED).answers(200, ADA_WRAPPED);
    ApiCall<Person> call = server.api().rename(ADA);
    call.execute();

    assertThat(call.copy().execute()).isEqualTo(ADA);
    server.request();
    assertThat(body(server.request())).isEqualTo(ADA_JSON);
  }
}
