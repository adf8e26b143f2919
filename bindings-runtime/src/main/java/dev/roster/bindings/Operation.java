package dev.roster.bindings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a spec says of one HTTP operation beyond its types. Generated bindings list theirs in the
 * class {@code Operations}.
 *
 * @param provider the provider's id, such as {@code linkedapi}
 * @param id the spec's operationId, such as {@code getAll}; unique within the provider
 * @param name the provider's own name for it, such as {@code accounts.getAll}
 * @param method the HTTP method
 * @param path the path below the base URL, with its parameters in braces
 * @param readOnly whether a call changes nothing that must not be done twice
 * @param irreversible whether what a call does cannot be undone
 * @param summary what it does, in one sentence
 * @param description what it does, whole
 * @param source the provider's document and section that say so
 * @param rate the request rate that the provider is taken to allow, or null where none is assumed
 * @param envelope how a success is wrapped, or null where the body is the answer itself
 * @param error how a failure tells its type and message
 * @param failures the documented failures, by status and type
 */
public record Operation(
    String provider,
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
    @Nullable Envelope envelope,
    ErrorShape error,
    List<Failure> failures) {

  /** Returns provider and name, as a message begins: {@code linkedapi accounts.getAll}. */
  public String qualifiedName() {
    return provider + " " + name;
  }

  /** At most {@code requests} in any window as long as {@code window}. */
  public record Rate(int requests, Duration window) {}

  /**
   * A success wrapped in an object.
   *
   * @param success the name of the boolean that is false in a failure, at whatever HTTP status
   * @param payload the name of the member that holds the answer
   */
  public record Envelope(String success, String payload) {}

  /**
   * Where an error body says what went wrong.
   *
   * @param model the generated model of the error body
   * @param typeAt dotted paths to the error type; the first one present counts
   * @param messageAt dotted paths to the message; the first one present counts
   */
  public record ErrorShape(Class<?> model, List<String> typeAt, List<String> messageAt) {}

  /**
   * A documented failure.
   *
   * @param status the HTTP status
   * @param type the provider's error type, or null where the provider has none
   * @param description what it means
   */
  public record Failure(int status, @Nullable String type, String description) {}
}
