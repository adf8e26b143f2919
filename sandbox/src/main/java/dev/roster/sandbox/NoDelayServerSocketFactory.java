package dev.roster.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/**
 * Makes server sockets whose accepted sockets send at once (TCP_NODELAY) and are counted.
 *
 * <p>MockWebServer writes an answer in several pieces. Without the option the second piece waits
 * for the client's delayed acknowledgement of the first, which adds some 45 ms to every call on a
 * kept-alive connection.
 */
final class NoDelayServerSocketFactory extends ServerSocketFactory {

  private final Traffic traffic;

  NoDelayServerSocketFactory(Traffic traffic) {
    this.traffic = traffic;
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new NoDelayServerSocket(traffic);
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return bound(new InetSocketAddress(port), 0);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return bound(new InetSocketAddress(port), backlog);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return bound(new InetSocketAddress(address, port), backlog);
  }

  private ServerSocket bound(InetSocketAddress address, int backlog) throws IOException {
    ServerSocket socket = new NoDelayServerSocket(traffic);
    socket.bind(address, backlog);
    return socket;
  }

  private static final class NoDelayServerSocket extends ServerSocket {

    private final Traffic traffic;

    NoDelayServerSocket(Traffic traffic) throws IOException {
      this.traffic = traffic;
    }

    @Override
    public Socket accept() throws IOException {
      Socket socket = new ServedSocket();
      implAccept(socket);
      socket.setTcpNoDelay(true);
      traffic.accepted(socket);
      return socket;
    }
  }
}
