package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words of a statement are quoted, and which are left to be keywords. */
class ReservedNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CALL linkedapi.disconnect('a') | CALL linkedapi.\"disconnect\"('a')",
        "SELECT p.language FROM t AS p | SELECT p.\"language\" FROM t AS p",
        "CALL p.q(filter => 'STUDIO') | CALL p.q(\"filter\" => 'STUDIO')",
        "SELECT SQLSTATE FROM t | SELECT \"SQLSTATE\" FROM t",
        "SELECT 1 AS sqlstate | SELECT 1 AS \"sqlstate\"",
        "SELECT t1.year, \"t\".month FROM t1 | SELECT t1.\"year\", \"t\".\"month\" FROM t1",
        "CALL p.q(FILTER=>'STUDIO') | CALL p.q(\"FILTER\"=>'STUDIO')",
      })
  void aReservedWordThatCanOnlyBeANameIsQuoted(String sql, String quoted) {
    assertThat(ReservedNames.quoted(sql)).isEqualTo(quoted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FILTER (WHERE x >= 1) FROM t",
        "CALL p.q(account_id => 'filter => x', name => 'p.language')",
        "CALL p.q(name => 'it''s p.language', other => 'x')",
        "SELECT \"filter => x\" FROM t -- filter => x",
        "SELECT 1 /* filter => x */",
        "SELECT 1.e5, 'a'.year, 1year => 2, a. year FROM t",
      })
  void everythingElseIsLeftAsItIs(String sql) {
    assertThat(ReservedNames.quoted(sql)).isEqualTo(sql);
  }

  @Test
  void aLongTextIsNoProblem() {
    String sql = "CALL p.q('" + "it''s p.language, ".repeat(100_000) + "')";
    assertThat(ReservedNames.quoted(sql)).isEqualTo(sql);
  }

  @Test
  @Timeout(5)
  void aLongNameIsNoProblem() {
    String sql = "SELECT " + "x".repeat(1_000_000) + " FROM t";
    assertThat(ReservedNames.quoted(sql)).isEqualTo(sql);
  }
}
