package dev.roster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of statements, ended by {@code ;}, with lines of comment ({@code --}) between them.
 *
 * @param steps the comments and statements, in order
 */
record SqlScript(List<Step> steps) {

  // What a semicolon may stand in without ending the statement: a text, a quoted name, a comment
  // (a doubled quote in a text reads as two texts, which is as good here). The last two are a
  // semicolon that ends it, and whatever else.
  private static final Pattern TOKEN =
      Pattern.compile("'[^']*'|\"[^\"]*\"|--[^\\n]*|/\\*(?s:.*?)\\*/|(;)|(?s:.)");

  /**
   * A statement without its {@code ;}, or a line of comment.
   *
   * @param text as written
   * @param comment whether it is a comment, which is shown and not run
   */
  record Step(String text, boolean comment) {}

  static SqlScript parse(String text) {
    List<Step> steps = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      boolean between = statement.toString().isBlank();
      if (tokens.group(1) != null) {
        end(statement, steps);
      } else if (between && tokens.group().startsWith("--")) {
        steps.add(new Step(tokens.group().strip(), true));
      } else {
        statement.append(tokens.group());
      }
    }
    end(statement, steps);
    return new SqlScript(List.copyOf(steps));
  }

  private static void end(StringBuilder statement, List<Step> steps) {
    String text = statement.toString().strip();
    if (!text.isEmpty()) {
      steps.add(new Step(text, false));
    }
    statement.setLength(0);
  }
}
