package dev.roster.jdbc.metadata;

import java.util.List;

/** The functions of JDBC's escape {@code {fn name(…)}} that work. */
final class ScalarFunctions {

  static final List<String> NUMERIC =
      split(
          "ABS,ACOS,ASIN,ATAN,ATAN2,CEILING,COS,COT,DEGREES,EXP,FLOOR,LOG,LOG10,MOD,PI,POWER,"
              + "RADIANS,RAND,ROUND,SIGN,SIN,SQRT,TAN,TRUNCATE");

  static final List<String> STRING =
      split(
          "ASCII,CHAR,CONCAT,DIFFERENCE,INSERT,LCASE,LEFT,LENGTH,LOCATE,LTRIM,REPEAT,REPLACE,"
              + "RIGHT,RTRIM,SOUNDEX,SPACE,SUBSTRING,UCASE");

  static final List<String> SYSTEM = split("DATABASE,IFNULL,USER");

  static final List<String> TIME_DATE =
      split(
          "CURDATE,CURTIME,DAYNAME,DAYOFMONTH,DAYOFWEEK,DAYOFYEAR,HOUR,MINUTE,MONTH,MONTHNAME,NOW,"
              + "QUARTER,SECOND,TIMESTAMPADD,TIMESTAMPDIFF,WEEK,YEAR");

  private ScalarFunctions() {}

  private static List<String> split(String names) {
    return List.of(names.split(","));
  }
}
