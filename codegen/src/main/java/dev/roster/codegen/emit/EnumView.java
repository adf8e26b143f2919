package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the templates print of an enumeration: its class and its adapter. */
record EnumView(String name, String description, List<ValueView> values) {

  /**
   * A known value.
   *
   * @param doc its comment
   * @param literal its text
   * @param declaration the constant of the class
   * @param known the constant of the nested enum
   */
  record ValueView(String constant, String literal, String doc, String declaration, String known) {

    static ValueView of(String type, String constant, Type.EnumValue value) {
      String literal = JavaText.literal(value.value());
      String left = "public static final %s %s =".formatted(type, constant);
      String right = "new %s(%s, Known.%s);".formatted(type, literal, constant);
      boolean fits = left.length() + right.length() + 3 <= JavaText.WIDTH;
      String description = JavaText.literal(value.description());
      boolean onOneLine = constant.length() + description.length() + 7 <= JavaText.WIDTH;
      return new ValueView(
          constant,
          literal,
          Javadoc.of(value.description()).indented(2),
          left + (fits ? " " : "\n      ") + right,
          constant
              + "("
              + (onOneLine ? description : "\n        " + JavaText.literal(value.description(), 8))
              + ")");
    }
  }

  static EnumView of(Type.EnumType type) {
    // UNKNOWN stands beside the known values, VALUES beside their constants.
    Set<String> seen = new HashSet<>(Set.of("UNKNOWN", "VALUES"));
    List<ValueView> values = new ArrayList<>();
    for (Type.EnumValue value : type.values()) {
      String constant = JavaNames.constant(type.place(), value.value());
      if (!seen.add(constant)) {
        throw type.place()
            .error(
                "lists " + value.value() + ", whose Java name " + constant + " is taken already");
      }
      values.add(ValueView.of(type.name(), constant, value));
    }
    return new EnumView(
        JavaNames.type(type.place(), type.name()), type.description(), List.copyOf(values));
  }

  public String doc() {
    return Javadoc.of(description)
        .html(
            "The spec knows the values that have a constant; the provider may send others. Those"
                + " keep their text and are {@link Known#UNKNOWN}.")
        .indented(0);
  }

  public String list() {
    return Layout.call(6, "List.of", values.stream().map(ValueView::constant).toList(), ";");
  }

  /** The texts on the wire that the adapter looks for. */
  public String options() {
    return Layout.call(
        6, "JsonReader.Options.of", values.stream().map(ValueView::literal).toList(), ";");
  }
}
