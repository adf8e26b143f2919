package dev.roster.calcite.postpress;

import dev.roster.calcite.RosterSchema;
import dev.roster.calcite.RosterSchemas;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.fake.Engine;
import dev.roster.calcite.plan.RosterPrepare;
import dev.roster.calcite.plan.RosterTypeSystem;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.calcite.settings.Settings;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.jdbc.Driver;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers as postpress would, and a connection to it with the schema {@code
 * postpress} and everything allowed.
 */
final class PostpressServer implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private final LedgerAccess ledger = new LedgerAccess(LedgerLocation.inMemory());
  private final Map<String, String> profiles = new HashMap<>();
  private final Connection connection;

  PostpressServer() throws IOException, SQLException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
    Properties properties = new Properties();
    properties.setProperty("lex", "MYSQL_ANSI");
    properties.setProperty("conformance", "LENIENT");
    properties.setProperty("typeSystem", RosterTypeSystem.class.getName());
    connection =
        new Driver().withPrepareFactory(RosterPrepare::new).connect("jdbc:calcite:", properties);
    Settings settings =
        Settings.of(
            Map.of(
                ConnectionProperty.POSTPRESS_URL, server.url("/").toString(),
                ConnectionProperty.POSTPRESS_KEY, "pp_test",
                ConnectionProperty.CACHE_TTL, "0",
                ConnectionProperty.WRITES, "allow"),
            variable -> null);
    Map<String, RosterSchema> schemas =
        RosterSchemas.of(
            List.of(new Postpress()),
            settings,
            new WriteAccess(RosterSchemas.policy(settings), ledger));
    connection
        .unwrap(CalciteConnection.class)
        .getRootSchema()
        .add("postpress", Objects.requireNonNull(schemas.get("postpress")));
  }

  private MockResponse answer(RecordedRequest request) {
    if (request.getMethod().equals("PATCH")) {
      return json(200, example("editOwnProfile.200.json"));
    }
    String profile = profiles.get(request.getUrl().queryParameter("account_id"));
    return profile == null ? json(404, example("getOwnProfile.404.json")) : json(200, profile);
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse(status, Headers.of("Content-Type", "application/json"), body);
  }

  /** Returns an example of the specs, such as {@code getOwnProfile.gmail.json}. */
  static String example(String name) {
    String path = "/dev/roster/specs/examples/postpress/" + name;
    try (InputStream file = PostpressServer.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds an account; any other is not found. */
  void profile(String accountId, String json) {
    profiles.put(accountId, json);
  }

  /** Returns the rows, each as its values joined by a bar. */
  List<String> rows(String sql, @Nullable Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return Engine.texts(rows);
      }
    }
  }

  /** Returns the failure of a statement. */
  SqlStateException failure(String sql, @Nullable Object... arguments) {
    try {
      throw new AssertionError("no failure, but " + rows(sql, arguments));
    } catch (SQLException | RuntimeException thrown) {
      return Engine.failure(thrown);
    }
  }

  /** Returns the number of requests so far. */
  int requestCount() {
    return server.getRequestCount();
  }

  /** Returns the oldest request that was not taken yet. */
  RecordedRequest takeRequest() throws InterruptedException {
    return server.takeRequest();
  }

  /**
   * Takes a request and returns the parts of its form, in their order: {@code name = text}, of a
   * file {@code name (file name, media type) = text}.
   */
  List<String> takeParts() throws IOException, InterruptedException {
    RecordedRequest request = takeRequest();
    String type = Objects.requireNonNull(request.getHeaders().get("Content-Type"));
    String boundary = Objects.requireNonNull(MediaType.get(type).parameter("boundary"));
    Buffer body = new Buffer().write(Objects.requireNonNull(request.getBody()));
    List<String> parts = new ArrayList<>();
    try (MultipartReader form = new MultipartReader(body, boundary)) {
      MultipartReader.Part part;
      while ((part = form.nextPart()) != null) {
        parts.add(described(part.headers()) + " = " + part.body().readUtf8());
      }
    }
    return parts;
  }

  private static String described(Headers headers) {
    String disposition = Objects.requireNonNull(headers.get("Content-Disposition"));
    String[] names = disposition.split("\"", -1);
    String name = names[1];
    return names.length > 3
        ? name + " (" + names[3] + ", " + headers.get("Content-Type") + ")"
        : name;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    ledger.close();
    server.close();
  }
}
