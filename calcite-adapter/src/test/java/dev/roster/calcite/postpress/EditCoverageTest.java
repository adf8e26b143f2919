package dev.roster.calcite.postpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roster.bindings.Field;
import dev.roster.postpress.model.EditOwnProfileRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Together the procedures reach every field of the edit document. */
class EditCoverageTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void everyLeafOfTheEditDocumentHasAParameter() {
    Set<List<String>> reached =
        Postpress.EDITS.stream()
            .flatMap(edit -> edit.fields().stream())
            .map(EditField::path)
            .collect(Collectors.toSet());
    Set<List<String>> leaves =
        Field.flatten(EditOwnProfileRequest.FIELDS).stream()
            .map(Field::path)
            .collect(Collectors.toSet());
    // The one property that has a single value, which is sent with every edit.
    leaves.remove(List.of("type"));
    assertThat(reached).containsExactlyInAnyOrderElementsOf(leaves);
  }

  /**
   * The examples of the specs hold every field once. What the procedures send, given the same
   * values, is put together again what the example has.
   */
  @ParameterizedTest
  @CsvSource({
    "editOwnProfile.request-add.json, edit_experience edit_education",
    "editOwnProfile.request-edit.json, add_experience add_education",
  })
  void theProceduresSendEveryPartOfTheExample(String example, String without) throws Exception {
    JsonNode parts = JSON.readTree(PostpressServer.example(example));
    Set<String> sent = new LinkedHashSet<>();
    try (PostpressServer server = new PostpressServer()) {
      for (ProfileEdit edit : Postpress.EDITS) {
        if (!List.of(without.split(" ", -1)).contains(edit.name())) {
          call(server, edit, parts);
          sent.addAll(server.takeParts());
        }
      }
    }
    Set<String> expected = new LinkedHashSet<>();
    parts.forEach(part -> expected.add(described(part)));
    assertThat(sent).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void call(PostpressServer server, ProfileEdit edit, JsonNode parts)
      throws Exception {
    List<String> names = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (EditField field : edit.fields()) {
      Object value = value(field, parts);
      if (value != null) {
        names.add('"' + field.parameter().name() + "\" => ?");
        values.add(value);
      }
      if (value != null && field.fileName() != null) {
        names.add('"' + field.fileName().name() + "\" => ?");
        values.add(new String((byte[]) value, StandardCharsets.UTF_8));
      }
    }
    server.rows(
        "CALL postpress." + edit.name() + "(" + String.join(", ", names) + ")", values.toArray());
  }

  private static @Nullable Object value(EditField field, JsonNode parts) {
    String name = bracketed(field.path());
    List<JsonNode> found = new ArrayList<>();
    parts.forEach(
        part -> {
          if (part.get("name").asText().equals(name)) {
            found.add(part);
          }
        });
    if (field.parameter().kind() == Field.Kind.LIST) {
      return found.isEmpty() ? objects(name, parts) : texts(found);
    }
    if (found.isEmpty()) {
      return null;
    }
    JsonNode part = found.get(0);
    String text = part.path("value").asText();
    return switch (field.parameter().kind()) {
      case BINARY -> part.get("file").asText().getBytes(StandardCharsets.UTF_8);
      case BOOLEAN -> Boolean.valueOf(text);
      case INTEGER -> Long.valueOf(text);
      case NUMBER -> Double.valueOf(text);
      default -> text;
    };
  }

  private static String texts(List<JsonNode> parts) {
    ArrayNode list = JSON.createArrayNode();
    parts.forEach(part -> list.add(part.get("value")));
    return list.toString();
  }

  // The members of each object come one after the other, the first of them begins the next one.
  private static @Nullable String objects(String name, JsonNode parts) {
    ArrayNode list = JSON.createArrayNode();
    String first = null;
    for (JsonNode part : parts) {
      String partName = part.get("name").asText();
      if (partName.startsWith(name + "[")) {
        String member = partName.substring(name.length() + 1, partName.length() - 1);
        first = first == null ? member : first;
        if (member.equals(first)) {
          list.addObject();
        }
        ((ObjectNode) list.get(list.size() - 1)).set(member, part.get("value"));
      }
    }
    return list.isEmpty() ? null : list.toString();
  }

  private static String bracketed(List<String> path) {
    return path.get(0)
        + path.stream().skip(1).map(name -> "[" + name + "]").collect(Collectors.joining());
  }

  // The content of each file is its own name.
  private static String described(JsonNode part) {
    String name = part.get("name").asText();
    if (!part.has("file")) {
      return name + " = " + part.get("value").asText();
    }
    String file = part.get("file").asText();
    String type =
        switch (file.substring(file.lastIndexOf('.') + 1)) {
          case "jpg" -> "image/jpeg";
          case "png" -> "image/png";
          default -> "application/pdf";
        };
    return name + " (" + file + ", " + type + ") = " + file;
  }
}
