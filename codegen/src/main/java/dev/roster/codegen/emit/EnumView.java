package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the templates print of an enumeration: its class and its adapter. */
record EnumView(String name, String description, List<ValueView> values) {

  /** A known value. */
  record ValueView(String constant, String literal, String doc, String description) {}

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
      values.add(
          new ValueView(
              constant,
              JavaText.literal(value.value()),
              Javadoc.of(value.description()).indented(2),
              JavaText.literal(value.description(), 8)));
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
}
