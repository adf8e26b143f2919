package dev.roster.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that goes wrong in the ways that servers do, and repeats the credential that it was sent
 * wherever it can: in a page of HTML, in JSON that is cut off or is not what its spec says, in an
 * address to go to.
 */
final class EchoingServer implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  EchoingServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    on("/html", 502, "text/html", "<html><body>Bad gateway: CREDENTIAL</body></html>");
    on("/cut", 200, "application/json", "{\"success\":true,\"result\":{\"accounts\":\"CREDENTIAL");
    on(
        "/drift",
        200,
        "application/json",
        "{\"success\":true,\"CREDENTIAL\":1,\"result\":{\"CREDENTIAL\":\"CREDENTIAL\","
            + "\"accounts\":[{\"id\":\"CREDENTIAL\",\"connectedAt\":\"CREDENTIAL\"},"
            + "\"CREDENTIAL\"],"
            + "\"pendingConnectionSessions\":[]}}");
    on("/redirect", 302, "text/plain", "CREDENTIAL");
    on("/empty", 500, "text/plain", "");
    server.start();
  }

  /** Returns the base URL of a way to go wrong. */
  String url(String way) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + way + "/";
  }

  private void on(String way, int status, String type, String body) {
    server.createContext(
        way,
        exchange -> {
          String credential = credential(exchange);
          byte[] answer = body.replace("CREDENTIAL", credential).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.getResponseHeaders().set("Location", url("/html") + "?key=" + credential);
          exchange.getResponseHeaders().set("X-Echo", credential);
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
  }

  private static String credential(HttpExchange exchange) {
    return exchange.getRequestHeaders().entrySet().stream()
        .filter(
            header ->
                header.getKey().equalsIgnoreCase("Authorization")
                    || header.getKey().toLowerCase(Locale.ROOT).contains("key")
                    || header.getKey().toLowerCase(Locale.ROOT).contains("token"))
        .flatMap(header -> header.getValue().stream())
        .findFirst()
        .orElseThrow(() -> new UncheckedIOException(new IOException("no credential was sent")));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
