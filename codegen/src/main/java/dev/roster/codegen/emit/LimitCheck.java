package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Property;
import dev.roster.codegen.spec.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A check of a length, in a constructor.
 *
 * @param condition Java that is true where the length is wrong
 * @param message the message up to what was given
 * @param count Java for the length that was given
 */
record LimitCheck(String condition, String message, String count) {

  static List<LimitCheck> of(String model, String field, Property property) {
    boolean list = property.shape() instanceof Shape.ListOf;
    String count =
        list ? field + ".size()" : "%1$s.codePointCount(0, %1$s.length())".formatted(field);
    String guard = property.mayBeNull() ? field + " != null && " : "";
    String start = model + "." + property.name() + ": at ";
    String end = (list ? " items" : " characters") + ", given ";
    List<LimitCheck> checks = new ArrayList<>();
    Integer least = property.limits().least();
    if (least != null) {
      checks.add(check(guard + count + " < " + least, start + "least " + least + end, count));
    }
    Integer most = property.limits().most();
    if (most != null) {
      checks.add(check(guard + count + " > " + most, start + "most " + most + end, count));
    }
    return checks;
  }

  private static LimitCheck check(String condition, String message, String count) {
    return new LimitCheck(condition, JavaText.literal(message), count);
  }
}
