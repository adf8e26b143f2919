package dev.roster.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * A Linked API that holds its answers back until it is told to give them, and sees at once when a
 * client goes. The sandbox does not: it sleeps while it holds an answer back.
 */
final class HeldProvider implements AutoCloseable {

  private static final String END_OF_HEAD = "\r\n\r\n";

  private final ServerSocket server;
  private final List<Socket> held = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();
  private int requests;
  private long lastGoneNanos;

  HeldProvider() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    start(this::accept);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "held-provider");
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens a connection that has a number of requests a minute of its own, and shares nothing. */
  Connection connect(String... properties) throws SQLException {
    Properties all = new Properties();
    all.setProperty("linkedapiUrl", "http://localhost:" + server.getLocalPort());
    all.setProperty("linkedapiToken", "linked_held");
    all.setProperty("ledger", "none");
    all.setProperty("cacheTtl", "0");
    all.setProperty("requestsPerMinute", "0");
    for (String property : properties) {
      String[] parts = property.split("=", 2);
      all.setProperty(parts[0], parts[1]);
    }
    Connection connection = Objects.requireNonNull(new Driver().connect("jdbc:roster:", all));
    connections.add(connection);
    return connection;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** Takes requests until the client goes. Each has a small body, or none, which comes with it. */
  private void serve(Socket socket) {
    StringBuilder read = new StringBuilder();
    byte[] buffer = new byte[8192];
    try (InputStream in = socket.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        read.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        if (read.indexOf(END_OF_HEAD) >= 0) {
          read.setLength(0);
          take(socket);
        }
      }
    } catch (IOException gone) {
      // As if it had come to an end.
    }
    release(socket);
  }

  private synchronized void take(Socket socket) {
    requests++;
    held.add(socket);
  }

  private synchronized void release(Socket socket) {
    if (held.remove(socket)) {
      lastGoneNanos = System.nanoTime();
    }
  }

  /** Returns how many requests came so far. */
  synchronized int requests() {
    return requests;
  }

  /** Returns how many requests wait for an answer whose client is still there. */
  synchronized int underWay() {
    return held.size();
  }

  /** Returns when a client went last that waited for an answer, by {@link System#nanoTime}. */
  synchronized long lastGoneNanos() {
    return lastGoneNanos;
  }

  void waitUntilUnderWay(int calls) {
    while (underWay() != calls) {
      Thread.onSpinWait();
    }
  }

  /** Answers all that wait with the spec's example of the accounts. */
  void answer() throws IOException {
    String path = "/dev/roster/specs/examples/linkedapi/getAll.200.json";
    try (InputStream example = HeldProvider.class.getResourceAsStream(path)) {
      answer("200 OK", new String(example.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Answers all that wait that nobody may ask for an hour. */
  void refuseForAnHour() throws IOException {
    answer("429 Too Many Requests\r\nRetry-After: 3600", "{}");
  }

  private synchronized void answer(String status, String body) throws IOException {
    for (Socket socket : List.copyOf(held)) {
      held.remove(socket);
      OutputStream out = socket.getOutputStream();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String head =
          "HTTP/1.1 "
              + status
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + bytes.length
              + END_OF_HEAD;
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.write(bytes);
      out.flush();
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    for (Connection connection : connections) {
      connection.close();
    }
    server.close();
  }
}
