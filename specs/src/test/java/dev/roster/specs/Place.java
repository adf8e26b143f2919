package dev.roster.specs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value in a document together with where it stands.
 *
 * @param pointer the JSON pointer from the root of the document, empty for the root
 * @param node the value; a missing node where the document has nothing
 */
record Place(String pointer, JsonNode node) {

  /** The member with this name, which may be missing. */
  Place at(String name) {
    return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), node.path(name));
  }

  /** The item with this index, which may be missing. */
  Place at(int index) {
    return new Place(pointer + "/" + index, node.path(index));
  }

  boolean exists() {
    return !node.isMissingNode();
  }

  boolean has(String name) {
    return node.has(name);
  }

  /** The text of a member, empty when there is no such member or it is no text. */
  String text(String name) {
    return node.path(name).asText("");
  }

  /** The text of a member, if there is one. */
  Optional<String> find(String name) {
    return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** The last step of the pointer as it stands in the document. */
  String name() {
    String step = pointer.substring(pointer.lastIndexOf('/') + 1);
    return step.replace("~1", "/").replace("~0", "~");
  }

  /** The members of an object or the items of an array, in the document's order. */
  Stream<Place> children() {
    if (node.isObject()) {
      return node.propertyStream().map(member -> at(member.getKey()));
    }
    List<Place> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(at(i));
    }
    return items.stream();
  }

  /** This place and everything below it, from the top down. */
  Stream<Place> tree() {
    return Stream.concat(Stream.of(this), children().flatMap(Place::tree));
  }

  /** The items of an array of texts. */
  List<String> texts() {
    return children().map(item -> item.node().asText()).toList();
  }

  /** The names of an object's members, in the document's order. */
  List<String> names() {
    return node.propertyStream().map(member -> member.getKey()).toList();
  }
}
