package dev.roster.codegen.emit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Java literals. */
final class JavaText {

  static final int WIDTH = 100;

  private JavaText() {}

  /** Returns {@code text} as a literal on one line. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints().forEach(c -> escape(literal, c));
    return literal.append('"').toString();
  }

  /**
   * Returns {@code text} as a literal that starts at column {@code indent}, broken between words
   * into a sum where it does not fit.
   */
  static String literal(String text, int indent) {
    // Four columns of the sum's own indentation, "+ ", two quotes, and a comma after it.
    int width = WIDTH - indent - 4 - 2 - 2 - 1;
    String separator = "\n" + " ".repeat(indent + 4) + "+ ";
    return Words.lines(text, width + 6, width).stream()
        .map(JavaText::literal)
        .collect(Collectors.joining(separator));
  }

  /** Returns {@code List.of(...)} of texts. */
  static String list(List<String> texts) {
    return texts.stream().map(JavaText::literal).collect(Collectors.joining(", ", "List.of(", ")"));
  }

  /** Characters that cannot be seen are written as escapes, so that a reader sees them. */
  private static void escape(StringBuilder literal, int c) {
    switch (c) {
      case '"' -> literal.append("\\\"");
      case '\\' -> literal.append("\\\\");
      case '\n' -> literal.append("\\n");
      case '\t' -> literal.append("\\t");
      default -> {
        if (isInvisible(c)) {
          for (char half : Character.toChars(c)) {
            literal.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
          }
        } else {
          literal.appendCodePoint(c);
        }
      }
    }
  }

  /** Whether a character cannot be seen in a source file, or changes the direction of others. */
  static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
