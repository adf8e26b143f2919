package dev.roster.jdbc.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.table.SqlType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An array: one of SQL, or the elements of a JSON array in a text. Its elements are of one type; of
 * JSON, which may mix them, they are texts unless all are whole numbers (BIGINT, or DECIMAL where
 * one has no room in it), numbers that a DOUBLE has room for, or truths. A JSON array or object as
 * an element is its JSON text.
 */
public final class ListArray implements Array {

  private final ValueType element;
  // Null when it was freed. Its values are as ValueType.value returns them.
  private @Nullable List<@Nullable Object> values;

  ListArray(ValueType element, List<@Nullable Object> values) {
    this.element = element;
    this.values = values;
  }

  /**
   * Returns an array of values.
   *
   * @param values as Calcite represents them: a TIMESTAMP in milliseconds, a DATE in days
   */
  public static Array of(SqlType element, List<@Nullable Object> values) {
    ValueType type = ValueType.of(element);
    List<@Nullable Object> own = new ArrayList<>();
    values.forEach(each -> own.add(each == null ? null : type.value(each)));
    return new ListArray(type, own);
  }

  /**
   * Returns a value as an array.
   *
   * @throws SQLException 22018 if it is no array, and no text of a JSON array
   */
  static ListArray of(Cell cell) throws SQLException {
    ValueType element = cell.type().element();
    if (element != null && cell.value() instanceof List<?> list) {
      return new ListArray(element, new ArrayList<>(list));
    }
    ArrayNode json = cell.value() instanceof String text ? JsonText.array(text) : null;
    if (json == null) {
      throw cell.unreadable("Array: it is no JSON array");
    }
    SqlType type = elementType(json);
    List<@Nullable Object> values = new ArrayList<>();
    for (JsonNode node : json) {
      values.add(node.isNull() ? null : elementValue(type, node));
    }
    return new ListArray(ValueType.of(type), values);
  }

  private static SqlType elementType(ArrayNode json) {
    if (all(json, node -> node.isIntegralNumber() && node.canConvertToLong())) {
      return SqlType.BIGINT;
    }
    if (all(json, JsonNode::isIntegralNumber)) {
      return SqlType.DECIMAL;
    }
    if (all(json, ListArray::isDouble)) {
      return SqlType.DOUBLE;
    }
    return all(json, JsonNode::isBoolean) ? SqlType.BOOLEAN : SqlType.VARCHAR;
  }

  // A whole number that a BIGINT has no room for would lose digits.
  private static boolean isDouble(JsonNode node) {
    return node.isIntegralNumber()
        ? node.canConvertToLong()
        : node.isNumber() && Double.isFinite(node.doubleValue());
  }

  // Nulls may be of any type, so an array of nothing else is one of texts, as an empty one is.
  private static boolean all(ArrayNode json, Predicate<JsonNode> matches) {
    boolean found = false;
    for (JsonNode node : json) {
      if (!node.isNull()) {
        if (!matches.test(node)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  private static Object elementValue(SqlType type, JsonNode node) {
    return switch (type) {
      case BIGINT -> node.longValue();
      case DECIMAL -> node.decimalValue();
      case DOUBLE -> node.doubleValue();
      case BOOLEAN -> node.booleanValue();
      default -> node.isTextual() ? node.textValue() : node.toString();
    };
  }

  private List<@Nullable Object> values() throws SQLException {
    List<@Nullable Object> held = values;
    if (held == null) {
      throw SqlState.CLOSED.exception("array: it was freed. Read it from the rows again.");
    }
    return held;
  }

  private List<@Nullable Object> slice(long index, int count) throws SQLException {
    List<@Nullable Object> all = values();
    int from = Slices.from("array", index, count, all.size());
    return all.subList(from, (int) Math.min((long) from + count, all.size()));
  }

  @Override
  public String getBaseTypeName() throws SQLException {
    values();
    return element.name();
  }

  @Override
  public int getBaseType() throws SQLException {
    values();
    return element.jdbcType();
  }

  /** Returns an array of the elements' own class, such as {@code String[]}. */
  @Override
  public Object getArray() throws SQLException {
    return array(values());
  }

  /** Returns up to {@code count} elements from number {@code index} on; the first is number 1. */
  @Override
  public Object getArray(long index, int count) throws SQLException {
    return array(slice(index, count));
  }

  @Override
  public Object getArray(Map<String, Class<?>> types) throws SQLException {
    return getArray();
  }

  @Override
  public Object getArray(long index, int count, Map<String, Class<?>> types) throws SQLException {
    return getArray(index, count);
  }

  private Object array(List<@Nullable Object> elements) throws SQLException {
    @Nullable Object[] array =
        (Object[]) java.lang.reflect.Array.newInstance(element.javaClass(), elements.size());
    for (int i = 0; i < array.length; i++) {
      Object value = elements.get(i);
      array[i] =
          value == null ? null : ObjectConversion.toObject(new Cell("element", element, value));
    }
    return array;
  }

  /** Returns the elements as texts. */
  @Nullable String[] texts() throws SQLException {
    return values().stream()
        .map(value -> value == null ? null : TextConversion.text(element, value))
        .toArray(String[]::new);
  }

  /** Returns a row an element: INDEX, from 1, and VALUE. */
  @Override
  public ResultSet getResultSet() throws SQLException {
    return rows(values(), 1);
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    return rows(slice(index, count), (int) index);
  }

  @Override
  public ResultSet getResultSet(Map<String, Class<?>> types) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count, Map<String, Class<?>> types)
      throws SQLException {
    return getResultSet(index, count);
  }

  private ResultSet rows(List<@Nullable Object> elements, int first) {
    ResultColumn index = ResultColumn.of("INDEX", ValueType.of(SqlType.INTEGER));
    ResultColumn value = ResultColumn.of("VALUE", element);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Object each : elements) {
      rows.add(new @Nullable Object[] {first + rows.size(), each});
    }
    return RosterResultSet.of(List.of(index, value), rows);
  }

  @Override
  public void free() {
    values = null;
  }

  /** Returns the elements as JSON. */
  @Override
  public String toString() {
    return values == null ? "array, freed" : JsonText.of(element.array(), values);
  }
}
