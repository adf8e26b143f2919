package dev.roster.bindings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a model's parts go; a null value writes nothing, an empty text an empty part. An empty list
 * is refused with an {@link IllegalArgumentException}, as parts cannot say it.
 */
public interface PartWriter {

  /** Writes a text. */
  void text(String name, @Nullable String value);

  /** Writes {@code true} or {@code false}. */
  void bool(String name, @Nullable Boolean value);

  /** Writes a whole number in plain decimal. */
  void integer(String name, @Nullable Long value);

  /**
   * Writes a number in plain decimal, without an exponent: {@code 1.25}, {@code 1}.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  void number(String name, @Nullable Double value);

  /**
   * Writes a file with its name and media type.
   *
   * @throws IllegalArgumentException if its content type is no media type
   */
  void file(String name, @Nullable Upload value);

  /** Writes one part a text, all of the same name. */
  void texts(String name, @Nullable List<String> values);

  /** Writes a nested model: its names stand in brackets after {@code name}. */
  void object(String name, @Nullable BracketParts value);

  /** Writes nested models one after the other under repeated names, paired by their order. */
  void objects(String name, @Nullable List<? extends BracketParts> values);
}
