package dev.roster.bindings.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes values that a spec leaves open: a {@link Map}, a {@link List}, a {@link String},
 * a {@link Boolean}, a number or null.
 *
 * <p>Unlike Moshi's own adapter it keeps whole numbers whole: a {@link Long}, or a {@link
 * BigInteger} beyond 64 bits. Other numbers are a {@link Double}, or a {@link BigDecimal} where a
 * double would lose digits.
 */
final class AnyJsonAdapter extends JsonAdapter<Object> {

  @Override
  public @Nullable Object fromJson(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case NULL -> reader.nextNull();
      case STRING -> reader.nextString();
      case BOOLEAN -> reader.nextBoolean();
      case NUMBER -> number(reader.nextString());
      case BEGIN_ARRAY -> list(reader);
      // Every other token is no value; beginObject says which it is, and where.
      default -> object(reader);
    };
  }

  private List<@Nullable Object> list(JsonReader reader) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      list.add(fromJson(reader));
    }
    reader.endArray();
    return Collections.unmodifiableList(list);
  }

  private Map<String, @Nullable Object> object(JsonReader reader) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      map.put(reader.nextName(), fromJson(reader));
    }
    reader.endObject();
    return Collections.unmodifiableMap(map);
  }

  private static Number number(String text) {
    BigDecimal exact = new BigDecimal(text);
    if (text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
      BigInteger whole = exact.toBigInteger();
      return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
    double rounded = exact.doubleValue();
    boolean same = Double.isFinite(rounded) && BigDecimal.valueOf(rounded).compareTo(exact) == 0;
    return same ? (Number) rounded : exact;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      ExplicitNull.write(writer);
    } else if (value instanceof String text) {
      writer.value(text);
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Number number) {
      writer.value(number);
    } else if (value instanceof Iterable<?> items) {
      writer.beginArray();
      for (Object item : items) {
        toJson(writer, item);
      }
      writer.endArray();
    } else if (value instanceof Map<?, ?> members) {
      writer.beginObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        writer.name(String.valueOf(member.getKey()));
        toJson(writer, member.getValue());
      }
      writer.endObject();
    } else {
      throw new IllegalArgumentException(
          "a "
              + value.getClass().getName()
              + " has no JSON form; give a map, a list, a text, a number, a boolean or null");
    }
  }

  @Override
  public String toString() {
    return "AnyJsonAdapter";
  }
}
