package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Shape;
import java.util.Locale;

/** The Java of a shape: its type, and how it is read, written and described. */
record ShapeCode(Shape shape) {

  /** Returns the type as it stands in type arguments and where null is possible. */
  String boxed() {
    if (shape instanceof Shape.EnumOf known) {
      return known.type();
    }
    if (shape instanceof Shape.ModelOf model) {
      return model.type();
    }
    if (shape instanceof Shape.ListOf list) {
      return list.item() == Shape.Scalar.ANY
          ? "List<@Nullable Object>"
          : "List<" + new ShapeCode(list.item()).boxed() + ">";
    }
    return switch ((Shape.Scalar) shape) {
      case TEXT -> "String";
      case BOOLEAN -> "Boolean";
      case INTEGER -> "Long";
      case NUMBER -> "Double";
      case INSTANT -> "Instant";
      case BINARY -> "Upload";
      case ANY -> "Object";
    };
  }

  /** Returns the type where null is not possible. */
  String plain() {
    return shape instanceof Shape.Scalar scalar
        ? switch (scalar) {
          case BOOLEAN -> "boolean";
          case INTEGER -> "long";
          case NUMBER -> "double";
          default -> boxed();
        }
        : boxed();
  }

  /** Returns an expression for the JSON adapter. */
  String adapter() {
    if (shape instanceof Shape.ListOf list) {
      return list.item() == Shape.Scalar.ANY
          ? "Adapters.ANY_LIST"
          : "Adapters.list(" + new ShapeCode(list.item()).adapter() + ")";
    }
    if (shape instanceof Shape.Scalar scalar) {
      return "Adapters." + (scalar == Shape.Scalar.BINARY ? "UPLOAD" : scalar.name());
    }
    return boxed() + "JsonAdapter.INSTANCE";
  }

  /** Returns whether an adapter of this shape is worth a constant. */
  boolean isBuilt() {
    return shape instanceof Shape.ListOf list && list.item() != Shape.Scalar.ANY;
  }

  /**
   * Returns an expression that reads a value or null; {@code adapter} is what the adapter is
   * called.
   */
  String read(String adapter) {
    if (shape instanceof Shape.Scalar scalar) {
      return switch (scalar) {
        case TEXT -> "Scalars.text(reader)";
        case BOOLEAN -> "Scalars.bool(reader)";
        case INTEGER -> "Scalars.integer(reader)";
        case NUMBER -> "Scalars.number(reader)";
        case INSTANT -> "Scalars.instant(reader)";
        case BINARY, ANY -> adapter + ".fromJson(reader)";
      };
    }
    return adapter + ".fromJson(reader)";
  }

  /** Returns a statement, without its semicolon, that writes {@code value}, which is not null. */
  String write(String adapter, String value) {
    if (shape instanceof Shape.Scalar scalar) {
      return switch (scalar) {
        case TEXT, BOOLEAN, INTEGER, NUMBER -> "writer.value(" + value + ")";
        case INSTANT -> "writer.value(Instants.format(" + value + "))";
        case BINARY, ANY -> adapter + ".toJson(writer, " + value + ")";
      };
    }
    return adapter + ".toJson(writer, " + value + ")";
  }

  /** Returns the name of the method of {@code Field} that makes a field of this shape. */
  String fieldFactory() {
    if (shape instanceof Shape.EnumOf) {
      return "enumeration";
    }
    if (shape instanceof Shape.ModelOf) {
      return "object";
    }
    if (shape instanceof Shape.ListOf) {
      return "list";
    }
    return shape == Shape.Scalar.BOOLEAN
        ? "bool"
        : ((Shape.Scalar) shape).name().toLowerCase(Locale.ROOT);
  }
}
