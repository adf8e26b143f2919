package dev.roster.calcite.procedure;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import dev.roster.bindings.Upload;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one execution of a procedure, checked and converted before anything is sent. A
 * parameter that was given as NULL and one that was left out are the same: null.
 *
 * <p>The getters take a parameter's name; a wrong name or getter is a mistake in the procedure and
 * ends in an {@link IllegalStateException} or {@link ClassCastException}.
 */
public final class Arguments {

  private final String procedure;
  private final List<Parameter> parameters;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  /**
   * Checks and converts arguments.
   *
   * @param procedure schema and name, for messages
   * @param raw one value a parameter, as Calcite hands them
   * @throws SqlStateException 22023 naming procedure and argument
   */
  Arguments(String procedure, List<Parameter> parameters, @Nullable Object[] raw) {
    this.procedure = procedure;
    this.parameters = parameters;
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      values.put(parameter.name(), ArgumentConversion.convert(procedure, parameter, raw[i]));
    }
  }

  private @Nullable Object value(String name) {
    if (!values.containsKey(name)) {
      throw new IllegalStateException(procedure + " has no parameter " + name);
    }
    return values.get(name);
  }

  /** Returns whether there is a parameter of that name. */
  boolean mayHave(String name) {
    return values.containsKey(name);
  }

  /** Returns whether a value was given. */
  public boolean has(String name) {
    return value(name) != null;
  }

  /** Returns a text, or the JSON text of a list or object; null if none was given. */
  public @Nullable String text(String name) {
    return (String) value(name);
  }

  /** Returns the text of a parameter that must be given. */
  public String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw refused(name, "must be given");
    }
    return text;
  }

  /** Returns true or false, or null if none was given. */
  public @Nullable Boolean bool(String name) {
    return (Boolean) value(name);
  }

  /** Returns a whole number, or null if none was given. */
  public @Nullable Long integer(String name) {
    return (Long) value(name);
  }

  /** Returns a number, or null if none was given. */
  public @Nullable Double number(String name) {
    return (Double) value(name);
  }

  /** Returns a point in time, or null if none was given. */
  public @Nullable Instant instant(String name) {
    return (Instant) value(name);
  }

  /**
   * Returns a file, or null if none was given.
   *
   * @param bytes the parameter with its bytes
   * @param fileName the parameter with its name, whose ending tells the media type
   * @throws SqlStateException 22023 if only one of the two was given
   */
  public @Nullable Upload upload(String bytes, String fileName) {
    byte[] content = (byte[]) value(bytes);
    String name = text(fileName);
    if (content == null && name == null) {
      return null;
    }
    if (content == null) {
      throw refused(bytes, "must be given with " + fileName);
    }
    if (name == null) {
      throw refused(fileName, "must be given with " + bytes + ", e.g. 'picture.jpg'");
    }
    return Upload.of(name, content);
  }

  /**
   * Returns a list or object that was given as JSON text, or null if none was.
   *
   * @throws SqlStateException 22023 if the text is not what {@code adapter} reads
   */
  public <T> @Nullable T json(String name, JsonAdapter<T> adapter) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return adapter.fromJson(text);
    } catch (IOException | JsonDataException | IllegalArgumentException unreadable) {
      throw new SqlStateException(
          SqlState.INVALID_ARGUMENT,
          message(name, "is not the JSON that is wanted: " + unreadable.getMessage()),
          0,
          unreadable);
    }
  }

  /** Returns a list of texts that was given as a JSON array or an ARRAY; empty if none was. */
  public List<String> texts(String name) {
    String text = text(name);
    return text == null ? List.of() : ArgumentConversion.texts(procedure, name, text);
  }

  /** Returns the parameters, in order. */
  List<Parameter> parameters() {
    return parameters;
  }

  /** Returns a value as it was converted, or null if none was given. */
  @Nullable Object converted(String name) {
    return value(name);
  }

  /** Returns the failure to throw for an argument that breaks a rule of the procedure's own. */
  public SqlStateException refused(String name, String rule) {
    return new SqlStateException(SqlState.INVALID_ARGUMENT, message(name, rule));
  }

  private String message(String name, String rule) {
    return procedure + ": argument " + name + " " + rule + ".";
  }
}
