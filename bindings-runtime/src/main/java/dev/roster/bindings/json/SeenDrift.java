package dev.roster.bindings.json;

import com.squareup.moshi.JsonReader;
import dev.roster.bindings.Drift;
import dev.roster.bindings.Drift.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one answer differs from its spec. A reader carries it as a tag; without one, nothing is
 * noted. Its size is bounded, whatever the answer holds.
 */
public final class SeenDrift {

  private static final int MOST_PLACES = 1000;
  private static final int MOST_CHARACTERS = 200;

  private final Map<Place, Note> notes = new LinkedHashMap<>();
  private @Nullable String lastPath;
  private @Nullable String lastMember;

  /** Is told each place with what was noted there. */
  @FunctionalInterface
  public interface Teller {
    /** Takes one place; the parameters are those of {@code Drift}. */
    void tell(Kind kind, String pointer, String expected, @Nullable String found, long count);
  }

  private record Place(Kind kind, String pointer) {}

  private static final class Note {
    private final String expected;
    private final @Nullable String found;
    private long count;

    Note(String expected, @Nullable String found) {
      this.expected = expected;
      this.found = found;
    }
  }

  /**
   * Notes a value of the wrong type, which comes next.
   *
   * @param expected what it should be, with its article
   */
  static void wrongType(JsonReader reader, String expected, JsonReader.Token found) {
    SeenDrift seen = of(reader);
    if (seen != null) {
      seen.note(Kind.WRONG_TYPE, reader.getPath(), null, expected, found);
    }
  }

  static @Nullable SeenDrift of(JsonReader reader) {
    return reader.tag(SeenDrift.class);
  }

  /**
   * Returns a reader of what comes next in {@code reader}, with its tags; that one does not move.
   */
  public static JsonReader ahead(JsonReader reader) {
    JsonReader ahead = reader.peekJson();
    SeenDrift seen = of(reader);
    if (seen != null) {
      ahead.setTag(SeenDrift.class, seen);
    }
    Gaps gaps = reader.tag(Gaps.class);
    if (gaps != null) {
      ahead.setTag(Gaps.class, gaps);
    }
    return ahead;
  }

  /**
   * Notes a place.
   *
   * @param path the reader's path of the object, or of the value itself
   * @param member the member of the object that is meant, or null for the value at {@code path}
   */
  void note(
      Kind kind,
      String path,
      @Nullable String member,
      String expected,
      JsonReader.@Nullable Token found) {
    lastPath = path;
    lastMember = member;
    Place place = new Place(kind, pointer(path, member, true));
    Note note = notes.get(place);
    if (note == null) {
      boolean room = notes.size() < MOST_PLACES;
      note =
          notes.computeIfAbsent(
              room ? place : new Place(kind, Drift.ELSEWHERE),
              first ->
                  room
                      ? new Note(expected, name(found))
                      : new Note("places beyond the first " + MOST_PLACES + " of an answer", null));
    }
    note.count++;
  }

  /** Tells all places, in the order in which they were first seen. */
  public void tell(Teller teller) {
    notes.forEach(
        (place, note) ->
            teller.tell(place.kind, place.pointer, note.expected, note.found, note.count));
  }

  /** Forgets what was noted: the answer is read anew. */
  public void clear() {
    notes.clear();
    forgetLast();
  }

  /** Forgets which place was noted last. */
  void forgetLast() {
    lastPath = null;
  }

  /** Returns the pointer to the place noted last, with its indexes, or null if there is none. */
  @Nullable String last() {
    return lastPath == null ? null : pointer(lastPath, lastMember, false);
  }

  /** Returns what a token begins, as a type of JSON. */
  private static @Nullable String name(JsonReader.@Nullable Token token) {
    return token == null
        ? null
        : switch (token) {
          case BEGIN_OBJECT -> "object";
          case BEGIN_ARRAY -> "array";
          case STRING -> "string";
          case NUMBER -> "number";
          case BOOLEAN -> "boolean";
          case NULL -> "null";
          default -> "nothing";
        };
  }

  /** Returns the JSON pointer of a reader's path. */
  static String pointer(String path) {
    return pointer(path, null, false);
  }

  /**
   * The names in a path are those of a spec, none of which has a dot or a bracket. The member may
   * be any text: it is escaped, and kept from breaking a line of a log.
   */
  private static String pointer(String path, @Nullable String member, boolean anyIndex) {
    StringBuilder pointer = new StringBuilder(path.length() + 16);
    for (int i = 1; i < path.length(); i++) {
      char next = path.charAt(i);
      if (next == '[') {
        int end = path.indexOf(']', i);
        pointer.append('/').append(anyIndex ? "*" : path.substring(i + 1, end));
        i = end;
      } else {
        pointer.append(next == '.' ? '/' : next);
      }
    }
    if (member != null) {
      pointer.append('/');
      int point;
      int i = 0;
      for (; i < member.length() && i < MOST_CHARACTERS; i += Character.charCount(point)) {
        point = member.codePointAt(i);
        append(pointer, point);
      }
      if (i < member.length()) {
        pointer.append('…');
      }
    }
    return pointer.toString();
  }

  private static void append(StringBuilder pointer, int point) {
    if (point == '~') {
      pointer.append("~0");
    } else if (point == '/') {
      pointer.append("~1");
    } else {
      boolean unseen =
          Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
      pointer.appendCodePoint(unseen ? '?' : point);
    }
  }
}
