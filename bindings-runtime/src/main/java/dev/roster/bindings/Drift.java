package dev.roster.bindings;

import org.jspecify.annotations.Nullable;

/**
 * A place where answers and their spec differ. It says where and how, and never what the value was.
 *
 * @param operation whose answer it was
 * @param kind how they differ
 * @param pointer where, as a JSON pointer into the whole body with {@code *} for every index of a
 *     list, such as {@code /result/accounts/*}{@code /status}; or {@link #ELSEWHERE}
 * @param expected what the spec says of that place
 * @param found what the answer has there, as a type of JSON; null where it has nothing, or where
 *     places are counted together
 * @param count how often the answer has it, at least 1
 */
public record Drift(
    Operation operation,
    Kind kind,
    String pointer,
    String expected,
    @Nullable String found,
    long count) {

  /** In a pointer's place: places that are too many to be told apart are counted together. */
  public static final String ELSEWHERE = "*";

  /** How an answer and its spec differ. */
  public enum Kind {
    /** A member of an object that the spec does not know; it is skipped. */
    UNKNOWN_FIELD("a field that the spec does not know"),
    /** A value that is none of those that the spec lists; its text is kept in the model. */
    UNKNOWN_VALUE("a value that is none of those that the spec lists"),
    /** A value that the spec requires is absent or null. */
    MISSING_VALUE("a value that the spec requires is absent or null"),
    /** A value of another type than the spec's; read all the same where that is possible. */
    WRONG_TYPE("a value of another type than the spec's");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** Returns what it means, in a few words. */
    public String meaning() {
      return meaning;
    }
  }
}
