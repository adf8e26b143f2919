package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Property;
import dev.roster.codegen.spec.Shape;

/** The Java that writes a property as form parts. */
final class PartCode {

  private PartCode() {}

  /**
   * Returns a statement, without its semicolon.
   *
   * @param field an expression for the property's value
   */
  static String write(Property property, String field) {
    String name = JavaText.literal(property.name());
    if (property.constant() instanceof String constant) {
      return "parts.text(" + name + ", " + JavaText.literal(constant) + ")";
    }
    if (property.constant() != null) {
      return "parts.bool(" + name + ", " + property.constant() + ")";
    }
    return "parts." + method(property) + "(" + name + ", " + value(property, field) + ")";
  }

  private static String method(Property property) {
    Shape shape = property.shape();
    if (shape instanceof Shape.EnumOf) {
      return "text";
    }
    if (shape instanceof Shape.ModelOf) {
      return "object";
    }
    if (shape instanceof Shape.ListOf list) {
      if (list.item() instanceof Shape.ModelOf) {
        return "objects";
      }
      if (list.item() instanceof Shape.EnumOf || list.item() == Shape.Scalar.TEXT) {
        return "texts";
      }
      throw property
          .place()
          .error("is a list in a form; there only lists of texts, enums and objects are supported");
    }
    return switch ((Shape.Scalar) shape) {
      case TEXT, INSTANT -> "text";
      case BOOLEAN -> "bool";
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BINARY -> "file";
      case ANY ->
          throw property.place().error("may hold anything, which cannot be written into a form");
    };
  }

  private static String value(Property property, String field) {
    Shape shape = property.shape();
    String orNull = property.mayBeNull() ? field + " == null ? null : " : "";
    if (shape instanceof Shape.EnumOf) {
      return orNull + field + ".value()";
    }
    if (shape instanceof Shape.ListOf list && list.item() instanceof Shape.EnumOf known) {
      return orNull + field + ".stream().map(" + known.type() + "::value).toList()";
    }
    if (shape == Shape.Scalar.INSTANT) {
      return orNull + "Instants.format(" + field + ")";
    }
    return field;
  }
}
