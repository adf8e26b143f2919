package dev.roster.postpress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** postpress on a port of this machine, with answers that a test lines up. */
final class PostpressServer implements AutoCloseable {

  static final String KEY = "key_for_tests";
  static final String ACCOUNT = "acc_linkedin_01HXYZ4QK3WJ8FN3M6QH7TZ8GR";

  private final MockWebServer server = new MockWebServer();

  PostpressServer() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return server.url("/api/v1").toString();
  }

  /** Returns {@code host:port} as a message shows it. */
  String place() {
    return server.getHostName() + ":" + server.getPort();
  }

  PostpressClient client() {
    return PostpressClient.builder().apiKey(KEY).baseUrl(url()).build();
  }

  /** Makes the next answer one of {@code status} with an example of the specs as its body. */
  PostpressServer answers(int status, String example) {
    return answers(answer().code(status).body(example(example)));
  }

  PostpressServer answers(MockResponse.Builder answer) {
    server.enqueue(answer.build());
    return this;
  }

  static MockResponse.Builder answer() {
    return new MockResponse.Builder().setHeader("Content-Type", "application/json");
  }

  static String example(String name) {
    String path = "/dev/roster/specs/examples/postpress/" + name;
    try (InputStream example = PostpressServer.class.getResourceAsStream(path)) {
      if (example == null) {
        throw new AssertionError("There is no example " + path);
      }
      return new String(example.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** Returns how many requests came, those included whose connection was cut. */
  int requests() {
    return server.getRequestCount();
  }

  @Override
  public void close() {
    server.close();
  }
}
