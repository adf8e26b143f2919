package dev.roster.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds a JSON tree from form parts whose names are in bracket notation ({@code location[id]}),
 * guided by the schema of the request.
 *
 * <p>An array repeats its name. The members of an array of objects are repeated too and paired by
 * their order ({@code job_title[name]}, {@code job_title[id]}), or numbered ({@code
 * job_title[0][name]}). Numbers and booleans are text. A file becomes a text that tells its size. A
 * name that the schema does not know is refused, because a slip of the pen must not look like
 * success.
 */
final class BracketForm {

  private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]+])*)");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,4}");

  private final Spec spec;
  private final Function<String, Refusal> refusal;

  BracketForm(Spec spec, Function<String, Refusal> refusal) {
    this.spec = spec;
    this.refusal = refusal;
  }

  /** The tree of all parts, by the object schema at a pointer. */
  ObjectNode tree(List<FormPart> parts, String schemaPointer) {
    Branch root = new Branch();
    for (FormPart part : parts) {
      Matcher name = NAME.matcher(part.name());
      if (!name.matches()) {
        throw refusal.apply("\"" + part.name() + "\" is not a name in bracket notation.");
      }
      Branch branch = root.child(name.group(1));
      if (!name.group(2).isEmpty()) {
        for (String key :
            name.group(2).substring(1, name.group(2).length() - 1).split("]\\[", -1)) {
          branch = branch.child(key);
        }
      }
      branch.values.add(part);
    }
    return object(root, spec.at(schemaPointer), "");
  }

  private JsonNode value(Branch branch, JsonNode schema, String path) {
    return switch (type(schema)) {
      case "object" -> object(branch, schema, path);
      case "array" -> array(branch, spec.resolve(schema.path("items")), path);
      default -> scalar(only(branch, path), schema, path);
    };
  }

  private ObjectNode object(Branch branch, JsonNode schema, String path) {
    if (!branch.values.isEmpty()) {
      throw refusal.apply(path + " has members and takes no value itself.");
    }
    ObjectNode object = Answer.object();
    branch.children.forEach(
        (key, child) -> {
          String childPath = path.isEmpty() ? key : path + "[" + key + "]";
          JsonNode property = property(schema, key);
          if (property == null) {
            throw refusal.apply(childPath + " is not a known field.");
          }
          object.set(key, value(child, property, childPath));
        });
    return object;
  }

  private ArrayNode array(Branch branch, JsonNode items, String path) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    if (!type(items).equals("object")) {
      if (!branch.children.isEmpty()) {
        throw refusal.apply(path + " is a list: repeat its name for each value.");
      }
      branch.values.forEach(part -> array.add(scalar(part, items, path)));
    } else if (branch.children.keySet().stream().allMatch(key -> INDEX.matcher(key).matches())) {
      Map<Integer, Branch> rows = new TreeMap<>();
      branch.children.forEach((index, child) -> rows.put(Integer.valueOf(index), child));
      rows.forEach((index, child) -> array.add(object(child, items, path + "[" + index + "]")));
    } else {
      rows(branch, path).forEach(row -> array.add(object(row, items, path)));
    }
    return array;
  }

  /** Pairs the repeated members of an array of objects by their order. */
  private List<Branch> rows(Branch branch, String path) {
    List<Branch> rows = new ArrayList<>();
    int count = branch.children.values().iterator().next().values.size();
    for (Map.Entry<String, Branch> member : branch.children.entrySet()) {
      if (member.getValue().values.size() != count) {
        throw refusal.apply(
            path + " has not the same number of each member, so they cannot be paired.");
      }
      for (int i = 0; i < count; i++) {
        if (i == rows.size()) {
          rows.add(new Branch());
        }
        rows.get(i).child(member.getKey()).values.add(member.getValue().values.get(i));
      }
    }
    return rows;
  }

  private FormPart only(Branch branch, String path) {
    if (branch.values.size() != 1 || !branch.children.isEmpty()) {
      throw refusal.apply(
          path
              + " takes one value and was given "
              + (branch.children.isEmpty() ? "several." : "members."));
    }
    return branch.values.get(0);
  }

  private JsonNode scalar(FormPart part, JsonNode schema, String path) {
    boolean binary = schema.path("format").asText().equals("binary");
    if (binary != part.isFile()) {
      throw refusal.apply(
          path + (binary ? " must be a file with a file name." : " must not be a file."));
    }
    if (binary) {
      return new TextNode(part.content().size() + " bytes");
    }
    String text = part.content().utf8();
    return switch (type(schema)) {
      case "boolean" -> {
        if (!text.equals("true") && !text.equals("false")) {
          throw refusal.apply(path + " must be true or false.");
        }
        yield BooleanNode.valueOf(text.equals("true"));
      }
      case "integer" -> {
        if (!INTEGER.matcher(text).matches()) {
          throw refusal.apply(path + " must be a whole number.");
        }
        yield LongNode.valueOf(Long.parseLong(text));
      }
      case "number" -> {
        if (!DECIMAL.matcher(text).matches()) {
          throw refusal.apply(path + " must be a plain decimal number.");
        }
        yield DecimalNode.valueOf(new BigDecimal(text));
      }
      default -> new TextNode(text);
    };
  }

  /** A property's schema, from whichever variant of a union has it; null when none does. */
  private @Nullable JsonNode property(JsonNode schema, String name) {
    if (schema.path("properties").has(name)) {
      return spec.resolve(schema.path("properties").path(name));
    }
    for (JsonNode variant : schema.path("oneOf")) {
      JsonNode found = property(spec.resolve(variant), name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String type(JsonNode schema) {
    return schema.has("oneOf") ? "object" : schema.path("type").asText();
  }

  /** What stands below one name: its own values, and the names in brackets behind it. */
  private static final class Branch {
    final List<FormPart> values = new ArrayList<>();
    final Map<String, Branch> children = new LinkedHashMap<>();

    Branch child(String key) {
      return children.computeIfAbsent(key, k -> new Branch());
    }
  }
}
