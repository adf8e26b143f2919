package dev.roster.linkedapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A Linked API that gives the answers it was told to, one after the other. */
final class LinkedApiServer implements AutoCloseable {

  static final String TOKEN = "linked_test";

  private final MockWebServer server = new MockWebServer();
  final FakeTime time = new FakeTime();

  LinkedApiServer() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return server.url("/linkedapi").toString();
  }

  LinkedApiClient client() {
    return LinkedApiClient.builder().token(TOKEN).baseUrl(url()).time(time).build();
  }

  LinkedApiServer answers(int status, String body) {
    return answers(answer().code(status).body(body));
  }

  LinkedApiServer answers(MockResponse.Builder answer) {
    server.enqueue(answer.build());
    return this;
  }

  static MockResponse.Builder answer() {
    return new MockResponse.Builder().setHeader("Content-Type", "application/json");
  }

  /** Returns the next request that came, and fails if none does. */
  RecordedRequest request() {
    try {
      RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("No request came");
      }
      return request;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Returns the operation's name and the body of the next request that came. */
  String asked() {
    RecordedRequest request = request();
    String target = request.getTarget();
    return target.substring(target.lastIndexOf('.') + 1) + " " + body(request);
  }

  static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  int requests() {
    return server.getRequestCount();
  }

  @Override
  public void close() {
    server.close();
  }

  /** Time that passes only by being waited for, and then at once. */
  static final class FakeTime implements Time {

    private volatile Duration now = Duration.ZERO;

    /** Returns how much time was waited. */
    Duration now() {
      return now;
    }

    @Override
    public long nanos() {
      return now.toNanos();
    }

    @Override
    public void after(Duration pause, Runnable task) {
      now = now.plus(pause);
      task.run();
    }
  }
}
