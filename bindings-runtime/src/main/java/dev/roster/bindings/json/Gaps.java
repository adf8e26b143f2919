package dev.roster.bindings.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import dev.roster.bindings.AnswerWithGaps.Gap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of lists that cannot be read. A reader that carries this as a tag leaves them out; any
 * other fails on the first of them.
 */
public final class Gaps {

  // An answer with more is not one with gaps: nothing of it can be trusted.
  private static final int MOST = 1000;
  private static final int MOST_CHARACTERS = 100;

  private final List<Gap> gaps = new ArrayList<>();

  /** Returns the items that were left out. */
  public List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  /** Reads an item, or returns null where it cannot be read. */
  <E> @Nullable E read(JsonReader reader, JsonAdapter<E> items) throws IOException {
    SeenDrift seen = SeenDrift.of(reader);
    if (seen != null) {
      seen.forgetLast();
    }
    E item = null;
    try (JsonReader ahead = SeenDrift.ahead(reader)) {
      item = ListJsonAdapter.item(ahead, items);
    } catch (JsonDataException e) {
      if (gaps.size() == MOST) {
        throw new JsonDataException("more than " + MOST + " items of lists cannot be read", e);
      }
      String place = SeenDrift.pointer(reader.getPath());
      String last = seen == null ? null : seen.last();
      gaps.add(
          new Gap(place, last == null ? place : last, id(reader), String.valueOf(e.getMessage())));
    }
    reader.skipValue();
    return item;
  }

  /** Returns the text under {@code id}, or else under the first name that ends like it. */
  private static @Nullable String id(JsonReader reader) throws IOException {
    String found = null;
    try (JsonReader ahead = reader.peekJson()) {
      if (ahead.peek() != Token.BEGIN_OBJECT) {
        return null;
      }
      ahead.beginObject();
      while (ahead.hasNext()) {
        String name = ahead.nextName();
        boolean id = name.equals("id");
        boolean like = id || name.endsWith("Id") || name.endsWith("_id");
        Token token = ahead.peek();
        if (!like || !(token == Token.STRING || token == Token.NUMBER)) {
          ahead.skipValue();
          continue;
        }
        String text = ahead.nextString();
        if (id || found == null) {
          found = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        }
        if (id) {
          return found;
        }
      }
    }
    return found;
  }
}
