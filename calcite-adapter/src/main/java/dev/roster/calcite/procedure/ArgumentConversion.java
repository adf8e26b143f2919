package dev.roster.calcite.procedure;

import dev.roster.bindings.Field;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.avatica.util.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Turns an argument into the Java type of its parameter. Calcite checks the types of arguments only
 * loosely (an ARRAY passes for a VARCHAR), so nothing is taken for granted here.
 */
final class ArgumentConversion {

  private ArgumentConversion() {}

  /**
   * Returns a String, Boolean, Long, Double, Instant or byte array, by the parameter's kind, or
   * null where nothing was given.
   *
   * @throws SqlStateException 22023 naming procedure and argument
   */
  static @Nullable Object convert(String procedure, Parameter parameter, @Nullable Object raw) {
    if (raw == null) {
      if (parameter.required()) {
        throw refused(procedure, parameter.name(), "must be given: " + parameter.remarks(), null);
      }
      return null;
    }
    Object value;
    try {
      value = converted(parameter.kind(), raw);
    } catch (RuntimeException | IOException wrong) {
      throw refused(procedure, parameter.name(), "must be " + noun(parameter.kind()), wrong);
    }
    if (!parameter.values().isEmpty()) {
      boolean list = parameter.kind() == Field.Kind.LIST;
      List<?> given = list ? texts(procedure, parameter.name(), (String) value) : List.of(value);
      if (!parameter.values().containsAll(given)) {
        throw refused(
            procedure,
            parameter.name(),
            (list ? "must hold only " : "must be one of ") + String.join(", ", parameter.values()),
            null);
      }
    }
    return value;
  }

  private static Object converted(Field.Kind kind, Object raw) throws IOException {
    return switch (kind) {
      case TEXT -> text(raw);
      case BOOLEAN -> bool(raw);
      case INTEGER -> number(raw).longValueExact();
      case NUMBER -> number(raw).doubleValue();
      case INSTANT -> instant(raw);
      case BINARY -> bytes(raw);
      case LIST -> jsonText(raw, List.class);
      case OBJECT -> jsonText(raw, Map.class);
      case ANY -> jsonText(raw, Object.class);
    };
  }

  private static String text(Object raw) {
    if (raw instanceof String || raw instanceof Number || raw instanceof Boolean) {
      return raw.toString();
    }
    throw new IllegalArgumentException(raw.getClass().getSimpleName());
  }

  private static Boolean bool(Object raw) {
    if (raw instanceof Boolean truth) {
      return truth;
    }
    return switch (text(raw).trim().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private static BigDecimal number(Object raw) {
    return new BigDecimal(text(raw).trim());
  }

  // Calcite hands a TIMESTAMP as the milliseconds of its wall clock, which is UTC here.
  private static Instant instant(Object raw) {
    if (raw instanceof Long millis) {
      return Instant.ofEpochMilli(millis);
    }
    String text = text(raw).trim();
    try {
      return Instant.parse(text);
    } catch (DateTimeException noZone) {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
  }

  private static byte[] bytes(Object raw) {
    if (raw instanceof ByteString bytes) {
      return bytes.getBytes();
    }
    return (byte[]) raw;
  }

  private static String jsonText(Object raw, Class<?> wanted) throws IOException {
    String text = raw instanceof List<?> list ? JsonLists.text(list) : text(raw);
    if (!wanted.isInstance(JsonLists.parse(text))) {
      throw new IllegalArgumentException("other JSON");
    }
    return text;
  }

  /** Returns the texts of a JSON array; anything else in it is refused with 22023. */
  static List<String> texts(String procedure, String name, String json) {
    List<String> texts = new ArrayList<>();
    try {
      if (JsonLists.parse(json) instanceof List<?> elements) {
        elements.forEach(element -> texts.add((String) element));
      }
    } catch (IOException | RuntimeException wrong) {
      throw refused(procedure, name, "must be a JSON array of texts", wrong);
    }
    if (texts.contains(null)) {
      throw refused(procedure, name, "must hold no null", null);
    }
    return List.copyOf(texts);
  }

  private static String noun(Field.Kind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case BOOLEAN -> "true or false";
      case INTEGER -> "a whole number";
      case NUMBER -> "a number";
      case INSTANT -> "a TIMESTAMP, or ISO 8601 text";
      case BINARY -> "bytes (VARBINARY)";
      case LIST -> "a JSON array";
      case OBJECT -> "a JSON object";
      case ANY -> "JSON";
    };
  }

  private static SqlStateException refused(
      String procedure, String argument, String rule, @Nullable Throwable cause) {
    return new SqlStateException(
        SqlState.INVALID_ARGUMENT,
        procedure + ": argument " + argument + " " + rule + (rule.endsWith(".") ? "" : "."),
        0,
        cause);
  }
}
