package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import dev.roster.bindings.Operation.ErrorShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a provider says of a failure. It asks for little: a body of another shape, a proxy's
 * HTML page or one cut in the middle just tells less.
 */
final class ErrorReader {

  /** More than any provider says of a failure. */
  private static final long MOST_BYTES = 1 << 20;

  private final JsonAdapter<Object> tree;
  private final JsonAdapter<?> model;
  private final ErrorShape shape;
  private final Credential credential;

  ErrorReader(Moshi moshi, ErrorShape shape, Credential credential) {
    this.tree = moshi.adapter(Object.class);
    this.model = moshi.adapter(shape.model());
    this.shape = shape;
    this.credential = credential;
  }

  /**
   * What a body says, with the credential masked wherever it is echoed.
   *
   * @param type the provider's error type, or null where there is none
   * @param message the provider's words, or null where there are none
   * @param model the body as the spec's error model, or null where it does not fit
   * @param unread why the body is no JSON, or null where it is
   */
  record Said(
      @Nullable String type,
      @Nullable String message,
      @Nullable Object model,
      @Nullable Exception unread) {}

  /** Returns what {@code body} says. */
  Said read(BufferedSource body) {
    try {
      body.request(MOST_BYTES);
      Buffer bytes = new Buffer();
      bytes.write(body.getBuffer(), Math.min(MOST_BYTES, body.getBuffer().size()));
      Object json = redact(tree.fromJson(JsonReader.of(bytes)));
      return new Said(
          text(json, shape.typeAt()), text(json, shape.messageAt()), modelled(json), null);
    } catch (IOException | JsonDataException e) {
      return new Said(null, null, null, e);
    }
  }

  private @Nullable Object modelled(@Nullable Object json) {
    try {
      return model.fromJsonValue(json);
    } catch (JsonDataException e) {
      // Type and message were found without it; a model that lacks a value is of no use.
      return null;
    }
  }

  private static @Nullable String text(@Nullable Object json, List<String> paths) {
    for (String path : paths) {
      Object at = json;
      for (String name : path.split("\\.", -1)) {
        at = at instanceof Map<?, ?> object ? object.get(name) : null;
      }
      if (at instanceof String text) {
        return text;
      }
    }
    return null;
  }

  // In the values only: a credential as short as a property's name must not break the body.
  private @Nullable Object redact(@Nullable Object json) {
    if (json instanceof String text) {
      return credential.redact(text);
    }
    if (json instanceof List<?> list) {
      List<@Nullable Object> redacted = new ArrayList<>();
      list.forEach(item -> redacted.add(redact(item)));
      return redacted;
    }
    if (json instanceof Map<?, ?> object) {
      Map<Object, @Nullable Object> redacted = new LinkedHashMap<>();
      object.forEach((name, value) -> redacted.put(name, redact(value)));
      return redacted;
    }
    return json;
  }
}
