package dev.roster.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds one Javadoc comment out of a spec's sentences. */
final class Javadoc {

  private final List<String> blocks = new ArrayList<>();
  private boolean tags;

  private Javadoc() {}

  /** Starts a comment with sentences of a spec. */
  static Javadoc of(String text) {
    return new Javadoc().text(text);
  }

  /** Starts a comment with words of our own, which are HTML already. */
  static Javadoc ofHtml(String html) {
    return new Javadoc().html(html);
  }

  /** Adds sentences; an empty line in them starts a paragraph. */
  Javadoc text(String text) {
    for (String paragraph : text.strip().split("\\n\\s*\\n", -1)) {
      html(escape(paragraph));
    }
    return this;
  }

  /** Adds a paragraph of our own, which is HTML already. */
  Javadoc html(String html) {
    blocks.add((blocks.isEmpty() ? "" : "<p>") + html);
    return this;
  }

  /**
   * Adds {@code text}, which is HTML already, to the end of the last paragraph; nothing for null.
   */
  Javadoc more(@Nullable String text) {
    if (text != null) {
      blocks.set(blocks.size() - 1, blocks.get(blocks.size() - 1) + " " + text);
    }
    return this;
  }

  /** Adds a tag such as {@code @param}. */
  Javadoc tag(String tag, String text) {
    blocks.add((tags ? "" : "\n") + tag + " " + escape(text));
    tags = true;
    return this;
  }

  /** Returns the comment, its first line without and the others with the indentation. */
  String indented(int indent) {
    String start = " ".repeat(indent);
    int width = JavaText.WIDTH - indent - 3;
    if (blocks.size() == 1 && blocks.get(0).length() <= width - 4) {
      return "/** " + blocks.get(0) + " */";
    }
    StringBuilder comment = new StringBuilder("/**");
    boolean first = true;
    for (String block : blocks) {
      boolean tag = block.startsWith("@") || block.startsWith("\n@");
      if (!first && (!tag || block.startsWith("\n"))) {
        comment.append('\n').append(start).append(" *");
      }
      first = false;
      String next = "";
      for (String line : Words.lines(block.strip(), width, tag ? width - 4 : width)) {
        comment.append('\n').append(start).append(" * ").append(next).append(line.stripTrailing());
        next = tag ? "    " : "";
      }
    }
    return comment.append('\n').append(start).append(" */").toString();
  }

  /** Returns text as HTML in which no tag, no end of the comment and no Unicode escape is left. */
  static String escape(String text) {
    StringBuilder html = new StringBuilder();
    text.strip()
        .replaceAll("\\s+", " ")
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '@', '\\' -> entity(html, c);
                case '/' -> {
                  if (html.length() > 0 && html.charAt(html.length() - 1) == '*') {
                    entity(html, c);
                  } else {
                    html.append('/');
                  }
                }
                default -> {
                  if (JavaText.isInvisible(c)) {
                    entity(html, c);
                  } else {
                    html.appendCodePoint(c);
                  }
                }
              }
            });
    return html.toString();
  }

  private static void entity(StringBuilder html, int c) {
    html.append(String.format(Locale.ROOT, "&#%d;", c));
  }
}
