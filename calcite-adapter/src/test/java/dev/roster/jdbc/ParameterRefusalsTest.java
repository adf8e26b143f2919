package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that are not of their parameter's type: refused when they are set, and not repeated. */
class ParameterRefusalsTest {

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private interface Setting {
    void on(PreparedStatement statement) throws Exception;
  }

  private SQLException refused(String type, Setting setting) throws SQLException {
    try (PreparedStatement statement =
        roster.connection.prepareStatement("SELECT CAST(? AS " + type + ")")) {
      return catchThrowableOfType(SQLException.class, () -> setting.on(statement));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TINYINT, 129, 22003",
    "SMALLINT, -32769, 22003",
    "INTEGER, 2147483648, 22003",
    "BIGINT, 9223372036854775808, 22003",
    "BIGINT, 1e999999999, 22003",
    "DOUBLE, 1e400, 22003",
    "REAL, 1e39, 22003",
    "INTEGER, 1.5, 22018",
    "INTEGER, secret, 22018",
    "DECIMAL, 1x, 22018",
    "DOUBLE, secret, 22018",
    "BOOLEAN, perhaps, 22018",
    "TIMESTAMP, yesterday, 22018",
    "TIMESTAMP, 2026-02-30, 22018",
    "TIMESTAMP, 08:13:33, 22018",
    "DATE, 01.11.2026, 22018",
    "TIME, noon, 22018",
    "VARBINARY, text, 22018",
  })
  void whatIsNoValueOfTheTypeIsRefusedWhenItIsSet(String type, String value, String state)
      throws SQLException {
    SQLException failure = refused(type, s -> s.setString(1, value));
    assertThat(failure.getSQLState()).isEqualTo(state);
    assertThat(failure.getMessage())
        .startsWith("statement: parameter 1 is " + type + ": the ")
        .contains(". Give ")
        .doesNotContain(value);
    assertThat(failure.getCause()).isNull();
  }

  @Test
  void aRefusalSaysWhatIsAccepted() throws SQLException {
    assertThat((Throwable) refused("TIMESTAMP(3)", s -> s.setInt(1, 5)))
        .hasMessage(
            "statement: parameter 1 is TIMESTAMP: the Integer that was given cannot be read as"
                + " one. Give a date or time of java.time, java.sql or java.util, or text such as"
                + " '2026-11-01 07:12:30.123' (UTC) or '2026-11-01T07:12:30Z'.");
    assertThat(refused("VARCHAR", s -> s.setObject(1, List.of("a"))).getSQLState())
        .isEqualTo("22018");
    assertThat(refused("VARCHAR", s -> s.setObject(1, new Object())).getSQLState())
        .isEqualTo("22018");
    assertThat(refused("VARCHAR", s -> s.setBytes(1, new byte[] {(byte) 255})).getSQLState())
        .isEqualTo("22018");
    assertThat(refused("VARCHAR", s -> s.setClob(1, new StringReader("abc"), 4)).getSQLState())
        .isEqualTo("22023");
    assertThat(refused("VARCHAR", s -> s.setAsciiStream(1, stream("a"), -1)).getSQLState())
        .isEqualTo("22023");
    assertThat(refused("VARCHAR", s -> s.setRowId(1, null)).getSQLState()).isEqualTo("0A000");
  }

  @Test
  void aListThatIsNoneIsRefusedWhenItIsSet() throws SQLException {
    try (PreparedStatement statement =
        roster.connection.prepareStatement("CALL fake.send_list(?)")) {
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> statement.setString(1, "x"));
      assertThat(failure.getSQLState()).isEqualTo("22018");
      assertThat(failure.getMessage()).contains("JSON array");
    }
  }

  @Test
  void aParameterWithoutValueEndsTheStatementBeforeAnythingIsSent() throws SQLException {
    try (PreparedStatement statement = roster.connection.prepareStatement("CALL fake.send(?, ?)")) {
      statement.setString(1, "x");
      statement.setLong(2, 1);
      statement.execute();
      statement.clearParameters();
      statement.setString(1, "x");
      SQLException failure = catchThrowableOfType(SQLException.class, statement::execute);
      assertThat(failure.getSQLState()).isEqualTo("07002");
      assertThat(failure.getMessage())
          .isEqualTo("statement: parameter 2 has no value. Set every ? before executing.");
    }
    assertThat(roster.requests()).containsExactly("send:x");
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}
