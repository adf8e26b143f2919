package dev.roster.jdbc;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the driver itself looks at in a statement's text. */
final class StatementText {

  private static final Pattern FIRST_WORD =
      Pattern.compile(
          "\\A(?:\\s|\\(|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)*([A-Za-z]+)", Pattern.DOTALL);

  private static final Pattern END = Pattern.compile("[\\s;]+\\z");

  private StatementText() {}

  /** Returns the text without the semicolons that many tools put at its end. */
  static String cleaned(String sql) {
    return END.matcher(sql).replaceAll("");
  }

  /** Returns whether the statement can do nothing but return rows. */
  static boolean isQuery(String sql) {
    return switch (firstWord(sql)) {
      case "SELECT", "WITH", "VALUES", "TABLE", "EXPLAIN" -> true;
      default -> false;
    };
  }

  private static String firstWord(String sql) {
    Matcher first = FIRST_WORD.matcher(sql);
    return first.find() ? first.group(1).toUpperCase(Locale.ROOT) : "";
  }
}
