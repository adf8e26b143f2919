package dev.roster.jdbc;

import static dev.roster.jdbc.MetaDataTexts.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.table.SqlType;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the metadata tells of types, functions and words, against SQL that uses them. */
class MetaDataTypesTest {

  // The functions that JDBC's specification has for the escape, each with arguments.
  private static final String[] FUNCTIONS = {
    "ABS(-1)",
    "ACOS(0.5)",
    "ASIN(0.5)",
    "ATAN(0.5)",
    "ATAN2(1, 2)",
    "CEILING(1.5)",
    "COS(0)",
    "COT(1)",
    "DEGREES(1)",
    "EXP(1)",
    "FLOOR(1.5)",
    "LOG(10)",
    "LOG10(10)",
    "MOD(5, 3)",
    "PI()",
    "POWER(2, 3)",
    "RADIANS(180)",
    "RAND(1)",
    "ROUND(1.256, 2)",
    "SIGN(-3)",
    "SIN(0)",
    "SQRT(4)",
    "TAN(0)",
    "TRUNCATE(1.256, 2)",
    "ASCII('a')",
    "CHAR(97)",
    "CHAR_LENGTH('abc')",
    "CHARACTER_LENGTH('abc')",
    "CONCAT('a', 'b')",
    "DIFFERENCE('a', 'b')",
    "INSERT('abcd', 2, 1, 'x')",
    "LCASE('ABC')",
    "LEFT('abc', 2)",
    "LENGTH('abc')",
    "LOCATE('b', 'abc')",
    "LTRIM(' a')",
    "OCTET_LENGTH('abc')",
    "POSITION('b' IN 'abc')",
    "REPEAT('ab', 2)",
    "REPLACE('abc', 'b', 'x')",
    "RIGHT('abc', 2)",
    "RTRIM('a ')",
    "SOUNDEX('abc')",
    "SPACE(2)",
    "SUBSTRING('abc', 2, 1)",
    "UCASE('abc')",
    "CURDATE()",
    "CURRENT_DATE()",
    "CURRENT_TIME()",
    "CURRENT_TIMESTAMP()",
    "CURTIME()",
    "DAYNAME(DATE '2026-02-20')",
    "DAYOFMONTH(DATE '2026-02-20')",
    "DAYOFWEEK(DATE '2026-02-20')",
    "DAYOFYEAR(DATE '2026-02-20')",
    "EXTRACT(YEAR FROM DATE '2026-02-20')",
    "HOUR(TIME '11:12:13')",
    "MINUTE(TIME '11:12:13')",
    "MONTH(DATE '2026-02-20')",
    "MONTHNAME(DATE '2026-02-20')",
    "NOW()",
    "QUARTER(DATE '2026-02-20')",
    "SECOND(TIME '11:12:13')",
    "TIMESTAMPADD(SQL_TSI_DAY, 1, TIMESTAMP '2026-02-20 11:12:13')",
    "TIMESTAMPDIFF(SQL_TSI_DAY, DATE '2026-02-20', DATE '2026-02-22')",
    "WEEK(DATE '2026-02-20')",
    "YEAR(DATE '2026-02-20')",
    "DATABASE()",
    "IFNULL('a', 'b')",
    "USER()"
  };

