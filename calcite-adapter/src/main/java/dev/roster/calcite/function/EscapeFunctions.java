package dev.roster.calcite.function;

import java.util.List;

/**
 * The functions of JDBC's escape <code>{fn name(…)}</code>, as appendix C of the specification
 * lists them: all work. A test executes each.
 */
public final class EscapeFunctions {

  /** What {@code DatabaseMetaData.getNumericFunctions} lists. */
  public static final List<String> NUMERIC =
      names(
          "ABS ACOS ASIN ATAN ATAN2 CEILING COS COT DEGREES EXP FLOOR LOG LOG10 MOD PI POWER"
              + " RADIANS RAND ROUND SIGN SIN SQRT TAN TRUNCATE");

  /** What {@code DatabaseMetaData.getStringFunctions} lists. */
  public static final List<String> STRING =
      names(
          "ASCII CHAR CHARACTER_LENGTH CHAR_LENGTH CONCAT DIFFERENCE INSERT LCASE LEFT LENGTH"
              + " LOCATE LTRIM OCTET_LENGTH POSITION REPEAT REPLACE RIGHT RTRIM SOUNDEX SPACE"
              + " SUBSTRING UCASE");

  /** What {@code DatabaseMetaData.getTimeDateFunctions} lists. */
  public static final List<String> TIME_DATE =
      names(
          "CURDATE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURTIME DAYNAME DAYOFMONTH DAYOFWEEK"
              + " DAYOFYEAR EXTRACT HOUR MINUTE MONTH MONTHNAME NOW QUARTER SECOND TIMESTAMPADD"
              + " TIMESTAMPDIFF WEEK YEAR");

  /** What {@code DatabaseMetaData.getSystemFunctions} lists. */
  public static final List<String> SYSTEM = names("DATABASE IFNULL USER");

  private EscapeFunctions() {}

  private static List<String> names(String names) {
    return List.of(names.split(" "));
  }
}
