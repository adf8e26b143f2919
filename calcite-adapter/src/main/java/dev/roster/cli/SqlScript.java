package dev.roster.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of statements, each ended by a {@code ;} at the end of a line, with lines of comment
 * ({@code --}) between them.
 *
 * @param steps the comments and statements, in order
 */
record SqlScript(List<Step> steps) {

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
    for (String line : text.lines().toList()) {
      boolean between = statement.toString().isBlank();
      if (between && line.startsWith("--")) {
        steps.add(new Step(line, true));
      } else if (line.stripTrailing().endsWith(";")) {
        String last = line.stripTrailing();
        statement.append(last, 0, last.length() - 1);
        steps.add(new Step(statement.toString().strip(), false));
        statement.setLength(0);
      } else {
        statement.append(line).append('\n');
      }
    }
    if (!statement.toString().isBlank()) {
      steps.add(new Step(statement.toString().strip(), false));
    }
    return new SqlScript(List.copyOf(steps));
  }
}