  private Roster roster;
  private DatabaseMetaData metaData;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.reading();
    metaData = roster.connection.getMetaData();
  }

  @AfterEach
  void close() throws SQLException {
    assertThat(roster.requests()).isEmpty();
    roster.close();
  }

  private boolean works(String sql) {
    try {
      return roster.rows(sql).size() == 1;
    } catch (SQLException refused) {
      return false;
    }
  }

  @Test
  void theTypesAreThoseThatAColumnCanHave() throws SQLException {
    assertThat(texts(metaData.getTypeInfo(), "TYPE_NAME"))
        .containsExactly(
            "TINYINT",
            "BIGINT",
            "VARBINARY",
            "BINARY",
            "CHAR",
            "DECIMAL",
            "INTEGER",
            "SMALLINT",
            "FLOAT",
            "REAL",
            "DOUBLE",
            "VARCHAR",
            "BOOLEAN",
            "DATE",
            "TIME",
            "TIMESTAMP");
  }

  @Test
  void aTypeCanBeCastToAndDeclaredWithWhatItSays() throws SQLException {
    for (String type : texts(metaData.getTypeInfo(), "TYPE_NAME", "DATA_TYPE", "CREATE_PARAMS")) {
      String[] parts = type.split("\\|", -1);
      String declared =
          parts[0]
              + switch (parts[2]) {
                case "null" -> "";
                case "precision,scale" -> "(5, 2)";
                default -> "(3)";
              };
      try (ResultSet rows =
          roster
              .connection
              .createStatement()
              .executeQuery("SELECT CAST(NULL AS " + declared + ")")) {
        assertThat(rows.getMetaData().getColumnType(1))
            .as(declared)
            .isEqualTo(Integer.parseInt(parts[1]));
      }
    }
  }

  @Test
  void aLiteralIsWrittenWithItsPrefixAndSuffix() throws SQLException {
    for (String type :
        texts(metaData.getTypeInfo(), "TYPE_NAME", "LITERAL_PREFIX", "LITERAL_SUFFIX")) {
      String[] parts = type.split("\\|", -1);
      String value =
          switch (parts[0]) {
            case "CHAR", "VARCHAR" -> "text";
            case "BINARY", "VARBINARY" -> "0aff";
            case "DATE" -> "2026-02-20";
            case "TIME" -> "11:12:13";
            case "TIMESTAMP" -> "2026-02-20 11:12:13";
            case "BOOLEAN" -> "true";
            default -> "1";
          };
      String literal = parts[1].replace("null", "") + value + parts[2].replace("null", "");
      assertThat(roster.rows("SELECT CAST(" + literal + " AS " + parts[0] + "), " + literal))
          .as(literal)
          .singleElement()
          .asString()
          .endsWith("|" + value);
    }
  }

  @Test
  void aConversionExistsIfTheEscapeCanDoIt() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (SqlType from : SqlType.values()) {
      for (SqlType to : SqlType.values()) {
        String sql =
            "SELECT {fn CONVERT(x, SQL_"
                + to
                + ")} FROM (VALUES ("
                + sample(from, to)
                + ")) AS t (x)";
        if (works(sql) != metaData.supportsConvert(from.jdbcType(), to.jdbcType())) {
          wrong.add(sql);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(metaData.supportsConvert()).isTrue();
    assertThat(metaData.supportsConvert(java.sql.Types.VARCHAR, java.sql.Types.ARRAY)).isFalse();
  }

  // A value that the other type has too, as far as there can be one.
  private static String sample(SqlType from, SqlType to) {
    return switch (from) {
      case CHAR, VARCHAR ->
          "CAST('"
              + switch (to) {
                case BOOLEAN -> "true";
                case DATE -> "2026-02-20";
                case TIME -> "11:12:13";
                case TIMESTAMP -> "2026-02-20 11:12:13";
                default -> "1";
              }
              + "' AS VARCHAR)";
      case BINARY, VARBINARY ->
          switch (to) {
            case BOOLEAN -> "X'74727565'";
            case DATE -> "X'323032362d30322d3230'";
            default -> "X'31'";
          };
      case BOOLEAN -> "TRUE";
      case DATE -> "DATE '2026-02-20'";
      case TIME -> "TIME '11:12:13'";
      case TIMESTAMP -> "TIMESTAMP '1970-01-01 00:00:00.001'";
      default -> "CAST(1 AS " + from + ")";
    };
  }

  @Test
  void theFunctionsListedAreThoseThatWork() throws SQLException {
    Set<String> listed = new TreeSet<>();
    for (String list :
        List.of(
            metaData.getNumericFunctions(),
            metaData.getStringFunctions(),
            metaData.getSystemFunctions(),
            metaData.getTimeDateFunctions())) {
      listed.addAll(List.of(list.split(",", -1)));
    }
    Set<String> working = new TreeSet<>();
    for (String function : FUNCTIONS) {
      if (works("SELECT {fn " + function + "}")) {
        working.add(function.substring(0, function.indexOf('(')));
      }
    }
    assertThat(listed).isEqualTo(working);
  }

  @Test
  void keywordsAreWordsThatMustBeQuoted() throws SQLException {
    String[] words = metaData.getSQLKeywords().split(",", -1);
    assertThat(words)
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("LIMIT", "OFFSET", "QUALIFY")
        .doesNotContain("SELECT", "VALUE", "ACCOUNT");
    for (String word : words) {
      String quoted = '"' + word.toLowerCase(Locale.ROOT) + '"';
      String from = " FROM (VALUES (1)) AS t (" + quoted + ") WHERE ";
      // A function without parentheses, such as CURRENT_CATALOG, is no name of the column either.
      assertThat(works("SELECT 1" + from + "CAST(" + word + " AS VARCHAR) = '1'"))
          .as(word)
          .isFalse();
      assertThat(works("SELECT 1" + from + "CAST(" + quoted + " AS VARCHAR) = '1'"))
          .as(word)
          .isTrue();
      // Behind AS it can only be a name.
      assertThat(works("SELECT 1 AS " + word)).as(word).isTrue();
    }
  }
}
