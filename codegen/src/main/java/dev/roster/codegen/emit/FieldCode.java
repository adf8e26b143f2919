package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Property;
import dev.roster.codegen.spec.Shape;
import java.util.List;

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
    String marks = marks(property);
    int column = marks.isEmpty() ? COLUMN + 4 : COLUMN + 8;
    String line = ",\n" + " ".repeat(column);
    StringBuilder code = new StringBuilder("Field.");
    code.append('<').append(model).append(typeArgument(property.shape())).append('>');
    code.append(factory(property)).append("(\n").append(" ".repeat(column));
    code.append(JavaText.literal(property.name()));
    code.append(line).append(JavaText.literal(property.description(), column));
    if (isEnumeration(property)) {
      code.append(line).append(values);
    } else if (property.shape() instanceof Shape.ModelOf inner) {
      code.append(line).append(inner.type()).append(".FIELDS");
    }
    if (needsAdapter(property.shape())) {
      code.append(line).append(new ShapeCode(property.shape()).adapter());
    }
    code.append(line).append(getter.replace("\n", "\n" + " ".repeat(column))).append(')');
    if (!marks.isEmpty()) {
      code.append('\n').append(" ".repeat(COLUMN + 4)).append(marks);
    }
    return code.toString();
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

  private static String marks(Property property) {
    StringBuilder marks = new StringBuilder();
    if (!property.required()) {
      marks.append(".optional()");
    } else if (property.nullable()) {
      marks.append(".orNull()");
    }
    return marks.append(property.secret() ? ".asSecret()" : "").toString();
  }

  /** Returns Java for the values that a property is known to have. */
  static String values(Property property) {
    if (property.shape() instanceof Shape.EnumOf known) {
      return "%1$s.VALUES.stream().map(%1$s::value).toList()".formatted(known.type());
    }
    return property.constant() instanceof String constant
        ? JavaText.list(List.of(constant))
        : "List.of()";
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
