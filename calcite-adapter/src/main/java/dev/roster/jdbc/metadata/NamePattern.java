package dev.roster.jdbc.metadata;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of JDBC's metadata calls: {@code %} stands for any characters, {@code _} for one, a
 * backslash before them for themselves. Case does not count, as it does not in SQL.
 */
final class NamePattern {

  static final String ESCAPE = "\\";

  private NamePattern() {}

  /** Returns what a pattern matches: all names if it is null, and none if it is empty. */
  static Predicate<String> matching(@Nullable String pattern) {
    if (pattern == null) {
      return name -> true;
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char character = pattern.charAt(i);
      boolean escapes = character == ESCAPE.charAt(0) && i + 1 < pattern.length();
      switch (character) {
        case '%' -> regex.append(".*");
        case '_' -> regex.append('.');
        default -> regex.append(Pattern.quote(pattern.substring(escapes ? ++i : i, i + 1)));
      }
    }
    Pattern compiled =
        Pattern.compile(
            regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    return name -> compiled.matcher(name).matches();
  }

  /** Returns what a name that is no pattern matches: all names if it is null. */
  static Predicate<String> named(@Nullable String wanted) {
    return name -> wanted == null || wanted.equalsIgnoreCase(name);
  }

  /**
   * Returns whether what has no catalog, as all there is, matches an argument: null does not
   * narrow, and an empty one asks for what has none.
   */
  static boolean withoutCatalog(@Nullable String catalog) {
    return catalog == null || catalog.isEmpty();
  }
}
