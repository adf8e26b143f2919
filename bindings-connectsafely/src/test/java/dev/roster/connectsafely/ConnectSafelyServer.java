package dev.roster.connectsafely;

import com.squareup.moshi.Moshi;
import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationStatus;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import dev.roster.connectsafely.model.JsonAdapters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** ConnectSafely on a port of this machine, with answers that a test lines up. */
final class ConnectSafelyServer implements AutoCloseable {

  static final String KEY = "key_for_tests";
  static final String COMPANY = "105672170";
  static final String ACCOUNT = "696ce9e780e0483585e4e553";

  private static final Moshi MOSHI = new Moshi.Builder().add(JsonAdapters.FACTORY).build();

  private final MockWebServer server = new MockWebServer();

  ConnectSafelyServer() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return server.url("/linkedin").toString();
  }

  /** Returns {@code host:port} as a message shows it. */
  String place() {
    return server.getHostName() + ":" + server.getPort();
  }

  ConnectSafelyClient client() {
    return ConnectSafelyClient.builder().apiKey(KEY).baseUrl(url()).build();
  }

  /** Makes the next answer one of {@code status} with an example of the specs as its body. */
  ConnectSafelyServer answers(int status, String example) {
    return answers(answer().code(status).body(example(example)));
  }

  ConnectSafelyServer answers(MockResponse.Builder answer) {
    server.enqueue(answer.build());
    return this;
  }

  /** Makes the next answer one in which each of {@code profileUrns} was invited. */
  ConnectSafelyServer invites(List<String> profileUrns) {
    return answers(
        profileUrns.stream()
            .map(
                urn ->
                    FollowInvitationResult.builder()
                        .profileUrn(urn)
                        .success(true)
                        .status(FollowInvitationStatus.SENT)
                        .build())
            .toList());
  }

  /** Makes the next answer one with {@code results}. */
  ConnectSafelyServer answers(List<FollowInvitationResult> results) {
    long invited = results.stream().filter(FollowInvitationResult::success).count();
    FollowInvitationsResult answer =
        FollowInvitationsResult.builder()
            .success(invited > 0)
            .accountId(ACCOUNT)
            .companyId(COMPANY)
            .totalRequested(results.size())
            .totalSuccessful(invited)
            .totalFailed(results.size() - invited)
            .results(results)
            .build();
    return answers(answer().body(MOSHI.adapter(FollowInvitationsResult.class).toJson(answer)));
  }

  static MockResponse.Builder answer() {
    return new MockResponse.Builder().setHeader("Content-Type", "application/json");
  }

  static String example(String name) {
    String path = "/dev/roster/specs/examples/connectsafely/" + name;
    try (InputStream example = ConnectSafelyServer.class.getResourceAsStream(path)) {
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
