package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of different length stay as long as they are. */
class TextLengthTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT x || '.' FROM (VALUES ('a'), ('bbb')) AS t(x)",
        "SELECT x || '.' FROM (SELECT 'a' AS x UNION ALL SELECT 'bbb') AS t",
        "SELECT CASE WHEN n = 1 THEN 'a' ELSE 'bbb' END || '.' FROM (VALUES (1), (2)) AS t(n)",
        "SELECT x || '.' FROM UNNEST(ARRAY['a', 'bbb']) AS t(x)",
      })
  void nothingIsPadded(String sql) throws SQLException {
    try (Roster roster = Roster.writing()) {
      assertThat(roster.rows(sql)).containsExactlyInAnyOrder("a.", "bbb.");
    }
  }

  @Test
  void aListOfArgumentsIsSentAsItIs() throws SQLException {
    try (Roster roster = Roster.writing()) {
      roster.rows("CALL fake.send_list(ARRAY['a', 'bbb'])");
      assertThat(roster.requests()).containsExactly("send:a", "send:bbb");
    }
  }
}
