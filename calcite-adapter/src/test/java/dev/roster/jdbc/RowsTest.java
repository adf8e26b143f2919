package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of rows, how many there are, and the calls that they share. */
class RowsTest {

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = new Roster(false, false, false, "a", "b", "c");
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  @Test
  void valuesHaveTheTypesOfTheirFields() throws SQLException {
    try (Statement statement = roster.connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT a.seats, a.avatar_url, p.score, p.premium FROM fake.accounts a,"
                    + " fake.profiles p WHERE a.id = 'a' AND p.account_id = 'a'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getObject(1)).isEqualTo(1L);
      assertThat(rows.getString(2)).isNull();
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.getObject(3)).isEqualTo(1.5);
      assertThat(rows.getObject(4)).isEqualTo(true);
      assertThat(rows.next()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void timesAreUtcInEveryTimeZone(String zone) throws SQLException {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try (Roster there = Roster.reading()) {
      assertThat(
              there.rows(
                  "SELECT connected_at FROM fake.accounts"
                      + " WHERE connected_at = TIMESTAMP '2026-02-20 11:11:51.732'"))
          .containsExactly("2026-02-20 11:11:51.732");
      assertThat(
              there.rows("SELECT id FROM fake.accounts WHERE connected_at > '2026-02-20 23:59:59'"))
          .containsExactly("b", "c");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM fake.accounts a, fake.sessions s",
        "SELECT * FROM fake.accounts a JOIN fake.accounts b ON a.id = b.id",
        "WITH t AS (SELECT * FROM fake.accounts) SELECT * FROM t UNION ALL SELECT * FROM t",
        "SELECT count(*) FROM fake.accounts WHERE id IN (SELECT id FROM fake.sessions)",
        "SELECT * FROM fake.accounts ORDER BY seats DESC LIMIT 1",
      })
  void oneCallServesAllTablesOfAStatement(String sql) throws SQLException {
    assertThat(roster.rows(sql)).isNotEmpty();
    assertThat(roster.requests()).containsExactly("getAll");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM fake.sessions",
        "SELECT id FROM fake.sessions ORDER BY id",
        "SELECT DISTINCT id FROM fake.sessions",
        "SELECT id FROM fake.sessions GROUP BY id",
        "SELECT id FROM fake.sessions UNION SELECT id FROM fake.sessions",
        "SELECT a.id FROM fake.accounts a JOIN fake.sessions s ON s.id = a.id",
        "SELECT id FROM fake.accounts WHERE id IN (SELECT id FROM fake.sessions)",
        "SELECT id FROM fake.sessions WHERE id IN (SELECT id FROM fake.accounts)",
        "SELECT s.id FROM fake.sessions s, fake.sessions t",
      })
  void aTableOfOneColumnIsATableLikeAnyOther(String sql) throws SQLException {
    assertThat(roster.rows(sql)).containsExactly("a");
  }

  @Test
  void eachExecutionAsksAnew() throws SQLException {
    try (PreparedStatement statement =
        roster.connection.prepareStatement("SELECT * FROM fake.accounts")) {
      statement.executeQuery().close();
      statement.executeQuery().close();
    }
    assertThat(roster.requests()).containsExactly("getAll", "getAll");
  }

  @Test
  void noCallIsMadeForRowsThatNobodyReads() throws SQLException {
    assertThat(roster.rows("SELECT account_id FROM fake.profiles LIMIT 1")).containsExactly("a");
    assertThat(roster.requests()).containsExactly("getProfile:a");
    roster.provider.forget();
    try (Statement statement = roster.connection.createStatement()) {
      statement.setMaxRows(1);
      try (ResultSet rows = statement.executeQuery("SELECT account_id FROM fake.profiles")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.next()).isFalse();
      }
    }
    assertThat(roster.requests()).containsExactly("getProfile:a");
  }

  @Test
  void maxRowsCountsInPreparedStatementsToo() throws SQLException {
    try (Statement plain = roster.connection.createStatement();
        PreparedStatement prepared =
            roster.connection.prepareStatement("SELECT * FROM fake.accounts")) {
      plain.setMaxRows(2);
      prepared.setMaxRows(2);
      assertThat(count(plain.executeQuery("SELECT * FROM fake.accounts"))).isEqualTo(2);
      assertThat(count(prepared.executeQuery())).isEqualTo(2);
    }
  }

  private static int count(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }

  @Test
  void namesAreFoundInAnyCase() throws SQLException {
    assertThat(roster.rows("select ID, Avatar_Url from FAKE.Accounts where id = 'b'"))
        .containsExactly("b|http://b");
  }
}
