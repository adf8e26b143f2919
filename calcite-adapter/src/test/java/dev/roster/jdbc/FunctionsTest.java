package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that tools write and Calcite lacks. */
class FunctionsTest {

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.reading();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private String value(String expression) throws SQLException {
    return roster.rows("SELECT " + expression).get(0);
  }

  private SQLException failure(String sql) {
    return catchThrowableOfType(SQLException.class, () -> roster.rows(sql));
  }

  @ParameterizedTest
  @CsvSource({
    "microseconds, 2026-08-20 11:12:13.456",
    "milliseconds, 2026-08-20 11:12:13.456",
    "second, 2026-08-20 11:12:13.000",
    "minute, 2026-08-20 11:12:00.000",
    "hour, 2026-08-20 11:00:00.000",
    "day, 2026-08-20 00:00:00.000",
    "week, 2026-08-17 00:00:00.000",
    "month, 2026-08-01 00:00:00.000",
    "quarter, 2026-07-01 00:00:00.000",
    "year, 2026-01-01 00:00:00.000",
    "decade, 2020-01-01 00:00:00.000",
    "century, 2001-01-01 00:00:00.000",
    "millennium, 2001-01-01 00:00:00.000",
    "MONTH, 2026-08-01 00:00:00.000",
    "days, 2026-08-20 00:00:00.000",
  })
  void aTimeIsTruncatedToTheBeginningOfAUnit(String unit, String expected) throws SQLException {
    assertThat(value("date_trunc('" + unit + "', TIMESTAMP '2026-08-20 11:12:13.456')"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "week, 2026-08-17, 2026-08-17",
    "week, 2026-08-23, 2026-08-17",
    "week, 2027-01-01, 2026-12-28",
    "month, 1969-12-31, 1969-12-01",
    "decade, 1969-12-31, 1960-01-01",
    "century, 2000-12-31, 1901-01-01",
    "millennium, 2000-12-31, 1001-01-01",
  })
  void aDateIsTakenAsItsMidnight(String unit, String date, String expected) throws SQLException {
    assertThat(value("DATE_TRUNC('" + unit + "', DATE '" + date + "')"))
        .isEqualTo(expected + " 00:00:00.000");
  }

  @Test
  void truncatingNothingGivesNothing() throws SQLException {
    assertThat(value("date_trunc('day', CAST(NULL AS TIMESTAMP)) IS NULL")).isEqualTo("true");
    assertThat(value("date_trunc(CAST(NULL AS VARCHAR), CURRENT_DATE) IS NULL")).isEqualTo("true");
  }

  @Test
  void aToolGroupsByIt() throws SQLException {
    assertThat(
            roster.rows(
                "SELECT date_trunc('month', connected_at) AS month, COUNT(*) AS count"
                    + " FROM fake.accounts GROUP BY date_trunc('month', connected_at)"
                    + " ORDER BY 1"))
        .containsExactly("2026-02-01 00:00:00.000|3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fake", "nothing"})
  void itIsFoundWhateverTheCurrentSchemaIs(String schema) throws SQLException {
    if (schema.equals("fake")) {
      roster.connection.setSchema(schema);
    }
    assertThat(value("date_trunc('year', DATE '2026-08-20')")).isEqualTo("2026-01-01 00:00:00.000");
  }

  @Test
  void unitAndTimeMayBeParameters() throws SQLException {
    try (PreparedStatement statement =
        roster.connection.prepareStatement("SELECT date_trunc(?, ?)")) {
      statement.setString(1, "hour");
      statement.setTimestamp(2, Timestamp.valueOf("2026-08-20 11:12:13"));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertThat(rows.getString(1)).isEqualTo("2026-08-20 11:00:00.000");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EXPLAIN PLAN FOR "})
  void aUnitThatIsNoneIsRefusedWhenTheStatementIsPrepared(String before) {
    SQLException failure =
        failure(before + "SELECT date_trunc('fortnight', connected_at) FROM fake.accounts");
    assertThat(failure.getSQLState()).isEqualTo("22023");
    assertThat((Throwable) failure)
        .hasMessageStartingWith("date_trunc: there is no unit 'fortnight'. Use one of")
        .hasMessageContaining("week");
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void aUnitThatIsComputedIsRefusedWhenItIsRead() {
    SQLException failure =
        failure("SELECT date_trunc(avatar_url, connected_at) FROM fake.accounts WHERE id = 'b'");
    assertThat(failure.getSQLState()).isEqualTo("22023");
    assertThat((Throwable) failure).hasMessageContaining("'http://b'");
  }

  @Test
  void nowIsTheCurrentTime() throws SQLException {
    assertThat(value("now() = CURRENT_TIMESTAMP AND NOW() IS NOT NULL")).isEqualTo("true");
    assertThat(
            roster.rows("SELECT id FROM fake.accounts WHERE connected_at > now() ORDER BY now()"))
        .isEmpty();
  }

  @Test
  void whatPostgresqlHasBesidesIsThere() throws SQLException {
    assertThat(value("'abc' ILIKE 'A%'")).isEqualTo("true");
    assertThat(roster.rows("SELECT string_agg(id, ',' ORDER BY id DESC) FROM fake.accounts"))
        .containsExactly("c,b,a");
    assertThat(value("EXTRACT(YEAR FROM TIMESTAMP '2026-08-20 11:12:13')")).isEqualTo("2026");
    assertThat(value("date_part('month', DATE '2026-08-20')")).isEqualTo("8");
    assertThat(value("DATE '2026-08-20' - INTERVAL '7' DAY")).isEqualTo("2026-08-13");
    assertThat(value("TIMESTAMPDIFF(DAY, DATE '2026-02-20', DATE '2026-03-20')")).isEqualTo("28");
    assertThat(value("TIMESTAMPADD(HOUR, 3, TIMESTAMP '2026-08-20 22:00:00')"))
        .isEqualTo("2026-08-21 01:00:00");
  }

  @Test
  void aWordOfSqlMayNameAColumn() throws SQLException {
    String sql = "SELECT 1 AS one, 2 AS value, CAST('3' AS INTEGER) AS year, id AS date";
    assertThat(roster.rows(sql + " FROM fake.accounts WHERE id = 'a'")).containsExactly("1|2|3|a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM fake.accounts WHERE 1 = 0",
        "SELECT * FROM fake.accounts WHERE 1 <> 1 AND id = 'a'",
        "SELECT * FROM (SELECT id, seats FROM fake.accounts) AS t WHERE (0 = 1) AND (id = 'a')",
        "SELECT id, COUNT(*) FROM fake.accounts WHERE FALSE GROUP BY id",
        "SELECT * FROM fake.accounts LIMIT 0",
      })
  void aToolThatWantsColumnsOnlyAsksNobody(String sql) throws SQLException {
    assertThat(roster.rows(sql)).isEmpty();
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void aConstantForEachRowCountsTheRows() throws SQLException {
    assertThat(roster.rows("SELECT 1 FROM fake.accounts")).containsExactly("1", "1", "1");
    assertThat(roster.requests()).hasSize(1);
  }
}
