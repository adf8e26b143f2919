package dev.roster.bindings.http;

import static dev.roster.bindings.http.PeopleServer.ADA;
import static dev.roster.bindings.http.PeopleServer.ADA_WRAPPED;
import static dev.roster.bindings.testing.ProviderServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How a call without an answer ends, and whether the provider may have seen it. */
class TransportFailureTest {

  private static final String MAYBE =
      "The call may have taken effect: look before sending it again.";

  @AutoClose private final PeopleServer server = new PeopleServer();

  private ApiTransportException failure(UnaryOperator<PeopleClientBuilder> settings) {
    PeopleApi api = server.api(settings);
    return catchThrowableOfType(ApiTransportException.class, () -> api.rename(ADA).execute());
  }

  private ApiTransportException failureOver(OkHttpClient shared) {
    return failure(builder -> builder.httpClient(shared));
  }

  private void assertNeverSent(ApiTransportException failure, Kind kind) {
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.mayHaveBeenSent()).isFalse();
    assertThat(failure).hasMessageContaining("Nothing was sent.");
    assertThat(failure.operation().id()).isEqualTo("rename");
    assertThat(server.requests()).isZero();
  }

  @Test
  void aPortWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    ApiTransportException failure =
        failure(builder -> builder.baseUrl("http://localhost:" + port + "/v1"));

    assertNeverSent(failure, Kind.NOT_CONNECTED);
    assertThat(failure)
        .hasMessageStartingWith("acme people.rename: no connection to localhost:" + port + " (")
        .hasMessageEndingWith("Nothing was sent. Check the network and the base URL.");
  }

  @Test
  void aHostThatNobodyKnows() {
    ApiTransportException failure =
        failureOver(
            new OkHttpClient.Builder()
                .dns(
                    host -> {
                      throw new UnknownHostException(host + ": no such host");
                    })
                .build());

    assertNeverSent(failure, Kind.NOT_CONNECTED);
  }

  @Test
  void aTlsHandshakeThatFails() {
    server.answers(answer().onRequestStart(new SocketEffect.CloseSocket()));

    ApiTransportException failure =
        failure(builder -> builder.baseUrl("https://" + server.place() + "/v1"));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_CONNECTED);
    assertThat(failure.mayHaveBeenSent()).isFalse();
  }

  @Test
  void aProxyThatRefuses() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("localhost", port));

    ApiTransportException failure = failureOver(new OkHttpClient.Builder().proxy(proxy).build());

    assertNeverSent(failure, Kind.NOT_CONNECTED);
  }

  @Test
  void aConnectionThatTakesTooLong() {
    ApiTransportException failure =
        failureOver(new OkHttpClient.Builder().socketFactory(new NeverConnecting()).build());

    assertNeverSent(failure, Kind.TIMEOUT);
    assertThat(failure)
        .hasMessageContaining("acme people.rename: timed out (")
        .hasMessageContaining("Nothing was sent. Check the network and the base URL.");
  }

  @Test
  void anAnswerThatTakesTooLong() {
    server.answers(answer().onResponseStart(SocketEffect.Stall.INSTANCE));

    ApiTransportException failure = failure(builder -> builder.readTimeout(Duration.ofSeconds(1)));

    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
    assertThat(failure)
        .hasMessageStartingWith("acme people.rename: timed out (")
        .hasMessageEndingWith(MAYBE);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void anAnswerThatStopsInTheMiddle() {
    server.answers(answer().body(ADA_WRAPPED).onResponseBody(SocketEffect.Stall.INSTANCE));

    ApiTransportException failure = failure(builder -> builder.readTimeout(Duration.ofSeconds(1)));

    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
  }

  @Test
  void aCallThatTakesTooLongAsAWhole() {
    server.answers(answer().onResponseStart(SocketEffect.Stall.INSTANCE));

    ApiTransportException failure = failure(builder -> builder.callTimeout(Duration.ofSeconds(1)));

    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
  }

  @Test
  void anErrorWhoseBodyStopsIsStillThatError() {
    server.answers(
        answer()
            .code(401)
            .body("{\"type\":\"badToken\"}")
            .onResponseBody(SocketEffect.Stall.INSTANCE));

    PeopleApi api = server.api(builder -> builder.readTimeout(Duration.ofSeconds(1)));

    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> api.rename(ADA).execute());

    assertThat(failure.status()).isEqualTo(401);
  }

  @Test
  void anInterceptorThatFailsBeforeSending() {
    ApiTransportException failure =
        failureOver(
            new OkHttpClient.Builder()
                .addNetworkInterceptor(
                    chain -> {
                      throw new IOException("No");
                    })
                .build());

    assertNeverSent(failure, Kind.NOT_CONNECTED);
  }

  @Test
  void aReadThatWasCutMayBeTriedAgain() {
    server.answers(answer().onResponseStart(new SocketEffect.CloseSocket()));

    ApiTransportException failure =
        catchThrowableOfType(ApiTransportException.class, () -> server.api().find().execute());

    assertThat(failure.kind()).isEqualTo(Kind.CUT);
    assertThat(failure.mayHaveBeenSent()).isTrue();
    assertThat(failure).hasMessageEndingWith("Try again.");
  }

  @Test
  void theStackTraceIsTheCallers() {
    server.answers(answer().onResponseStart(new SocketEffect.CloseSocket()));

    ApiTransportException failure = failure(builder -> builder);

    assertThat(failure.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(TransportFailureTest.class.getName()));
  }

  /** Makes sockets whose connecting ends as a time-out does, without the waiting. */
  private static final class NeverConnecting extends SocketFactory {

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
          throw new SocketTimeoutException("Connect timed out");
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
      return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      return createSocket();
    }

    @Override
    public Socket createSocket(
        InetAddress address, int port, InetAddress localAddress, int localPort) {
      return createSocket();
    }
  }
}
