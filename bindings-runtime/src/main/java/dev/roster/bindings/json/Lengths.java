package dev.roster.bindings.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks how long a text or a list of a request is, before anything is sent. The messages say how
 * long it is, never what it says.
 */
public final class Lengths {

  private Lengths() {}

  /**
   * Checks a text; null passes.
   *
   * @param property the model and its property, such as {@code EditLocation.postal_code}
   * @param least the fewest characters, counted as code points
   * @param most the most characters
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public static void ofText(String property, @Nullable String text, int least, int most) {
    if (text != null) {
      check(property, text.codePointCount(0, text.length()), least, most, "character");
    }
  }

  /**
   * Checks a list; null passes.
   *
   * @param property the model and its property, such as {@code
   *     FollowInvitationsRequest.profileUrns}
   * @param least the fewest items
   * @param most the most items
   * @throws IllegalArgumentException if it has fewer or more
   */
  public static void ofList(String property, @Nullable List<?> list, int least, int most) {
    if (list != null) {
      check(property, list.size(), least, most, "item");
    }
  }

  private static void check(String property, int given, int least, int most, String unit) {
    if (given < least) {
      throw wrong(property, "least", least, unit, given);
    }
    if (given > most) {
      throw wrong(property, "most", most, unit, given);
    }
  }

  private static IllegalArgumentException wrong(
      String property, String end, int limit, String unit, int given) {
    String units = limit == 1 ? unit : unit + "s";
    return new IllegalArgumentException(
        property + ": at " + end + " " + limit + " " + units + ", given " + given);
  }
}
