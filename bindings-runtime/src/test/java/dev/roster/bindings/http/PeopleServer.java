package dev.roster.bindings.http;

import dev.roster.bindings.http.PeopleApi.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** The provider that {@link PeopleApi} calls, on a port of this machine. */
final class PeopleServer implements AutoCloseable {

  static final String TOKEN = "token_for_tests";
  static final Person ADA = new Person("p1", "Ada");
  static final String ADA_JSON = "{\"id\":\"p1\",\"name\":\"Ada\"}";
  static final String ADA_WRAPPED = "{\"success\":true,\"result\":" + ADA_JSON + "}";

  private final MockWebServer server = new MockWebServer();

  PeopleServer() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return server.url("/v1").toString();
  }

  /** Returns {@code host:port} as a message shows it. */
  String place() {
    return server.getHostName() + ":" + server.getPort();
  }

  PeopleApi api() {
    return api(builder -> builder);
  }

  PeopleApi api(UnaryOperator<PeopleClientBuilder> settings) {
    PeopleClientBuilder builder = new PeopleClientBuilder(url()).credential(TOKEN);
    return settings.apply(builder).transport().create(PeopleApi.class);
  }

  /** Makes the next answer one of {@code status} and {@code body}. */
  PeopleServer answers(int status, String body) {
    return answers(answer().code(status).body(body));
  }

  PeopleServer answers(MockResponse.Builder answer) {
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

  /** Returns how many requests came, those included whose connection was cut. */
  int requests() {
    return server.getRequestCount();
  }

  @Override
  public void close() {
    server.close();
  }
}
