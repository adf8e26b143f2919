package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.fake.Engine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers whose JSON is right and whose transport is not. */
class BrokenTransportTest {

  private static final String READ = "SELECT id FROM linkedapi.accounts";
  private static final String WRITE = "CALL linkedapi.create_connection_session()";

  /** How an answer arrives damaged. */
  // A lambda that keeps nothing is immutable, but has no annotation to say so.
  @SuppressWarnings("ImmutableEnumChecker")
  enum Damage {
    CHUNKS_CUT(
        json ->
            response()
                .chunkedBody(json, 100)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build()),
    SHORTER_THAN_ANNOUNCED(
        json ->
            response()
                .body(json.substring(0, json.length() - 1))
                .setHeader("Content-Length", json.length())
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build()),
    LONGER_THAN_ANNOUNCED(
        json -> response().body(json).setHeader("Content-Length", json.length() / 2).build()),
    GZIP_ENDS_EARLY(
        json -> {
          Buffer whole = gzip(json);
          Buffer half = new Buffer();
          half.write(whole, whole.size() / 2);
          return zipped(half);
        }),
    GZIP_WITHOUT_ITS_CHECKSUM(
        json -> {
          Buffer whole = gzip(json);
          Buffer most = new Buffer();
          most.write(whole, whole.size() - 8);
          return zipped(most);
        }),
    GZIP_THAT_IS_NONE(json -> zipped(new Buffer().writeUtf8(json)));

    final Function<String, MockResponse> answer;

    Damage(Function<String, MockResponse> answer) {
      this.answer = answer;
    }
  }

  private final MockWebServer server = new MockWebServer();
  private Connection connection;

  @BeforeEach
  void open() throws Exception {
    server.start();
    Properties properties = new Properties();
    properties.setProperty("linkedapiUrl", server.url("/").toString());
    properties.setProperty("linkedapiToken", "token_of_test");
    properties.setProperty("ledger", "jdbc:h2:mem:roster-" + UUID.randomUUID());
    properties.setProperty("cacheTtl", "0");
    properties.setProperty("writes", "allow");
    properties.setProperty("ledger", "jdbc:h2:mem:" + UUID.randomUUID());
    connection = Objects.requireNonNull(new Driver().connect("jdbc:roster:", properties));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    server.close();
  }

  private static MockResponse.Builder response() {
    return new MockResponse.Builder().setHeader("Content-Type", "application/json");
  }

  private static MockResponse zipped(Buffer body) {
    return response().setHeader("Content-Encoding", "gzip").body(body).build();
  }

  private static Buffer gzip(String json) {
    Buffer zipped = new Buffer();
    try (okio.BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8(json);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return zipped;
  }

  private static String accounts(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "{\"id\":\"a"
                    + i
                    + "\",\"name\":\"n\",\"url\":\"u\",\"avatarUrl\":null,\"headline\":null,"
                    + "\"status\":\"active\",\"countryCode\":\"DE\",\"identificationToken\":\"t\","
                    + "\"connectedAt\":\"2026-02-20T11:11:51.732Z\"}")
        .collect(
            Collectors.joining(
                ",",
                "{\"success\":true,\"result\":{\"accounts\":[",
                "],\"pendingConnectionSessions\":[]}}"));
  }

  private static String session() {
    return "{\"success\":true,\"result\":{\"sessionId\":\"s\",\"connectionLink\":\"https://l\"}}";
  }

  private SQLException failure(String sql) {
    return catchThrowableOfType(
        SQLException.class,
        () -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(sql)) {
            Engine.texts(rows);
          }
        });
  }

  @Test
  void whatIsNotDamagedIsRead() throws SQLException {
    server.enqueue(response().chunkedBody(accounts(300), 100).build());
    server.enqueue(zipped(gzip(accounts(300))));
    for (int i = 0; i < 2; i++) {
      try (PreparedStatement statement = connection.prepareStatement(READ);
          ResultSet rows = statement.executeQuery()) {
        assertThat(Engine.texts(rows)).hasSize(300).endsWith("a299");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aReadFailsAndShowsNoRow(Damage damage) {
    // A read that was cut is asked again.
    IntStream.range(0, 3).forEach(i -> server.enqueue(damage.answer.apply(accounts(300))));
    SQLException failure = failure(READ);
    assertThat(failure.getSQLState()).isEqualTo("08006");
    assertThat(failure.getMessage()).startsWith("linkedapi.accounts: linkedapi accounts.getAll: ");
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void ofAWriteNobodyKnowsWhetherItTookEffect(Damage damage) {
    server.enqueue(damage.answer.apply(session()));
    SQLException failure = failure(WRITE);
    assertThat(failure.getSQLState()).isEqualTo("08007");
    assertThat(failure.getMessage())
        .startsWith("linkedapi.create_connection_session: ")
        .contains("look before sending it again");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aServerThatIsNotThereWasNotReached() {
    server.close();
    for (String sql : new String[] {READ, WRITE}) {
      SQLException failure = failure(sql);
      assertThat(failure.getSQLState()).isEqualTo("08001");
      assertThat(failure.getErrorCode()).isZero();
      assertThat(failure.getMessage())
          .contains("Nothing was sent. Check the network and the base URL.");
    }
  }
}
