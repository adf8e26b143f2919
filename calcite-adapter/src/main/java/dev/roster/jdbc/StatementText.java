package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement's text as the parser gets it: without the semicolon that many tools put at its end,
 * and with {@code {call p(…)}} written as {@code CALL p(…)}. What is taken away becomes blanks, so
 * that the positions in messages stay right.
 */
final class StatementText {

  // Text, quoted names and comments come first, so that nothing inside them counts.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<blank>\\s++|--[^\\n]*+|/\\*.*?\\*/)|'[^']*+'|\"[^\"]*+\"|\\w++|.", Pattern.DOTALL);

  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "TABLE", "EXPLAIN");

  private static final Set<String> WRITES = Set.of("INSERT", "UPDATE", "DELETE");

  private final String sql;
  private final String firstWord;
  private final boolean returnsValue;

  private record Token(String text, int start) {
    boolean is(String other) {
      return text.equalsIgnoreCase(other);
    }

    int end() {
      return start + text.length();
    }
  }

  private StatementText(String sql, String firstWord, boolean returnsValue) {
    this.sql = sql;
    this.firstWord = firstWord;
    this.returnsValue = returnsValue;
  }

  /**
   * Reads a statement's text.
   *
   * @throws SQLException 42601 if there is no text, or a {@code {call …}} that does not end
   */
  static StatementText of(@Nullable String sql) throws SQLException {
    if (sql == null) {
      throw SqlState.SYNTAX.exception("statement: it is null. Give its text.");
    }
    List<Token> tokens = tokens(sql);
    while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).is(";")) {
      tokens.remove(tokens.size() - 1);
    }
    StringBuilder text = new StringBuilder(sql);
    text.setLength(tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end());
    List<Token> call = explained(tokens);
    boolean returnsValue = begins(call, "{", "?", "=", "CALL");
    boolean escaped = returnsValue || begins(call, "{", "CALL");
    if (escaped) {
      unescape(call, returnsValue ? 3 : 1, text);
    }
    if (escaped || begins(call, "CALL")) {
      parenthesise(call, text);
    }
    return new StatementText(text.toString(), firstWord(tokens), returnsValue);
  }

  /** Returns the text to parse. */
  String sql() {
    return sql;
  }

  /** Returns whether the statement can do nothing but return rows. */
  boolean isQuery() {
    return QUERIES.contains(firstWord);
  }

  /** Returns whether the statement writes to a table, and can do nothing but return a count. */
  boolean isWrite() {
    return WRITES.contains(firstWord);
  }

  /**
   * Returns this text if rows can be asked for.
   *
   * @throws SQLException 42000 if it writes to a table
   */
  StatementText withRows() throws SQLException {
    if (isWrite()) {
      throw SqlState.INVALID_STATEMENT.exception(
          "executeQuery: the statement returns no rows. Use executeUpdate.");
    }
    return this;
  }

  /** Returns whether it is {@code {? = call p(…)}}, whose first parameter is what comes back. */
  boolean returnsValue() {
    return returnsValue;
  }

  /**
   * Returns this text if it can run where there are no OUT parameters.
   *
   * @throws SQLException 42000 if it is {@code {? = call p(…)}}
   */
  StatementText withoutValue() throws SQLException {
    if (returnsValue) {
      throw SqlState.INVALID_STATEMENT.exception(
          "statement: {? = call …} returns a value. Use Connection.prepareCall.");
    }
    return this;
  }

  private static List<Token> tokens(String sql) {
    List<Token> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(sql);
    while (token.find()) {
      if (token.group("blank") == null) {
        tokens.add(new Token(token.group(), token.start()));
      }
    }
    return tokens;
  }

  // What follows EXPLAIN PLAN … FOR; without it, all.
  private static List<Token> explained(List<Token> tokens) {
    if (begins(tokens, "EXPLAIN", "PLAN")) {
      for (int i = 2; i < tokens.size(); i++) {
        if (tokens.get(i).is("FOR")) {
          return tokens.subList(i + 1, tokens.size());
        }
      }
    }
    return tokens;
  }

  private static boolean begins(List<Token> tokens, String... texts) {
    if (tokens.size() < texts.length) {
      return false;
    }
    for (int i = 0; i < texts.length; i++) {
      if (!tokens.get(i).is(texts[i])) {
        return false;
      }
    }
    return true;
  }

  private static void unescape(List<Token> tokens, int untilCall, StringBuilder text)
      throws SQLException {
    Token last = tokens.remove(tokens.size() - 1);
    if (!last.is("}")) {
      throw SqlState.SYNTAX.exception(
          "syntax: {call … has no } at its end. Write {call schema.procedure(?, ?)}.");
    }
    text.setLength(last.start());
    for (Token cut : tokens.subList(0, untilCall)) {
      text.setCharAt(cut.start(), ' ');
    }
    tokens.subList(0, untilCall).clear();
  }

  // {call p} and CALL p have no arguments.
  private static void parenthesise(List<Token> tokens, StringBuilder text) {
    if (tokens.size() > 1 && tokens.stream().noneMatch(token -> token.is("("))) {
      text.insert(tokens.get(tokens.size() - 1).end(), "()");
    }
  }

  private static String firstWord(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> !token.is("("))
        .findFirst()
        .map(token -> token.text().toUpperCase(Locale.ROOT))
        .orElse("");
  }
}
