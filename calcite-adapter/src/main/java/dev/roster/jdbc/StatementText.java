package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the driver itself looks at in a statement's text. */
final class StatementText {

  private static final Pattern FIRST_WORD =
      Pattern.compile(
          "\\A(?:\\s|\\(|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)*([A-Za-z]+)", Pattern.DOTALL);

  private static final Pattern END = Pattern.compile("[\\s;]+\\z");

  private StatementText() {}

  /**
   * Returns the text without the semicolons that many tools put at its end.
   *
   * @throws SQLException 42601 if there is no text
   */
  static String cleaned(@Nullable String sql) throws SQLException {
    if (sql == null) {
      throw SqlState.SYNTAX.exception("statement: it is null. Give its text.");
    }
    return END.matcher(sql).replaceAll("");
  }

  /** Returns whether the statement can do nothing but return rows. */
  static boolean isQuery(@Nullable String sql) throws SQLException {
    return switch (firstWord(cleaned(sql))) {
      case "SELECT", "WITH", "VALUES", "TABLE", "EXPLAIN" -> true;
      default -> false;
    };
  }

  private static String firstWord(String sql) {
    Matcher first = FIRST_WORD.matcher(sql);
    return first.find() ? first.group(1).toUpperCase(Locale.ROOT) : "";
  }
}
