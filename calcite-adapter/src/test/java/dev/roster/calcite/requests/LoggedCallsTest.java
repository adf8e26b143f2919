package dev.roster.calcite.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.calcite.statement.CallSender;
import dev.roster.postpress.PostpressClient;
import dev.roster.postpress.model.EditOwnProfileRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the log says of calls over HTTP. */
@Timeout(20)
class LoggedCallsTest {

  // As long in bytes as in characters.
  private static final String PROFILE = example("getOwnProfile.imap.json");

  private final RequestLog log = new RequestLog(100);
  private final OkHttpClient http =
      new OkHttpClient.Builder().eventListenerFactory(ExchangeListener.factory(log)).build();
  private final CallSender sender = new LoggedCalls(CallSender.DIRECT);
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PostpressClient client(UnaryOperator<PostpressClient.Builder> settings) {
    return settings
        .apply(
            PostpressClient.builder()
                .apiKey("pp_secret")
                .baseUrl(server.url("/").toString())
                .httpClient(http))
        .build();
  }

  private ApiCall<?> read() {
    return client(builder -> builder).getOwnProfile("acc_1");
  }

  private ApiCall<?> write() {
    return client(builder -> builder)
        .editOwnProfile(
            EditOwnProfileRequest.builder().accountId("acc_1").headline("Hi").build(), "edit-1");
  }

  private static String example(String name) {
    try (InputStream json =
        LoggedCallsTest.class.getResourceAsStream("/dev/roster/specs/examples/postpress/" + name)) {
      return new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body);
  }

  private static Throwable failure(CompletableFuture<?> answer) throws InterruptedException {
    try {
      throw new AssertionError("no failure but " + answer.get());
    } catch (ExecutionException failed) {
      return Objects.requireNonNull(failed.getCause());
    }
  }

  private static String shown(LoggedRequest request) {
    return String.join(
        " ",
        request.method(),
        String.valueOf(request.attempt()),
        request.outcome().name(),
        String.valueOf(request.status()),
        String.valueOf(request.bytesSent()),
        String.valueOf(request.bytesReceived()),
        String.valueOf(request.error()));
  }

  private List<String> shown() {
    return log.requests().stream().map(LoggedCallsTest::shown).toList();
  }

  @Test
  void aReadThatSucceedsHasItsStatusSizeAndTimes() throws Exception {
    server.enqueue(json(200, PROFILE).build());
    Instant before = Instant.now();

    sender.send(read()).get();

    LoggedRequest request = log.requests().get(0);
    assertThat(shown()).containsExactly("GET 1 OK 200 0 " + PROFILE.length() + " null");
    assertThat(request.url()).isEqualTo(server.url("/users/me?account_id=acc_1").toString());
    assertThat(request.operation().name()).isEqualTo("ownProfile.get");
    assertThat(request.requestedAt()).isBetween(before, Instant.now());
    assertThat(request.duration()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(20));
    assertThat(request.key()).isNull();
    assertThat(request.idempotencyKey()).isNull();
    assertThat(request.text()).isNull();
  }

  @Test
  void aWriteHasItsKeysAndTheSizeOfItsForm() throws Exception {
    server.enqueue(json(200, "{\"object\":\"ProfileEdited\"}").build());

    sender.send(write().tagged(WriteKey.class, new WriteKey("r1", "i1"))).get();

    LoggedRequest request = log.requests().get(0);
    assertThat(request.outcome()).isEqualTo(RequestOutcome.OK);
    assertThat(request.key()).isEqualTo(new WriteKey("r1", "i1"));
    assertThat(request.idempotencyKey()).isEqualTo("edit-1");
    assertThat(request.bytesSent()).isEqualTo(server.takeRequest().getBodySize());
  }

  @Test
  void anErrorIsTheFailureInItsOwnWordsWithoutTheCredential() throws Exception {
    String body =
        "{\"type\":\"errors/missing_credentials\",\"status\":401,\"title\":\"no pp_secret here\"}";
    server.enqueue(json(401, body).build());

    Throwable failure = failure(sender.send(read()));

    assertThat(failure).isInstanceOf(ApiException.class);
    assertThat(shown())
        .containsExactly("GET 1 FAILED 401 0 " + body.length() + " " + failure.getMessage());
    assertThat(failure.getMessage()).contains("errors/missing_credentials").contains("no *** here");
  }

  @Test
  void aSuccessThatCannotBeReadIsNone() throws Exception {
    server.enqueue(json(200, "<html>").build());

    Throwable failure = failure(sender.send(read()));

    assertThat(failure).isInstanceOf(UnreadableAnswerException.class);
    assertThat(shown()).containsExactly("GET 1 FAILED 200 0 6 " + failure.getMessage());
  }

