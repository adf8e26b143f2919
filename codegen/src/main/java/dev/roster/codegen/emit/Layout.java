package dev.roster.codegen.emit;

import java.util.List;

/** Breaks lines that would be too long, the way google-java-format does. */
final class Layout {

  private Layout() {}

  /**
   * Returns {@code before(items)after} on one line; else with the items on a line of their own;
   * else with each item on its own.
   *
   * @param indent the column at which {@code before} starts, which is not printed
   */
  static String call(int indent, String before, List<String> items, String after) {
    return list(indent, before + "(", items, ")" + after);
  }

  /** Like {@link #call}, without the brackets. */
  static String list(int indent, String before, List<String> items, String after) {
    String line = String.join(", ", items);
    if (indent + before.length() + line.length() + after.length() <= JavaText.WIDTH) {
      return before + line + after;
    }
    String start = before.stripTrailing() + "\n" + " ".repeat(indent + 4);
    if (indent + 4 + line.length() + after.length() <= JavaText.WIDTH) {
      return start + line + after;
    }
    return start + String.join(",\n" + " ".repeat(indent + 4), items) + after;
  }
}
