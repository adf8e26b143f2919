package dev.roster.specs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the parts of a form together to the object that they mean.
 *
 * <p>An example of a form is a list of {@code {"name": "experience[skills]", "value": "..."}}, or
 * {@code "file"} in place of {@code "value"}. Brackets lead into objects, and a repeated name makes
 * an array. The members of an object in an array are paired by their order, so the second {@code
 * job_title[name]} belongs to the second object.
 */
final class FormParts {

  private final SpecDocument document;

  private FormParts(SpecDocument document) {
    this.document = document;
  }

  static JsonNode assemble(JsonNode parts, Place schema, SpecDocument document) {
    FormParts form = new FormParts(document);
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    for (JsonNode part : parts) {
      String text = part.path("value").asText(part.path("file").asText());
      form.put(
          whole, List.of(part.path("name").asText().replace("]", "").split("\\[")), schema, text);
    }
    return whole;
  }

  private void put(ObjectNode object, List<String> steps, Place schema, String text) {
    String name = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    Place property = property(schema, name).orElse(schema.at("properties").at(name));
    if (property.text("type").equals("array")) {
      ArrayNode array = object.withArrayProperty(name);
      Place items = document.follow(property.at("items"));
      if (rest.isEmpty()) {
        array.add(scalar(items, text));
      } else {
        put(firstWithout(array, rest.get(0)), rest, items, text);
      }
    } else if (rest.isEmpty()) {
      object.set(name, scalar(property, text));
    } else {
      put(object.withObjectProperty(name), rest, property, text);
    }
  }

  /** The first object of an array that lacks a member, or a new one at its end. */
  private static ObjectNode firstWithout(ArrayNode array, String member) {
    for (JsonNode item : array) {
      if (item instanceof ObjectNode object && !object.has(member)) {
        return object;
      }
    }
    return array.addObject();
  }

  /** The property of an object, or of the first branch of a union that has it. */
  private Optional<Place> property(Place schema, String name) {
    Place object = document.follow(schema);
    return Stream.concat(Stream.of(object), object.at("oneOf").children().map(document::follow))
        .map(candidate -> candidate.at("properties").at(name))
        .filter(Place::exists)
        .map(document::follow)
        .findFirst();
  }

  /**
   * A text part as the type that the schema wants; a text that is not of that type stays a text.
   */
  private static JsonNode scalar(Place schema, String text) {
    try {
      return switch (schema.text("type")) {
        case "boolean" ->
            text.equals("true") || text.equals("false")
                ? JsonNodeFactory.instance.booleanNode(text.equals("true"))
                : TextNode.valueOf(text);
        case "integer" -> LongNode.valueOf(Long.parseLong(text));
        case "number" -> DoubleNode.valueOf(Double.parseDouble(text));
        default -> TextNode.valueOf(text);
      };
    } catch (NumberFormatException e) {
      return TextNode.valueOf(text);
    }
  }
}
