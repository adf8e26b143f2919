package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.fake.Engine;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.apache.calcite.runtime.Hook;
import org.apache.calcite.util.Holder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of a statement shows UTC, in whatever time zone the JVM is. */
class CurrentTimeTest {

  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void restoreTheZone() {
    TimeZone.setDefault(zone);
  }

  /** Returns the rows that a query has at a time. */
  private static List<String> rowsAt(String instant, PreparedStatement query) throws SQLException {
    long millis = Instant.parse(instant).toEpochMilli();
    Hook.Closeable clock =
        Hook.CURRENT_TIME.addThread((Consumer<Holder<Long>>) time -> time.set(millis));
    try (ResultSet rows = query.executeQuery()) {
      return Engine.texts(rows);
    } finally {
      clock.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void theCurrentTimeIsUtc(String id) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(id));
    try (Engine engine = new Engine();
        PreparedStatement query =
            engine.connection.prepareStatement(
                "SELECT CAST(CURRENT_TIMESTAMP AS TIMESTAMP(3)),"
                    + " CAST(LOCALTIMESTAMP AS TIMESTAMP(3)),"
                    + " CURRENT_DATE, CURRENT_TIME, LOCALTIME")) {
      assertThat(rowsAt("2025-03-09T02:30:15.678Z", query))
          // In New York it is still the day before, and the clocks are about to change.
          .containsExactly(
              "2025-03-09 02:30:15.678|2025-03-09 02:30:15.678|2025-03-09|02:30:15|02:30:15");
      assertThat(rowsAt("2025-03-10T00:00:00Z", query))
          .containsExactly(
              "2025-03-10 00:00:00.000|2025-03-10 00:00:00.000|2025-03-10|00:00:00|00:00:00");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void aPersonComparesItWithTheColumnsOfTables(String id) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(id));
    try (Engine engine = new Engine();
        PreparedStatement query =
            engine.connection.prepareStatement(
                "SELECT id FROM fake.accounts"
                    + " WHERE connected_at > CURRENT_TIMESTAMP - INTERVAL '7' DAY")) {
      // The last of the fake's accounts was connected at 2026-02-22T00:00:00Z.
      assertThat(rowsAt("2026-02-28T23:59:59.999Z", query)).containsExactly("c");
      assertThat(rowsAt("2026-03-01T00:00:00Z", query)).isEmpty();
    }
  }
}
