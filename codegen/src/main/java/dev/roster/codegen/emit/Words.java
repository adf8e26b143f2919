package dev.roster.codegen.emit;

import java.util.ArrayList;
import java.util.List;

/** Breaks sentences into lines. */
final class Words {

  private Words() {}

  /**
   * Returns {@code text} in lines that, joined, are the text again: each ends with the space before
   * the next one's first word. A word that is longer than a line gets a line of its own.
   *
   * @param first the width of the first line
   * @param others the width of the others
   */
  static List<String> lines(String text, int first, int others) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = first;
    for (String word : text.split("(?<= )", -1)) {
      if (line.length() > 0 && line.length() + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
        width = others;
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
