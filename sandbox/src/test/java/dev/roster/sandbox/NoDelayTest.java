package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without TCP_NODELAY each call on a kept-alive connection takes at least 40 ms. */
class NoDelayTest {

  @Test
  void acceptedSocketsSendAtOnce() throws IOException {
    NoDelayServerSocketFactory factory = new NoDelayServerSocketFactory(new Traffic());
    try (ServerSocket unbound = factory.createServerSocket();
        ServerSocket bound = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      unbound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      for (ServerSocket server : List.of(unbound, bound)) {
        try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
            Socket accepted = server.accept()) {
          assertThat(accepted.getTcpNoDelay()).isTrue();
          assertThat(client.isConnected()).isTrue();
        }
      }
    }
  }

  @Test
  void callsOnAKeptAliveConnectionDoNotWaitForAcknowledgements() {
    try (Sandbox sandbox = Sandbox.start()) {
      TestClient client = new TestClient(sandbox);
      List<Duration> durations = new ArrayList<>();
      for (int i = 0; i < 31; i++) {
        long start = System.nanoTime();
        client.getAll();
        durations.add(Duration.ofNanos(System.nanoTime() - start));
      }
      Collections.sort(durations);
      assertThat(durations.get(durations.size() / 2)).isLessThan(Duration.ofMillis(35));
    }
  }
}
