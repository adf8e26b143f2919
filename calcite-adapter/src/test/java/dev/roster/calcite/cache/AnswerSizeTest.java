package dev.roster.calcite.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the size of an answer is counted. */
@Timeout(20)
class AnswerSizeTest {

  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient http =
      new OkHttpClient.Builder().addInterceptor(AnswerSize.COUNTING).build();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String read(Request.Builder request) throws IOException {
    try (Response response = http.newCall(request.url(server.url("/")).build()).execute()) {
      return response.body().string();
    }
  }

  @Test
  void itIsTheUnpackedBodys() throws IOException {
    String text = "roster ".repeat(10_000);
    Buffer packed = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.writeUtf8(text);
    }
    assertThat(packed.size()).isLessThan(1000);
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Encoding", "gzip")
            .body(packed.copy())
            .build());
    AnswerSize size = new AnswerSize();

    assertThat(read(new Request.Builder().tag(AnswerSize.class, size))).isEqualTo(text);

    assertThat(size.bytes()).isEqualTo(text.length());
    assertThat(size.isAtMost(text.length())).isTrue();
    assertThat(size.isAtMost(text.length() - 1)).isFalse();
  }

  @Test
  void itIsThatOfTheLastAnswerWhereACallIsSentAgain() throws IOException {
    server.enqueue(new MockResponse.Builder().code(500).body("a long error").build());
    server.enqueue(new MockResponse.Builder().body("short").build());
    AnswerSize size = new AnswerSize();

    read(new Request.Builder().tag(AnswerSize.class, size));
    assertThat(size.bytes()).isEqualTo(12);
    read(new Request.Builder().tag(AnswerSize.class, size));

    assertThat(size.bytes()).isEqualTo(5);
  }

  @Test
  void nothingIsCountedWhereNobodyAsks() throws IOException {
    server.enqueue(new MockResponse.Builder().body("answer").build());

    assertThat(read(new Request.Builder())).isEqualTo("answer");
    assertThat(new AnswerSize().isAtMost(Long.MAX_VALUE)).isFalse();
  }
}
