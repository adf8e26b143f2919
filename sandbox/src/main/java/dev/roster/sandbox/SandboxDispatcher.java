package dev.roster.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each request to the provider, the control calls or the connection page that its path begins
 * with.
 */
final class SandboxDispatcher extends Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(SandboxDispatcher.class);

  private final MockWebServer server;
  private final CompletableFuture<Control> control = new CompletableFuture<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ProviderEndpoint providerEndpoint = new ProviderEndpoint(closing);
  private final Traffic traffic;

  SandboxDispatcher(MockWebServer server, Traffic traffic) {
    this.server = server;
    this.traffic = traffic;
  }

  /**
   * Lets requests through. Those that came before, while the start data were made, have waited for
   * it.
   */
  void open(Control opened) {
    control.complete(opened);
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    // The server keeps each request for a test that asks for it. Nobody does here, so they would
    // fill the memory.
    while (server.takeRequest(0, TimeUnit.MILLISECONDS) != null) {}
    Answer answer;
    try {
      answer = answer(request, Target.parse(request.getTarget()));
    } catch (RuntimeException e) {
      // Uncaught, it would cut the connection, and look like a fault that somebody asked for.
      LOG.error("The sandbox cannot answer {} {}", request.getMethod(), request.getTarget(), e);
      answer = Answer.text(500, Answer.TEXT, "The sandbox itself failed: " + e + "\n");
    }
    MockResponse.Builder response = new MockResponse.Builder();
    if (answer == null) {
      return response.onResponseStart(new SocketEffect.CloseSocket()).build();
    }
    response.code(answer.status()).setHeader("Content-Type", answer.contentType());
    answer.headers().forEach(response::setHeader);
    if (answer.cut() == Fault.Cut.HEADERS) {
      // A body is announced that does not come.
      return response
          .body(new Buffer())
          .setHeader("Content-Length", Math.max(1, answer.body().size()))
          .onResponseEnd(new SocketEffect.CloseSocket())
          .build();
    }
    if (answer.cut() == Fault.Cut.MIDDLE) {
      response.onResponseBody(new SocketEffect.CloseSocket());
    }
    return response.body(new Buffer().write(answer.body())).build();
  }

  private @Nullable Answer answer(RecordedRequest request, Target target)
      throws InterruptedException {
    Control opened = control.join();
    String area = target.area();
    for (Provider provider : Provider.values()) {
      if (provider.id().equals(area)) {
        traffic.begin();
        try {
          return providerEndpoint.answer(opened.world(), provider, target, request);
        } finally {
          traffic.end();
        }
      }
    }
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    return switch (area) {
      case "sandbox" ->
          new ControlEndpoint(opened, traffic).answer(request.getMethod(), target, body);
      case "connection" -> new ConnectionPage(opened).answer(request.getMethod(), target, body);
      default ->
          Answer.text(
              404,
              Answer.TEXT,
              "The sandbox has linkedapi, connectsafely, postpress and sandbox.\n");
    };
  }

  /** Lets answers go that a fault holds back, so that the server can stop at once. */
  void release() {
    closing.countDown();
  }
}
