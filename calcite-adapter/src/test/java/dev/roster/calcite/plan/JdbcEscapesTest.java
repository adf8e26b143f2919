package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcEscapesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "SELECT {fn ucase(x)}|SELECT {fn UCASE(x)}",
        "SELECT {FN Ucase(x)}|SELECT {FN UCASE(x)}",
        "SELECT {fn coalesce(x, 1)}|SELECT     coalesce(x, 1) ",
        "SELECT {fn concat({fn char_length(x)}, 1)}|SELECT {fn CONCAT(    char_length(x) , 1)}",
        "FROM {oj a LEFT JOIN b ON 1 = 1} WHERE|FROM     a LEFT JOIN b ON 1 = 1  WHERE",
        "LIKE 'a!%' {escape '!'}|LIKE 'a!%'  escape '!' ",
        "FROM t {limit 5 offset 2}|FROM t  limit 5 offset 2 ",
        "SELECT {d '2026-01-01'}, { ts '2026-01-01 00:00:00'}|"
            + "SELECT {d '2026-01-01'}, { ts '2026-01-01 00:00:00'}",
      })
  void anEscapeBecomesWhatTheParserKnowsAndKeepsItsPlace(String written, String replaced) {
    assertThat(JdbcEscapes.replaced(written)).isEqualTo(replaced).hasSameSizeAs(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT '{oj x}', \"{escape '}\" FROM t",
        "SELECT 1 -- {fn ucase(x)}",
        "SELECT /* {oj } */ 1",
        "SELECT 'it''s {fn ucase(x)}' FROM t",
        "{call p(?)}",
        "}{",
      })
  void nothingElseIsTouched(String sql) {
    assertThat(JdbcEscapes.replaced(sql)).isEqualTo(sql);
  }

  @Test
  void aLongTextNeedsNoDeepRecursion() {
    String text = "SELECT {fn ucase('" + "x".repeat(1_000_000) + "')}";
    assertThat(JdbcEscapes.replaced(text)).hasSameSizeAs(text).contains("{fn UCASE(");
  }
}