  @Test
  void aReadThatOkHttpAsksAgainIsTwoRequests() throws Exception {
    server.enqueue(json(503, "wait").setHeader("Retry-After", "0").build());
    server.enqueue(json(200, PROFILE).build());

    sender.send(read()).get();

    assertThat(shown().get(0))
        .startsWith("GET 1 FAILED 503 0 ")
        .endsWith(" 503; OkHttp asked again.");
    assertThat(shown().get(1)).isEqualTo("GET 2 OK 200 0 " + PROFILE.length() + " null");
    assertThat(shown()).hasSize(2);
    assertThat(log.requests().get(0).duration()).isNotNull();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aReadOnAConnectionThatWasDeadIsTwoRequests() throws Exception {
    server.enqueue(json(200, PROFILE).onResponseEnd(new SocketEffect.CloseSocket()).build());
    server.enqueue(json(200, PROFILE).build());
    sender.send(read()).get();

    sender.send(read()).get();

    List<String> shown = shown();
    assertThat(shown.get(0)).startsWith("GET 1 OK 200 ");
    assertThat(shown.get(shown.size() - 1)).startsWith("GET " + (shown.size() - 1) + " OK 200 ");
    // OkHttp may see that the connection is dead before it uses it.
    assertThat(shown.subList(1, shown.size() - 1))
        .allMatch(line -> line.startsWith("GET 1 CUT null 0 null java.io.IOException"));
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aCutAnswerIsACut() throws Exception {
    server.enqueue(json(200, PROFILE).onResponseBody(new SocketEffect.CloseSocket()).build());

    Throwable failure = failure(sender.send(write()));

    assertThat(failure).isInstanceOf(ApiTransportException.class);
    assertThat(shown().get(0))
        .startsWith("PATCH 1 CUT 200 ")
        .endsWith(" null " + failure.getMessage());
    assertThat(shown()).hasSize(1);
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsATimeout() throws Exception {
    server.enqueue(json(200, PROFILE).onResponseStart(SocketEffect.Stall.INSTANCE).build());

    Throwable failure =
        failure(
            sender.send(
                client(builder -> builder.readTimeout(Duration.ofMillis(200)))
                    .getOwnProfile("acc_1")));

    assertThat(shown()).containsExactly("GET 1 TIMEOUT null 0 null " + failure.getMessage());
    assertThat(log.requests().get(0).duration()).isGreaterThan(Duration.ofMillis(150));
  }

  @Test
  void aCancelledCallIsUnderWayBeforeAndCancelledAfterwards() throws Exception {
    server.enqueue(json(200, PROFILE).onResponseStart(SocketEffect.Stall.INSTANCE).build());

    CompletableFuture<?> answer = sender.send(read());
    server.takeRequest();
    LoggedRequest request = log.requests().get(0);
    assertThat(request.outcome()).isEqualTo(RequestOutcome.UNDER_WAY);
    assertThat(request.duration()).isNull();
    answer.cancel(true);

    // The statement does not wait for the thread that sends; the log hears of it from that.
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (request.outcome() == RequestOutcome.UNDER_WAY && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    assertThat(shown())
        .containsExactly("GET 1 CANCELLED null 0 null postpress ownProfile.get: cancelled.");
  }

  @Test
  void whatNeverLeftWasNotSent() throws Exception {
    ApiCall<?> read = read();
    server.close();

    Throwable failure = failure(sender.send(read));

    assertThat(shown()).containsExactly("GET 1 NOT_SENT null null null " + failure.getMessage());
    assertThat(failure.getMessage()).contains("no connection to").contains("Nothing was sent.");
  }

  @Test
  void aDryRunIsNotSentAndKeepsHeadersAndBody() {
    log.dryRun(write().tagged(WriteKey.class, new WriteKey("r1", null)));

    LoggedRequest request = log.requests().get(0);
    assertThat(shown()).containsExactly("PATCH 1 DRY_RUN null null null null");
    assertThat(request.duration()).isNull();
    assertThat(request.key()).isEqualTo(new WriteKey("r1", null));
    assertThat(request.idempotencyKey()).isEqualTo("edit-1");
    assertThat(request.text()).isEqualTo(RequestText.of(write()));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aLongBodyOfADryRunIsCutAndSaysSo() {
    log.dryRun(
        client(builder -> builder)
            .editOwnProfile(
                EditOwnProfileRequest.builder()
                    .accountId("acc_1")
                    .summary("x".repeat(20_000))
                    .build()));

    RequestText text = Objects.requireNonNull(log.requests().get(0).text());
    assertThat(text.body())
        .startsWith("[{\"name\":\"type\"")
        .endsWith("x… (20104 characters in all)");
    assertThat(text.body()).hasSizeLessThan(16_500);
  }

  @Test
  void theLogHoldsTheLastOnesNewestLast() {
    RequestLog small = new RequestLog(3);
    for (int i = 1; i <= 5; i++) {
      assertThat(small.requests()).hasSize(Math.min(i - 1, 3));
      small.dryRun(read().tagged(WriteKey.class, new WriteKey("r" + i, null)));
    }
    assertThat(small.requests().stream().map(LoggedRequest::number)).containsExactly(3L, 4L, 5L);
    assertThat(small.requests().stream().map(request -> request.key()))
        .containsExactly(
            new WriteKey("r3", null), new WriteKey("r4", null), new WriteKey("r5", null));
  }

  @Test
  void manyThreadsLoseNoRequest() throws Exception {
    RequestLog big = new RequestLog(10_000);
    ApiCall<?> read = read();
    List<CompletableFuture<Void>> threads =
        IntStream.range(0, 8)
            .mapToObj(
                thread ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int i = 0; i < 1_000; i++) {
                            big.dryRun(read);
                          }
                        }))
            .toList();
    for (CompletableFuture<Void> thread : threads) {
      thread.get();
    }
    assertThat(big.requests().stream().map(LoggedRequest::number).toList())
        .hasSize(8_000)
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
