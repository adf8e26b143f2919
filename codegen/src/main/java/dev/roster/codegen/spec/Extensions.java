package dev.roster.codegen.spec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code x-} members at one place of a spec, read with their types checked. */
final class Extensions {

  private final Place place;
  private final Map<String, Object> values;

  Extensions(Place place, @Nullable Map<String, Object> values) {
    this.place = place;
    this.values = values == null ? Map.of() : values;
  }

  /** Returns the text under {@code name}, or null where there is no such member. */
  @Nullable String optionalText(String name) {
    Object value = values.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw place.in(name).error("is no text; write a text");
  }

  /** Returns the text under {@code name}, which must be there; {@code purpose} says what for. */
  String text(String name, String purpose) {
    String value = optionalText(name);
    if (value == null) {
      throw place.error("lacks " + name + "; add it: " + purpose);
    }
    return value;
  }

  /** Returns the boolean under {@code name}, false where there is no such member. */
  boolean flag(String name) {
    Object value = values.get(name);
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw place.in(name).error("is neither true nor false");
  }

  int number(String name) {
    if (values.get(name) instanceof Integer number) {
      return number;
    }
    throw place.error("lacks the whole number " + name);
  }

  /** Returns the texts under {@code name}, or an empty list where there is no such member. */
  List<String> texts(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw place.in(name).error("is no list of texts");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Returns the members of the object under {@code name}; none where there is no such member. */
  Extensions object(String name) {
    Object value = values.get(name);
    if (value == null) {
      return new Extensions(place.in(name), Map.of());
    }
    if (value instanceof Map<?, ?> map) {
      // The YAML reader makes Map<String, Object> of every mapping.
      @SuppressWarnings("unchecked")
      Map<String, Object> members = (Map<String, Object>) map;
      return new Extensions(place.in(name), members);
    }
    throw place.in(name).error("is no mapping");
  }
}
