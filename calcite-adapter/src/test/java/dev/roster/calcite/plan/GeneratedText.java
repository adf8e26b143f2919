package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A generated query: as Roster reads it, as H2 does, and the values of its parameters.
 *
 * @param ordered whether its rows come in one order only
 */
record GeneratedText(String sql, String reference, List<Object> parameters, boolean ordered) {

  // A value that may be written as a parameter: a text or a whole number.
  private static final Pattern VALUE = Pattern.compile("«([^»]*)»");

  // What is written in another way for H2: ‹Roster's words¦H2's words›.
  private static final Pattern WORDS = Pattern.compile("‹([^¦›]*)¦([^›]*)›");

  /** A value that becomes a literal or a parameter. */
  static String value(Object value) {
    return "«" + value + "»";
  }

  /** Words of Roster, and those that mean the same to H2. */
  static String words(String roster, String h2) {
    return "‹" + roster + "¦" + h2 + "›";
  }

  /** Makes of some of the values parameters, of the others literals. */
  static GeneratedText of(String text, boolean ordered, Random random) {
    Predicate<String> parameter =
        random.nextInt(3) == 0 ? value -> random.nextBoolean() : value -> false;
    List<Object> parameters = new ArrayList<>();
    StringBuilder written = new StringBuilder();
    Matcher values = VALUE.matcher(text);
    while (values.find()) {
      String value = values.group(1);
      boolean number = value.chars().allMatch(Character::isDigit);
      String as;
      if (parameter.test(value)) {
        parameters.add(number ? (Object) Integer.valueOf(value) : value);
        as = "?";
      } else {
        as = number ? value : "'" + value + "'";
      }
      values.appendReplacement(written, as);
    }
    values.appendTail(written);
    String both = written.toString();
    return new GeneratedText(
        WORDS.matcher(both).replaceAll("$1"),
        WORDS.matcher(both).replaceAll("$2"),
        List.copyOf(parameters),
        ordered);
  }

  @Nullable Object[] arguments() {
    return parameters.toArray();
  }
}
