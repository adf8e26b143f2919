package dev.roster.bindings.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A provider on a port of this machine, with answers that a test lines up and requests that it
 * looks at afterwards.
 *
 * @param <S> the provider's own server, which each line-up returns
 */
public abstract class ProviderServer<S extends ProviderServer<S>> implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private final String path;

  /**
   * Starts the server.
   *
   * @param path the path of the provider's base URL, such as {@code /api/v1}
   */
  protected ProviderServer(String path) {
    this.path = path;
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns this server as what it is. */
  protected abstract S self();

  /** Returns the base URL. */
  public final String url() {
    return server.url(path).toString();
  }

  /** Returns {@code host:port} as a message shows it. */
  public final String place() {
    return server.getHostName() + ":" + server.getPort();
  }

  /** Makes the next answer one of {@code status} and {@code body}, which is JSON. */
  public final S answers(int status, String body) {
    return answers(answer().code(status).body(body));
  }

  /** Makes {@code answer} the next one. */
  public final S answers(MockResponse.Builder answer) {
    server.enqueue(answer.build());
    return self();
  }

  /** Returns an answer of status 200 and JSON, yet without a body. */
  public static MockResponse.Builder answer() {
    return new MockResponse.Builder().setHeader("Content-Type", "application/json");
  }

  /** Returns the next request that came, and fails if none does. */
  public final RecordedRequest request() {
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

  /** Returns the body of {@code request}, empty where it has none. */
  public static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  /** Returns how many requests came, those included whose connection was cut. */
  public final int requests() {
    return server.getRequestCount();
  }

  @Override
  public final void close() {
    server.close();
  }
}
