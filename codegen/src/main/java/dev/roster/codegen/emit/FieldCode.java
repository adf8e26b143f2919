package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Property;
import dev.roster.codegen.spec.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Java that makes a {@code Field} of a property. */
final class FieldCode {

  /** The column at which an element of FIELDS starts. */
  private static final int COLUMN = 10;

  private FieldCode() {}

  /** Returns the field of a property in its own model. */
  static String of(String model, String accessor, Property property) {
    return of(model, property, values(property), getter(model, accessor, property));
  }

  /**
   * Returns a field.
   *
   * @param values Java for the known values of an enumeration or constant
   * @param getter Java for a function from the model to the value
   */
  static String of(String model, Property property, String values, String getter) {
    String start =
        "Field.<" + model + typeArgument(property.shape()) + ">" + factory(property) + "(";
    List<String> marks = marks(property);
    String line = start + String.join(", ", arguments(property, values, getter, 0)) + ")";
    line += String.join("", marks);
    if (COLUMN + line.length() + 2 <= JavaText.WIDTH && !line.contains("\n")) {
      return line;
    }
    int column = marks.isEmpty() ? COLUMN + 4 : COLUMN + 8;
    String next = "\n" + " ".repeat(column);
    String arguments = String.join("," + next, arguments(property, values, getter, column));
    String end =
        ")"
            + marks.stream()
                .map(mark -> "\n" + " ".repeat(COLUMN + 4) + mark)
                .collect(Collectors.joining());
    return start + next + arguments + end;
  }

  /** Returns the arguments; with a column, of which the longer ones are broken into lines. */
  private static List<String> arguments(
      Property property, String values, String getter, int column) {
    List<String> arguments = new ArrayList<>();
    arguments.add(JavaText.literal(property.name()));
    arguments.add(
        column == 0
            ? JavaText.literal(property.description())
            : JavaText.literal(property.description(), column));
    if (isEnumeration(property)) {
      arguments.add(values);
    } else if (property.shape() instanceof Shape.ModelOf inner) {
      arguments.add(inner.type() + ".FIELDS");
    }
    if (needsAdapter(property.shape())) {
      arguments.add(new ShapeCode(property.shape()).adapter());
    }
    arguments.add(getter.replace("\n", "\n" + " ".repeat(column)));
    return arguments;
  }

  private static String factory(Property property) {
    return isEnumeration(property) ? "enumeration" : new ShapeCode(property.shape()).fieldFactory();
  }

  private static boolean isEnumeration(Property property) {
    return property.shape() instanceof Shape.EnumOf || property.constant() instanceof String;
  }

  private static boolean needsAdapter(Shape shape) {
    return shape instanceof Shape.ModelOf
        || shape instanceof Shape.ListOf
        || shape == Shape.Scalar.ANY;
  }

  private static String typeArgument(Shape shape) {
    if (shape instanceof Shape.ModelOf model) {
      return ", " + model.type();
    }
    if (shape instanceof Shape.ListOf list) {
      return ", "
          + (list.item() == Shape.Scalar.ANY
              ? "@Nullable Object"
              : new ShapeCode(list.item()).boxed());
    }
    return "";
  }

  /** Returns the calls that say of a field what its maker does not. */
  private static List<String> marks(Property property) {
    List<String> marks = new ArrayList<>();
    if (property.shape() instanceof Shape.ListOf list && list.item() instanceof Shape.EnumOf item) {
      marks.add(".ofValues(" + values(item) + ")");
    }
    if (!property.required()) {
      marks.add(".optional()");
    } else if (property.nullable()) {
      marks.add(".orNull()");
    }
    if (property.secret()) {
      marks.add(".asSecret()");
    }
    return marks;
  }

  /** Returns Java for the values that a property is known to have. */
  static String values(Property property) {
    if (property.shape() instanceof Shape.EnumOf known) {
      return values(known);
    }
    return property.constant() instanceof String constant
        ? JavaText.list(List.of(constant))
        : "List.of()";
  }

  private static String values(Shape.EnumOf known) {
    return "%1$s.VALUES.stream().map(%1$s::value).toList()".formatted(known.type());
  }

  private static String getter(String model, String accessor, Property property) {
    if (!(property.shape() instanceof Shape.EnumOf)) {
      return model + "::" + accessor;
    }
    return property.mayBeNull()
        ? "it -> it.%s() == null ? null : it.%s().value()".formatted(accessor, accessor)
        : "it -> it.%s().value()".formatted(accessor);
  }
}
