package dev.roster.jdbc.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays, rows and maps as JSON text, and the JSON text in columns as a tree. */
final class JsonText {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  // Decimal numbers keep their zeros: 100.0, not 1E+2.
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private JsonText() {}

  /** Returns a list or a map as JSON. */
  static String of(ValueType type, Object value) {
    return node(type, value).toString();
  }

  /** Returns a text's JSON array, or null if the text is something else. */
  static @Nullable ArrayNode array(String text) {
    try {
      return JSON.readTree(text) instanceof ArrayNode array ? array : null;
    } catch (JsonProcessingException noJson) {
      return null;
    }
  }

  private static JsonNode node(@Nullable ValueType type, @Nullable Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, each) -> object.set(String.valueOf(key), node(null, each)));
      return object;
    }
    if (value instanceof List<?> list) {
      return type == null || type.fields().isEmpty()
          ? arrayNode(type == null ? null : type.element(), list)
          : rowNode(type.fields(), list);
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    if (value instanceof Number number) {
      return numberNode(number);
    }
    return NODES.textNode(type == null ? value.toString() : TextConversion.text(type, value));
  }

  private static JsonNode arrayNode(@Nullable ValueType element, List<?> list) {
    ArrayNode array = NODES.arrayNode();
    list.forEach(each -> array.add(node(element, each)));
    return array;
  }

  private static JsonNode rowNode(List<ResultColumn> fields, List<?> values) {
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < fields.size(); i++) {
      object.set(fields.get(i).label(), node(fields.get(i).type(), values.get(i)));
    }
    return object;
  }

  // JSON has no word for infinities, and for what is not a number.
  private static JsonNode numberNode(Number number) {
    if (number instanceof Double || number instanceof Float) {
      double wide = number.doubleValue();
      return Double.isNaN(wide) || Double.isInfinite(wide)
          ? NODES.textNode(number.toString())
          : NODES.numberNode(new BigDecimal(number.toString()));
    }
    return number instanceof BigDecimal decimal
        ? NODES.numberNode(decimal)
        : NODES.numberNode(number.longValue());
  }
}
