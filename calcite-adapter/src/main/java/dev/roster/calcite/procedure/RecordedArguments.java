package dev.roster.calcite.procedure;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.roster.calcite.write.AnswerColumns;
import dev.roster.ledger.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The arguments of a call as the ledger has them: what tells them from others, and as JSON. */
final class RecordedArguments {

  private RecordedArguments() {}

  /**
   * Returns the fingerprint of what was given, bytes and secrets included.
   *
   * @param account the parameter that names the account, which is none of it; null if there is none
   */
  static String content(Arguments arguments, @Nullable String account) {
    List<String> parts = new ArrayList<>();
    for (Parameter parameter : arguments.parameters()) {
      String name = parameter.name();
      Object value = arguments.converted(name);
      if (value != null && !name.equals(account) && !name.equals(AnswerColumns.REQUEST_KEY)) {
        parts.add(name);
        parts.add(text(parameter, value));
      }
    }
    return Sha256.of(parts.toArray(new String[0]));
  }

  private static String text(Parameter parameter, Object value) {
    if (value instanceof byte[] bytes) {
      return Sha256.of(bytes);
    }
    return switch (parameter.kind()) {
      // Blanks between the elements do not make another list.
      case LIST, OBJECT, ANY -> JsonLists.compact((String) value);
      default -> value.toString();
    };
  }

  /** Returns what was given as a JSON object; null if it holds a secret, or bytes. */
  static @Nullable String json(Arguments arguments) {
    return arguments.parameters().stream().allMatch(parameter -> isKept(arguments, parameter))
        ? text(arguments)
        : null;
  }

  private static boolean isKept(Arguments arguments, Parameter parameter) {
    Object value = arguments.converted(parameter.name());
    return value == null || !(parameter.secret() || value instanceof byte[]);
  }

  private static String text(Arguments arguments) {
    Buffer text = new Buffer();
    try (JsonWriter writer = JsonWriter.of(text)) {
      writer.beginObject();
      for (Parameter parameter : arguments.parameters()) {
        Object value = arguments.converted(parameter.name());
        if (value != null && !parameter.name().equals(AnswerColumns.REQUEST_KEY)) {
          writer.name(parameter.name());
          write(writer, value);
        }
      }
      writer.endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.readUtf8();
  }

  private static void write(JsonWriter writer, Object value) throws IOException {
    if (value instanceof Boolean truth) {
      writer.value(truth);
    } else if (value instanceof Number number) {
      writer.value(number);
    } else {
      writer.value(value.toString());
    }
  }

  /**
   * Returns the values that a JSON object of {@link #json} holds, in the order of the parameters;
   * {@link Arguments} converts them again.
   *
   * @throws IllegalArgumentException if it is none
   */
  static @Nullable Object[] read(String json, List<Parameter> parameters) {
    Map<String, Object> values = new HashMap<>();
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
      reader.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        values.put(
            name,
            reader.peek() == JsonReader.Token.BOOLEAN
                ? (Object) reader.nextBoolean()
                : reader.nextString());
      }
    } catch (IOException | RuntimeException unreadable) {
      throw new IllegalArgumentException("the arguments in the ledger cannot be read", unreadable);
    }
    return parameters.stream().map(parameter -> values.get(parameter.name())).toArray();
  }
}
