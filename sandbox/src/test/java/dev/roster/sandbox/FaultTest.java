package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  private static final String ADA = "acc_linkedin_1";

  private final Sandbox sandbox = Sandbox.start();
  private final TestClient client = new TestClient(sandbox);
  private final Control control = sandbox.control();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anErrorTypeBringsItsStatus() {
    control.fault(Fault.on("accounts.createConnectionSession").errorType("noAvailableSeats"));
    Reply reply = client.linkedapi("createConnectionSession");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.errorType()).isEqualTo("noAvailableSeats");
    assertThat(client.createSession()).isNotEmpty();
  }

  @Test
  void aStatusBringsItsFirstErrorType() {
    control.fault(Fault.on("ownProfile.get").status(503));
    Reply reply = client.profile(ADA);
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.errorType()).isEqualTo("errors/no_client_session");
  }

  @Test
  void aStatusThatNoDocumentKnowsIsAPageOfAGateway() {
    control.fault(Fault.on("getAll").status(502));
    Reply reply = client.unchecked(getAll());
    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.headers().get("Content-Type")).startsWith("text/html");
    assertThat(reply.text()).startsWith("<html>");
  }

  @Test
  void aStatusCanContradictTheErrorType() {
    control.fault(Fault.on("getAll").status(200).errorType("tooManyRequests"));
    Reply reply = client.unchecked(getAll());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("success").asBoolean()).isFalse();
    assertThat(reply.errorType()).isEqualTo("tooManyRequests");
  }

  @Test
  void anUnknownErrorTypeNeedsAStatus() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.on("getAll").errorType("brandNew"))
        .withMessageStartingWith("accounts.getAll documents no error type \"brandNew\".");
    control.fault(Fault.on("getAll").status(418).errorType("brandNew"));
    Reply reply = client.unchecked(getAll());
    assertThat(reply.status()).isEqualTo(418);
    assertThat(reply.errorType()).isEqualTo("brandNew");
  }

  @Test
  void aFaultHitsTheNextCallsOfItsOperationOnly() {
    control.fault(Fault.on("ownProfile.get").times(2).status(429));
    control.fault(Fault.on("ownProfile.get").errorType("errors/network_down"));
    assertThat(client.getAll().has("accounts")).isTrue();
    assertThat(client.profile(ADA).status()).isEqualTo(429);
    assertThat(client.profile(ADA).status()).isEqualTo(429);
    assertThat(client.profile(ADA).status()).isEqualTo(503);
    assertThat(client.profile(ADA).status()).isEqualTo(200);
  }

  @Test
  void aRefusedCallCanTakeEffectAllTheSame() {
    control.fault(Fault.on("ownProfile.edit").status(500).carryingOut());
    assertThat(client.edit(ADA, "headline", "kept").status()).isEqualTo(500);
    assertThat(client.profile(ADA).json().get("headline").asText()).isEqualTo("kept");
  }

  @Test
  void clearedFaultsDoNotHappen() {
    control.fault(Fault.on("ownProfile.get").times(100).status(429));
    control.clearFaults();
    assertThat(client.profile(ADA).status()).isEqualTo(200);
  }

  @Test
  void aRefusedCallHasNoEffect() {
    control.fault(Fault.on("ownProfile.edit").errorType("errors/unexpected_error"));
    assertThat(client.edit(ADA, "headline", "Lost").status()).isEqualTo(500);
    assertThat(client.profile(ADA).json().get("headline").asText()).isNotEqualTo("Lost");
  }

  @Test
  void cutBeforeMeansThatTheCallHadNoEffect() {
    control.fault(Fault.on("ownProfile.edit").cut(Fault.Cut.BEFORE));
    assertThatThrownBy(() -> client.edit(ADA, "headline", "Lost"))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .isInstanceOf(IOException.class);
    assertThat(client.profile(ADA).json().get("headline").asText()).isNotEqualTo("Lost");
    assertThat(sandbox.requests()).extracting(ReceivedRequest::status).containsExactly(0, 200);
  }

  @Test
  void cutAfterMeansThatTheCallTookEffectAndItsAnswerWasLost() {
    control.fault(Fault.on("ownProfile.edit").cut(Fault.Cut.AFTER));
    assertThatThrownBy(() -> client.edit(ADA, "headline", "Kept"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(client.profile(ADA).json().get("headline").asText()).isEqualTo("Kept");
    assertThat(sandbox.requests()).extracting(ReceivedRequest::status).containsExactly(0, 200);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 503})
  void cutInTheMiddleSendsHalfOfTheAnswer(int status) throws Exception {
    Fault fault = Fault.on("getAll").cut(Fault.Cut.MIDDLE);
    control.fault(status == 200 ? fault : fault.status(status).body("x".repeat(1000), "text/html"));
    try (Response answer = new OkHttpClient().newCall(getAll()).execute()) {
      assertThat(answer.code()).isEqualTo(status);
      long announced = answer.body().contentLength();
      Buffer received = new Buffer();
      assertThatThrownBy(() -> received.writeAll(answer.body().source()))
          .isInstanceOf(IOException.class);
      assertThat(received.size()).isBetween(1L, announced - 1);
    }
    assertThat(sandbox.requests()).extracting(ReceivedRequest::status).containsExactly(0);
    assertThat(client.getAll().has("accounts")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 429})
  void cutAfterTheHeadersSendsNothingOfTheBody(int status) throws Exception {
    Fault fault = Fault.on("getAll").cut(Fault.Cut.HEADERS);
    control.fault(status == 200 ? fault : fault.status(status).retryAfter(Duration.ofSeconds(2)));
    try (Response answer = new OkHttpClient().newCall(getAll()).execute()) {
      assertThat(answer.code()).isEqualTo(status);
      assertThat(answer.header("Retry-After")).isEqualTo(status == 200 ? null : "2");
      assertThat(answer.body().contentLength()).isPositive();
      Buffer received = new Buffer();
      assertThatThrownBy(() -> received.writeAll(answer.body().source()))
          .isInstanceOf(IOException.class);
      assertThat(received.size()).isZero();
    }
    assertThat(sandbox.requests()).extracting(ReceivedRequest::status).containsExactly(0);
    assertThat(client.getAll().has("accounts")).isTrue();
  }

  @Test
  void cutInTheMiddleOfAnAnswerMeansThatTheCallTookEffect() {
    control.fault(Fault.on("ownProfile.edit").cut(Fault.Cut.MIDDLE));
    assertThatThrownBy(() -> client.edit(ADA, "headline", "Kept"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(client.profile(ADA).json().get("headline").asText()).isEqualTo("Kept");
  }

  @Test
  void cutAfterWithAStatusStillTakesEffect() {
    control.fault(Fault.on("ownProfile.edit").status(500).cut(Fault.Cut.AFTER));
    assertThatThrownBy(() -> client.edit(ADA, "headline", "Kept"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(client.profile(ADA).json().get("headline").asText()).isEqualTo("Kept");
  }

  @Test
  @Timeout(30)
  void latencyHoldsTheAnswerBackAfterTheCallTookEffect() {
    control.fault(Fault.on("ownProfile.edit").latency(Duration.ofHours(1)));
    CompletableFuture<Reply> edit =
        CompletableFuture.supplyAsync(() -> client.edit(ADA, "headline", "Late"));
    waitForARequest();
    assertThat(client.profile(ADA).json().get("headline").asText()).isEqualTo("Late");
    assertThat(sandbox.requests()).extracting(ReceivedRequest::status).containsExactly(200, 200);
    assertThat(edit).isNotDone();
  }

  @Test
  void latencyAndCutCombine() {
    control.fault(Fault.on("getAll").latency(Duration.ofMillis(150)).cut(Fault.Cut.BEFORE));
    long start = System.nanoTime();
    assertThatThrownBy(() -> client.unchecked(getAll())).isInstanceOf(UncheckedIOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));
  }

  @Test
  @Timeout(30)
  void closingLetsAnswersGoThatAreHeldBack() {
    control.fault(Fault.on("getAll").latency(Duration.ofHours(1)));
    CompletableFuture<Reply> held = CompletableFuture.supplyAsync(() -> client.unchecked(getAll()));
    waitForARequest();
    sandbox.close();
    // Whether the answer still comes through or the connection ends first, the client waits no
    // longer.
    assertThat(held.handle((reply, failure) -> true)).succeedsWithin(Duration.ofSeconds(20));
  }

  @Test
  void aBodyReplacesTheAnswerOfACallThatTookEffect() {
    control.fault(Fault.on("ownProfile.edit").body("{\"object\":", "application/json"));
    Request request =
        new Request.Builder()
            .url(sandbox.postpressUrl() + "/users/me/edit")
            .header("X-API-KEY", Sandbox.POSTPRESS_KEY)
            .patch(TestClient.form(ADA).addFormDataPart("headline", "Kept").build())
            .build();
    Reply reply = client.unchecked(request);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{\"object\":");
    assertThat(client.profile(ADA).json().get("headline").asText()).isEqualTo("Kept");
  }

  @Test
  void aStatusWithABodyRefusesWithThatBody() {
    control.fault(Fault.on("getAll").status(502).body("<h1>Bad gateway</h1>", "text/html"));
    Reply reply = client.unchecked(getAll());
    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.headers().get("Content-Type")).isEqualTo("text/html");
    assertThat(reply.text()).isEqualTo("<h1>Bad gateway</h1>");
  }

  @Test
  void retryAfterIsAHeader() {
    control.fault(Fault.on("getAll").status(429).retryAfter(Duration.ofSeconds(7)));
    Reply reply = client.linkedapi("getAll");
    assertThat(reply.errorType()).isEqualTo("tooManyRequests");
    assertThat(reply.headers().get("Retry-After")).isEqualTo("7");
  }

  @Test
  void impossibleFaultsAreRefused() {
    for (Runnable wrong :
        List.<Runnable>of(
            () -> Fault.on("accounts.getNone"),
            () -> Fault.on("getAll").times(0),
            () -> Fault.on("getAll").status(99),
            () -> Fault.on("getAll").latency(Duration.ofMillis(-1)))) {
      assertThatIllegalArgumentException().isThrownBy(wrong::run);
    }
  }

  private void waitForARequest() {
    while (sandbox.requests().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private Request getAll() {
    return client
        .linkedapiRequest("getAll", RequestBody.create("", TestClient.JSON))
        .header("linked-api-token", Sandbox.LINKEDAPI_TOKEN)
        .build();
  }
}
