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
        "SELECT 1 AS one, 2 as Year | SELECT 1 AS \"one\", 2 as \"Year\"",
        "SELECT CAST(a AS DATE) AS date FROM t | SELECT CAST(a AS DATE) AS \"date\" FROM t",
        "SELECT a AS time, b AS timestamp | SELECT a AS \"time\", b AS \"timestamp\"",
        "CALL p.q(FILTER=>'STUDIO') | CALL p.q(\"FILTER\"=>'STUDIO')",
      })
  void aReservedWordThatCanOnlyBeANameIsQuoted(String sql, String quoted) {
    assertThat(ReservedNames.quoted(sql)).isEqualTo(quoted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT CAST(a AS DATE), CAST(b AS VARCHAR(3)), CAST(c AS INTERVAL DAY) AS c FROM t",
        "SELECT 1 AS x, EXTRACT(YEAR FROM a) AS y FROM t AS s",
        "SELECT 'a AS year' AS \"year\" FROM t -- AS year",
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
