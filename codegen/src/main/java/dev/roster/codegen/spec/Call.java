package dev.roster.codegen.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP operation.
 *
 * @param place where the spec has it
 * @param id its operationId
 * @param name the provider's own name for it
 * @param method the HTTP method in capitals
 * @param path the path with its parameters in braces, starting with a slash
 * @param readOnly whether it changes nothing
 * @param irreversible whether it cannot be undone
 * @param summary one sentence
 * @param description all sentences
 * @param source where the provider says so
 * @param rate the request rate assumed, or null
 * @param parameters in the order of the spec
 * @param body the body's type and form, or null without a body
 * @param answer the type of a success
 * @param answerDescription what a success means
 * @param envelope the wrapper around the answer, or null
 * @param error the type of a failure's body, and where it says what
 * @param failures the documented failures, in the order of the spec
 */
public record Call(
    Place place,
    String id,
    String name,
    String method,
    String path,
    boolean readOnly,
    boolean irreversible,
    String summary,
    String description,
    String source,
    @Nullable Rate rate,
    List<Parameter> parameters,
    @Nullable Body body,
    String answer,
    String answerDescription,
    @Nullable Envelope envelope,
    ErrorShape error,
    List<Failure> failures) {

  /** At most so many requests in so many seconds. */
  public record Rate(int requests, int seconds) {}

  /** Where a parameter stands. */
  public enum In {
    PATH,
    QUERY,
    HEADER
  }

  /** A parameter; never an object, and a list only in the query. */
  public record Parameter(
      Place place,
      In in,
      String name,
      Shape shape,
      boolean required,
      String description,
      Limits limits) {}

  /** A body: the type, and whether it is sent as form parts with names in brackets. */
  public record Body(String type, boolean bracketMultipart, String description) {}

  /** The type of a failure's body, with the dotted paths to the error's type and its message. */
  public record ErrorShape(String type, List<String> typeAt, List<String> messageAt) {}

  /** A documented failure; without a type where the provider has none. */
  public record Failure(int status, @Nullable String type, String description) {}
}
