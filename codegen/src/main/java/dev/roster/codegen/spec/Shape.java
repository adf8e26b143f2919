package dev.roster.codegen.spec;

/** What a property, an item of a list or a parameter holds. */
public sealed interface Shape {

  /** A value without structure. */
  enum Scalar implements Shape {
    /** {@code type: string}. */
    TEXT,
    /** {@code type: boolean}. */
    BOOLEAN,
    /** {@code type: integer, format: int64}. */
    INTEGER,
    /** {@code type: number, format: double}. */
    NUMBER,
    /** {@code type: string, format: date-time}. */
    INSTANT,
    /** {@code type: string, format: binary}: a file to send. */
    BINARY,
    /** Anything, null included. */
    ANY
  }

  /** A value of the enumeration of that name. */
  record EnumOf(String type) implements Shape {}

  /** An instance of the object or union of that name. */
  record ModelOf(String type) implements Shape {}

  /** A list; {@code item} is no list. */
  record ListOf(Shape item) implements Shape {}
}
