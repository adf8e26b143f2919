package dev.roster.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a control call's JSON body. A wrong type and a field that nothing read are both
 * refused.
 */
final class ControlFields {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final JsonNode json;
  private final Set<String> read = new LinkedHashSet<>();

  private ControlFields(JsonNode json) {
    this.json = json;
  }

  /** Reads a body; an empty one has no fields. */
  static ControlFields of(String body) {
    if (body.isBlank()) {
      return new ControlFields(Answer.object());
    }
    try {
      JsonNode json = MAPPER.readTree(body);
      if (!json.isObject()) {
        throw new IllegalArgumentException("The body must be a JSON object.");
      }
      return new ControlFields(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The body is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Whether a field is there, also when it is null. */
  boolean has(String name) {
    read.add(name);
    return json.has(name);
  }

  String text(String name) {
    String value = optionalText(name);
    if (value == null) {
      throw new IllegalArgumentException("The field \"" + name + "\" is missing.");
    }
    return value;
  }

  /** A text, or null when the field is absent or null. */
  @Nullable String optionalText(String name) {
    JsonNode value = find(name);
    if (value != null && !value.isTextual()) {
      throw new IllegalArgumentException("The field \"" + name + "\" must be a text.");
    }
    return value == null ? null : value.textValue();
  }

  int number(String name) {
    Integer value = optionalNumber(name);
    if (value == null) {
      throw new IllegalArgumentException("The field \"" + name + "\" is missing.");
    }
    return value;
  }

  /** A whole number, or null when the field is absent or null. */
  @Nullable Integer optionalNumber(String name) {
    JsonNode value = find(name);
    if (value != null && !(value.isIntegralNumber() && value.canConvertToInt())) {
      throw new IllegalArgumentException("The field \"" + name + "\" must be a whole number.");
    }
    return value == null ? null : value.intValue();
  }

  boolean flag(String name) {
    JsonNode value = find(name);
    if (value == null || !value.isBoolean()) {
      throw new IllegalArgumentException("The field \"" + name + "\" must be true or false.");
    }
    return value.booleanValue();
  }

  /** A list of objects, each with fields of its own. */
  List<ControlFields> objects(String name) {
    JsonNode value = find(name);
    if (value == null || !value.isArray()) {
      throw new IllegalArgumentException("The field \"" + name + "\" must be a list.");
    }
    List<ControlFields> objects = new ArrayList<>();
    for (JsonNode each : value) {
      if (!each.isObject()) {
        throw new IllegalArgumentException("The list \"" + name + "\" must hold objects.");
      }
      objects.add(new ControlFields(each));
    }
    return objects;
  }

  /**
   * Refuses fields that nobody asked for; to be called when all known ones were read and before
   * anything is done.
   */
  void refuseOthers() {
    Set<String> others = new TreeSet<>();
    json.fieldNames().forEachRemaining(others::add);
    others.removeAll(read);
    if (!others.isEmpty()) {
      throw new IllegalArgumentException("Unknown fields " + others + ". Known are " + read + ".");
    }
  }

  private @Nullable JsonNode find(String name) {
    read.add(name);
    JsonNode value = json.get(name);
    return value == null || value.isNull() ? null : value;
  }
}
