package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.function.EscapeFunctions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The escapes of JDBC: each function that is said to work is tried. */
class EscapesTest {

  /** Of each function, calls and what they give; a time is compared in the call itself. */
  private static final Map<String, String> EXAMPLES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ABS", "ABS(-3) = 3"),
              Map.entry("ACOS", "ACOS(1) = 0.0"),
              Map.entry("ASIN", "ASIN(0) = 0.0"),
              Map.entry("ATAN", "ATAN(0) = 0.0"),
              Map.entry("ATAN2", "ATAN2(0, 1) = 0.0"),
              Map.entry("CEILING", "CEILING(1.2) = 2"),
              Map.entry("COS", "COS(0) = 1.0"),
              Map.entry("COT", "COT(0.7853981633974483) > 0.99"),
              Map.entry("DEGREES", "DEGREES(0) = 0.0"),
              Map.entry("EXP", "EXP(0) = 1.0"),
              Map.entry("FLOOR", "FLOOR(1.8) = 1"),
              Map.entry("LOG", "LOG(1) = 0.0"),
              Map.entry("LOG10", "LOG10(100) = 2.0"),
              Map.entry("MOD", "MOD(7, 4) = 3"),
              Map.entry("PI", "PI() > 3.1415"),
              Map.entry("POWER", "POWER(2, 10) = 1024"),
              Map.entry("RADIANS", "RADIANS(0) = 0.0"),
              Map.entry("RAND", "RAND() < 1"),
              Map.entry("ROUND", "ROUND(1.26, 1) = 1.3"),
              Map.entry("SIGN", "SIGN(-5) = -1"),
              Map.entry("SIN", "SIN(0) = 0.0"),
              Map.entry("SQRT", "SQRT(16) = 4.0"),
              Map.entry("TAN", "TAN(0) = 0.0"),
              Map.entry("TRUNCATE", "TRUNCATE(1.29, 1) = 1.2"),
              Map.entry("ASCII", "ASCII('A') = 65"),
              Map.entry("CHAR", "CHAR(65) = 'A'"),
              Map.entry("CHARACTER_LENGTH", "CHARACTER_LENGTH('abc') = 3"),
              Map.entry("CHAR_LENGTH", "CHAR_LENGTH('abc') = 3"),
              Map.entry("CONCAT", "CONCAT('a', 'b') = 'ab'"),
              Map.entry("DIFFERENCE", "DIFFERENCE('Smith', 'Smythe') = 4"),
              Map.entry("INSERT", "INSERT('abcd', 2, 2, 'XYZ') = 'aXYZd'"),
              Map.entry("LCASE", "LCASE('ABC') = 'abc'"),
              Map.entry("LEFT", "LEFT('abc', 2) = 'ab'"),
              Map.entry("LENGTH", "LENGTH('abc') = 3"),
              Map.entry("LOCATE", "LOCATE('c', 'abcc') = 3"),
              Map.entry("LTRIM", "LTRIM('  a') = 'a'"),
              Map.entry("OCTET_LENGTH", "OCTET_LENGTH(X'0102') = 2"),
              Map.entry("POSITION", "POSITION('b' IN 'abc') = 2"),
              Map.entry("REPEAT", "REPEAT('ab', 2) = 'abab'"),
              Map.entry("REPLACE", "REPLACE('abc', 'b', 'x') = 'axc'"),
              Map.entry("RIGHT", "RIGHT('abc', 2) = 'bc'"),
              Map.entry("RTRIM", "RTRIM('a  ') || '|' = 'a|'"),
              Map.entry("SOUNDEX", "SOUNDEX('Robert') = 'R163'"),
              Map.entry("SPACE", "SPACE(2) || '|' = '  |'"),
              Map.entry("SUBSTRING", "SUBSTRING('abcd', 2, 2) = 'bc'"),
              Map.entry("UCASE", "UCASE('abc') = 'ABC'"),
              Map.entry("CURDATE", "CURDATE() = CURRENT_DATE"),
              Map.entry("CURRENT_DATE", "CURRENT_DATE() = CURRENT_DATE"),
              Map.entry("CURRENT_TIME", "CURRENT_TIME() = CURRENT_TIME"),
              Map.entry("CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP() = CURRENT_TIMESTAMP"),
              Map.entry("CURTIME", "CURTIME() = LOCALTIME"),
              Map.entry("DAYNAME", "DAYNAME({d '2026-02-20'}) LIKE 'Fri%'"),
              Map.entry("DAYOFMONTH", "DAYOFMONTH({d '2026-02-20'}) = 20"),
              Map.entry("DAYOFWEEK", "DAYOFWEEK({d '2026-02-20'}) = 6"),
              Map.entry("DAYOFYEAR", "DAYOFYEAR({d '2026-02-20'}) = 51"),
              Map.entry("EXTRACT", "EXTRACT(MONTH FROM {d '2026-02-20'}) = 2"),
              Map.entry("HOUR", "HOUR({ts '2026-02-20 11:12:13'}) = 11"),
              Map.entry("MINUTE", "MINUTE({ts '2026-02-20 11:12:13'}) = 12"),
              Map.entry("MONTH", "MONTH({d '2026-02-20'}) = 2"),
              Map.entry("MONTHNAME", "MONTHNAME({d '2026-02-20'}) LIKE 'Feb%'"),
              Map.entry("NOW", "NOW() = CURRENT_TIMESTAMP"),
              Map.entry("QUARTER", "QUARTER({d '2026-05-20'}) = 2"),
              Map.entry("SECOND", "SECOND({ts '2026-02-20 11:12:13'}) = 13"),
              Map.entry(
                  "TIMESTAMPADD",
                  "TIMESTAMPADD(SQL_TSI_DAY, 1, {ts '2026-02-28 11:12:13'})"
                      + " = {ts '2026-03-01 11:12:13'}"),
              Map.entry(
                  "TIMESTAMPDIFF",
                  "TIMESTAMPDIFF(SQL_TSI_MONTH, {d '2026-01-01'}, {d '2026-03-01'}) = 2"),
              Map.entry("WEEK", "WEEK({d '2026-02-20'}) = 8"),
              Map.entry("YEAR", "YEAR({d '2026-02-20'}) = 2026"),
              Map.entry("DATABASE", "DATABASE() = ''"),
              Map.entry("IFNULL", "IFNULL(CAST(NULL AS VARCHAR), 'x') = 'x'"),
              Map.entry("USER", "USER() = ''")));

  private static Roster roster;

  @BeforeAll
  static void open() throws SQLException {
    roster = Roster.reading();
  }

  @AfterAll
  static void close() throws SQLException {
    assertThat(roster.requests()).isEmpty();
    roster.close();
  }

  static List<String> functions() {
    List<String> functions = new ArrayList<>();
    Stream.of(
            EscapeFunctions.NUMERIC,
            EscapeFunctions.STRING,
            EscapeFunctions.TIME_DATE,
            EscapeFunctions.SYSTEM)
        .forEach(functions::addAll);
    return functions;
  }

  @Test
  void eachFunctionHasAnExample() {
    assertThat(functions()).doesNotHaveDuplicates().hasSameElementsAs(EXAMPLES.keySet());
    assertThat(
            List.of(
                EscapeFunctions.NUMERIC,
                EscapeFunctions.STRING,
                EscapeFunctions.TIME_DATE,
                EscapeFunctions.SYSTEM))
        .allSatisfy(list -> assertThat(list).isSorted());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionWorksInAnyCase(String name) throws SQLException {
    String example = Objects.requireNonNull(EXAMPLES.get(name), name);
    int end = closing(example);
    String call = example.substring(0, end);
    String rest = example.substring(end);
    String lower = name.toLowerCase(Locale.ROOT) + call.substring(name.length());
    assertThat(roster.rows("SELECT {fn " + call + "}" + rest + ", {fn " + lower + "}" + rest))
        .containsExactly("true|true");
  }

  /** Returns where the call at the beginning of a text ends. */
  private static int closing(String text) {
    int depth = 0;
    for (int i = text.indexOf('('); i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    throw new AssertionError(text);
  }

  @Test
  void aFunctionThatHasNoEscapeMayStandInOne() throws SQLException {
    assertThat(roster.rows("SELECT {fn COALESCE(NULL, {fn lcase('A')})}, {fn upper('b')}"))
        .containsExactly("a|B");
  }

  @Test
  void typesAreConverted() throws SQLException {
    assertThat(roster.rows("SELECT {fn CONVERT('12', SQL_INTEGER)}, {fn convert(1, SQL_VARCHAR)}"))
        .containsExactly("12|1");
  }

  @Test
  void datesAndTimesAreWrittenAsEscapes() throws SQLException {
    assertThat(
            roster.rows("SELECT {d '2026-02-20'}, {t '11:12:13'}, {ts '2026-02-20 11:12:13.456'}"))
        .containsExactly("2026-02-20|11:12:13|2026-02-20 11:12:13.456");
  }

  @Test
  void outerJoinsEscapeCharactersAndLimitsAreEscapes() throws SQLException {
    try (Roster other = Roster.reading()) {
      assertThat(
              other.rows(
                  "SELECT a.id, s.id FROM {oj fake.accounts a LEFT OUTER JOIN fake.accounts s"
                      + " ON s.id = a.id AND s.id LIKE 'b!%' {escape '!'}}"
                      + " ORDER BY a.id {limit 1 offset 1}"))
          .containsExactly("b|null");
      assertThat(other.rows("SELECT id FROM fake.accounts WHERE id || '_' LIKE '_!_' {escape '!'}"))
          .containsExactlyInAnyOrder("a", "b", "c");
    }
  }
}
