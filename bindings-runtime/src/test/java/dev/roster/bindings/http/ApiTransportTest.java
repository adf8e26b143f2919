package dev.roster.bindings.http;

import static dev.roster.bindings.http.PeopleServer.ADA;
import static dev.roster.bindings.http.PeopleServer.ADA_WRAPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiOperation;
import dev.roster.bindings.Operation;
import dev.roster.bindings.http.PeopleApi.Person;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.POST;

class ApiTransportTest {

  @AutoClose private final PeopleServer server = new PeopleServer();

  @Test
  void aSharedClientsListenersHearOfEachCallOnce() {
    List<String> started = new ArrayList<>();
    List<Call> made = new ArrayList<>();
    OkHttpClient shared =
        new OkHttpClient.Builder()
            .eventListenerFactory(
                call -> {
                  made.add(call);
                  return new EventListener() {
                    @Override
                    public void callStart(Call begun) {
                      started.add(begun.request().url().encodedPath());
                    }
                  };
                })
            .build();
    server.answers(200, ADA_WRAPPED);

    server.api(transport -> transport.httpClient(shared)).find().execute();

    assertThat(started).containsExactly("/v1/people.find");
    assertThat(made).hasSize(1);
  }

  @Test
  void aSharedClientsListenersFindTheOperationAndTheTagsOfACall() {
    List<Object> tags = new ArrayList<>();
    EventListener listener =
        new EventListener() {
          @Override
          public void callStart(Call begun) {
            tags.add(String.valueOf(begun.request().tag(Operation.class)));
            tags.add(String.valueOf(begun.request().tag(String.class)));
          }
        };
    OkHttpClient shared = new OkHttpClient.Builder().eventListener(listener).build();
    server.answers(200, ADA_WRAPPED).answers(200, ADA_WRAPPED);

    ApiCall<Person> call =
        server
            .api(transport -> transport.httpClient(shared))
            .find()
            .tagged(String.class, "an edit")
            .tagged(Integer.class, 7);
    call.execute();
    call.copy().tagged(String.class, "another").withJson().execute();

    String find = call.operation().toString();
    assertThat(tags).containsExactly(find, "an edit", find, "another");
    assertThat(call.request().tag(Integer.class)).isEqualTo(7);
    assertThat(server.request().getHeaders().toString()).doesNotContain("an edit");
  }

  @Test
  void aSharedClientsConnectionsAreUsed() {
    OkHttpClient shared = new OkHttpClient();
    server.answers(200, ADA_WRAPPED).answers(200, ADA_WRAPPED);

    server.api(transport -> transport.httpClient(shared)).find().execute();
    server.api(transport -> transport.httpClient(shared)).find().execute();

    assertThat(server.request().getExchangeIndex()).isZero();
    assertThat(server.request().getExchangeIndex()).isEqualTo(1);
    assertThat(shared.connectionPool().connectionCount()).isEqualTo(1);
  }

  @Test
  void aMissingBodyIsRefusedBeforeAnythingIsSent() {
    Person nobody = nothing();

    assertThatThrownBy(() -> server.api().rename(nobody))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Body parameter value must not be null");
    assertThat(server.requests()).isZero();
  }

  // What a caller without a null checker can do.
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  interface Unnamed {
    @POST("x")
    ApiCall<Person> call();
  }

  interface Misnamed {
    @POST("x")
    @ApiOperation("nowhere")
    ApiCall<Person> call();
  }

  interface Unadapted {
    @POST("x")
    @ApiOperation("find")
    ApiCall<ApiTransportTest> call();
  }

  @ParameterizedTest
  @ValueSource(classes = {Unnamed.class, Misnamed.class, Unadapted.class})
  void anInterfaceThatDoesNotFitIsRefusedAtOnce(Class<?> api) {
    ApiTransport transport = new PeopleClientBuilder(server.url()).credential("key").transport();

    assertThatThrownBy(() -> transport.create(api))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(api.getSimpleName() + ".call");
  }

  @Test
  void twoTransportsKeepTheirCredentialsApart() {
    OkHttpClient shared = new OkHttpClient();
    server.answers(200, ADA_WRAPPED).answers(200, ADA_WRAPPED);
    PeopleApi one = server.api(transport -> transport.httpClient(shared).credential("one"));
    PeopleApi two = server.api(transport -> transport.httpClient(shared).credential("two"));

    assertThat(one.find().execute()).isEqualTo(ADA);
    assertThat(two.find().execute()).isEqualTo(ADA);

    assertThat(server.request().getHeaders().values("X-Token")).containsExactly("one");
    assertThat(server.request().getHeaders().values("X-Token")).containsExactly("two");
  }
}
