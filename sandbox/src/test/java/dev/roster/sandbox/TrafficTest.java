package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TrafficTest {

  @Test
  @Timeout(30)
  void connectionsAreCountedUntilTheirClientClosesThem() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      OkHttpClient client = new OkHttpClient();
      assertThat(sandbox.openConnections()).isZero();
      try (Response answer =
          client
              .newCall(new Request.Builder().url(sandbox.linkedapiUrl().toURL()).build())
              .execute()) {
        assertThat(answer.code()).isEqualTo(404);
      }
      assertThat(sandbox.openConnections()).isEqualTo(1);
      client.connectionPool().evictAll();
      while (sandbox.openConnections() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  @Timeout(30)
  void aConnectionEndsWhoseClientDoesNotWaitForItsAnswer() {
    try (Sandbox sandbox = Sandbox.start()) {
      sandbox.control().fault(Fault.on("ownProfile.get").latency(Duration.ofMillis(300)));
      Call call =
          new OkHttpClient()
              .newCall(
                  new Request.Builder()
                      .url(sandbox.postpressUrl() + "/users/me?account_id=acc_linkedin_1")
                      .header("X-API-KEY", Sandbox.POSTPRESS_KEY)
                      .build());
      CompletableFuture<Void> asked =
          CompletableFuture.runAsync(() -> assertThatIOException().isThrownBy(call::execute));
      while (sandbox.callsUnderWay() == 0) {
        Thread.onSpinWait();
      }
      call.cancel();
      asked.join();
      while (sandbox.openConnections() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  @Timeout(30)
  void callsAreCountedUntilTheyAreAnswered() {
    try (Sandbox sandbox = Sandbox.start()) {
      TestClient client = new TestClient(sandbox);
      sandbox.control().fault(Fault.on("ownProfile.get").latency(Duration.ofMillis(300)));
      CompletableFuture<Reply> late =
          CompletableFuture.supplyAsync(() -> client.profile("acc_linkedin_1"));
      while (sandbox.callsUnderWay() == 0) {
        Thread.onSpinWait();
      }
      assertThat(sandbox.callsUnderWay()).isEqualTo(1);
      assertThat(late.join().status()).isEqualTo(200);
      while (sandbox.callsUnderWay() > 0) {
        Thread.onSpinWait();
      }
    }
  }
}
