package dev.roster.calcite.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlJdbcFunctionCall;

/**
 * Turns the JDBC escapes that Calcite's parser does not know into SQL that it does: <code>{oj …}
 * </code>, <code>{escape '\'}</code>, <code>{limit 5 offset 2}</code>, functions in lower case, and
 * functions that have no escape of their own but are there under the same name. Every character
 * stays where it was, so that positions in messages are right.
 */
final class JdbcEscapes {

  // Text, quoted names and comments come first, so that no brace inside them counts.
  private static final Pattern TOKEN =
      Pattern.compile(
          "'[^']*+'|\"[^\"]*+\"|--[^\\n]*+|/\\*.*?\\*/"
              + "|\\{\\s*(?<escape>[A-Za-z]+)(?<function>\\s+[A-Za-z_][A-Za-z0-9_]*)?|\\}",
          Pattern.DOTALL);

  // Calcite finds these in capitals only, and each has its own order of arguments.
  private static final Set<String> CALCITES =
      Stream.of(
              SqlJdbcFunctionCall.getNumericFunctions(),
              SqlJdbcFunctionCall.getStringFunctions(),
              SqlJdbcFunctionCall.getTimeDateFunctions(),
              SqlJdbcFunctionCall.getSystemFunctions())
          .flatMap(names -> Arrays.stream(names.split(",")))
          .collect(Collectors.toUnmodifiableSet());

  private JdbcEscapes() {}

  /** Returns the statement with such escapes replaced. */
  static String replaced(String sql) {
    if (sql.indexOf('{') < 0) {
      return sql;
    }
    StringBuilder replaced = new StringBuilder();
    // Of each brace that is open, whether it stays.
    Deque<Boolean> open = new ArrayDeque<>();
    Matcher token = TOKEN.matcher(sql);
    while (token.find()) {
      token.appendReplacement(replaced, Matcher.quoteReplacement(replacement(token, open)));
    }
    return token.appendTail(replaced).toString();
  }

  private static String replacement(Matcher token, Deque<Boolean> open) {
    String text = token.group();
    String escape = token.group("escape");
    if (escape != null) {
      String function = token.group("function");
      String kept = opened(escape.toLowerCase(Locale.ROOT), text, function == null ? "" : function);
      open.push(kept.startsWith("{"));
      return kept;
    }
    if (text.equals("}") && !open.isEmpty()) {
      return open.pop() ? text : " ";
    }
    return text;
  }

  private static String opened(String escape, String text, String function) {
    String before = text.substring(0, text.length() - function.length());
    return switch (escape) {
      case "escape", "limit" -> " " + text.substring(1);
      case "oj" -> " ".repeat(before.length()) + function;
      case "fn" -> {
        String name = function.toUpperCase(Locale.ROOT);
        boolean known = CALCITES.contains(name.trim());
        yield known ? before + name : " ".repeat(before.length()) + function;
      }
      default -> text;
    };
  }
}
