package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.fake.Engine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that wait for a call, wherever in their plan that is, and are ended meanwhile. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EndedCallTest {

  // More than are asked for ahead; the first of them, also in their order, never answers.
  private static final String KEYS =
      IntStream.range(0, 100).mapToObj(i -> ", 'z" + i + "'").collect(Collectors.joining());

  /** Where the call is. */
  enum Place {
    SCAN("SELECT account_id FROM CALLED"),
    SORT("SELECT account_id FROM CALLED ORDER BY account_id DESC"),
    COUNT("SELECT count(*) FROM CALLED"),
    GROUPS("SELECT account_id, count(*) FROM CALLED GROUP BY account_id"),
    DISTINCT("SELECT DISTINCT name FROM CALLED"),
    UNION("SELECT 'x' FROM (VALUES 1) UNION SELECT account_id FROM CALLED"),
    EXCEPT("SELECT id FROM fake.accounts EXCEPT SELECT account_id FROM CALLED"),
    WINDOW("SELECT row_number() OVER (ORDER BY account_id) FROM CALLED"),
    LOOKUP_LEFT(
        "SELECT s.skill FROM CALLED AS p JOIN fake.skills AS s ON s.account_id = p.name || '!'"),
    LOOKUP_RIGHT(
        "SELECT p.name FROM (VALUES KEYS) AS v (id) JOIN fake.profiles AS p"
            + " ON p.account_id = v.id ORDER BY 1"),
    LATERAL(
        "SELECT s.n FROM (VALUES KEYS) AS v (id), LATERAL (SELECT count(*) FROM fake.skills"
            + " WHERE account_id = v.id) AS s (n)"),
    SCALAR("SELECT a.id, (SELECT max(p.name) FROM CALLED AS p) FROM fake.accounts AS a"),
    IN("SELECT a.id FROM fake.accounts AS a WHERE a.token IN (SELECT name FROM CALLED)"),
    EXISTS(
        "SELECT a.id FROM fake.accounts AS a WHERE NOT EXISTS"
            + " (SELECT 1 FROM CALLED AS p WHERE p.name = a.id)"),
    BUILD_SIDE(
        "SELECT a.id FROM fake.accounts AS a JOIN CALLED AS p ON p.name = 'name of ' || a.id"),
    PROBE_SIDE("SELECT a.id FROM CALLED AS p LEFT JOIN fake.accounts AS a ON p.name = a.token"),
    LOOP("SELECT a.id FROM fake.accounts AS a FULL JOIN CALLED AS p ON p.name > a.token");

    private final String sql;

    Place(String sql) {
      this.sql =
          sql.replace(
                  "CALLED",
                  "(SELECT * FROM fake.profiles WHERE account_id IN ('slow'" + KEYS + "))")
              .replace("KEYS", "'slow'" + KEYS);
    }

    /** The same of what answers. */
    String answered() {
      return sql.replace("'slow'" + KEYS, "'a', 'b'");
    }
  }

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private void waitForACall(Reader reader) {
    while (roster.provider.underWay() == 0) {
      assertThat(reader.isDone()).isFalse();
      Thread.onSpinWait();
    }
  }

  static Stream<Arguments> placesAndEndings() {
    return Stream.of(Place.values())
        .flatMap(place -> Stream.of(Ending.values()).map(ending -> Arguments.of(place, ending)));
  }

  @ParameterizedTest
  @MethodSource("placesAndEndings")
  void whatWaitsForACallIsEnded(Place place, Ending ending) throws Exception {
    Statement statement = roster.connection.createStatement();
    Reader reader = new Reader(() -> statement.executeQuery(place.sql));
    waitForACall(reader);

    ending.end(statement, reader.thread);

    SQLException failure = reader.failure();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("57014");
    assertThat(roster.provider.underWay()).isZero();
    assertThat(roster.requests()).hasSizeLessThan(100);
    roster.provider.forget();
    assertThat(statement.isClosed()).isEqualTo(!ending.worksAgain);
    if (ending.worksAgain) {
      try (ResultSet rows = statement.executeQuery(place.answered())) {
        assertThat(Engine.texts(rows)).isEqualTo(roster.rows(place.answered()));
      }
    }
    // What was ended has asked for nothing more.
    assertThat(roster.requests()).noneMatch(request -> request.contains(":z"));
  }

  @Test
  void whatWaitsForACallEndsWithItsQueryTimeout() throws Exception {
    Map<Place, Reader> readers = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      Statement statement = roster.connection.createStatement();
      statement.setQueryTimeout(1);
      readers.put(place, new Reader(() -> statement.executeQuery(place.sql)));
    }
    for (Map.Entry<Place, Reader> each : readers.entrySet()) {
      SQLException failure = each.getValue().failure();
      assertThat((Throwable) failure)
          .as("%s", each.getKey())
          .isInstanceOf(SQLTimeoutException.class);
      assertThat(failure.getSQLState()).isEqualTo("HYT00");
    }
    assertThat(roster.provider.underWay()).isZero();
  }
}
