package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver sees in a statement's text. */
class StatementTextTest {

  @Test
  void semicolonsAtTheEndAreTakenAway() throws SQLException {
    assertThat(StatementText.of("SELECT ';' FROM t ; \n;").sql()).isEqualTo("SELECT ';' FROM t");
    assertThat(StatementText.of("SELECT 1").sql()).isEqualTo("SELECT 1");
  }

  @Test
  void anEscapedCallIsExplainedAsACall() throws SQLException {
    StatementText explained = StatementText.of("EXPLAIN PLAN FOR {call s.p(?)}");
    assertThat(explained.sql()).isEqualTo("EXPLAIN PLAN FOR  call s.p(?)");
    assertThat(explained.isQuery()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        " (SELECT 1)",
        "-- CALL p()\nWITH t AS (VALUES 1) SELECT * FROM t",
        "/* CALL p() */ values 1",
        "EXPLAIN PLAN FOR CALL p()",
      })
  void aQueryIsOneBehindCommentsAndParenthesesToo(String sql) throws SQLException {
    assertThat(StatementText.of(sql).isQuery()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CALL p()", "/* SELECT */ call p()", "DELETE FROM t", ""})
  void othersAreNone(String sql) throws SQLException {
    assertThat(StatementText.of(sql).isQuery()).isFalse();
  }
}
