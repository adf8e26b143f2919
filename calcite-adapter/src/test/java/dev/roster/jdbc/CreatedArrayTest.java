package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arrays that a program makes: their elements are of the type that was asked for. */
class CreatedArrayTest {

  private Roster roster;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
    connection = roster.connection;
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private String refusal(String type, Object... elements) {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> connection.createArrayOf(type, elements));
    return failure.getSQLState() + " " + failure.getMessage();
  }

  @Test
  void elementsBecomeValuesOfTheType() throws SQLException {
    Array numbers = connection.createArrayOf("integer", new Object[] {"1", 2L, null});
    assertThat(numbers.getBaseTypeName()).isEqualTo("INTEGER");
    assertThat(numbers.getBaseType()).isEqualTo(Types.INTEGER);
    assertThat((Object[]) numbers.getArray()).containsExactly(1, 2, null);
    Array times =
        connection.createArrayOf(
            "TIMESTAMP", new Object[] {LocalDateTime.parse("2026-11-01T07:12:30.123")});
    assertThat((Object[]) times.getArray())
        .containsExactly(Timestamp.valueOf("2026-11-01 07:12:30.123"));
  }

  @Test
  void itsRowsHaveIndexAndValue() throws SQLException {
    Array array = connection.createArrayOf("VARCHAR", new Object[] {"a", "b", "c"});
    try (ResultSet rows = array.getResultSet(2, 9)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("INDEX")).isEqualTo(2);
      assertThat(rows.getString("VALUE")).isEqualTo("b");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(2)).isEqualTo("c");
      assertThat(rows.next()).isFalse();
    }
    array.free();
    assertThat(catchThrowableOfType(SQLException.class, array::getArray).getSQLState())
        .isEqualTo("08003");
  }

  @Test
  void whatIsNoValueOfTheTypeIsRefusedAndNotRepeated() {
    assertThat(refusal("INTEGER", "a", "secret"))
        .startsWith("22018 array: element 1 is no INTEGER. Give ");
    assertThat(refusal("SMALLINT", 1, 70000)).startsWith("22003 array: element 2 is out of range.");
    assertThat(refusal("INTEGER", 1, "secret")).doesNotContain("secret");
    assertThat(refusal("VARBINARY", "x")).startsWith("22023 connection: an array cannot be made");
  }
}
