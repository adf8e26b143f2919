package dev.roster.bindings;

/**
 * An answer, and the JSON that it was read from.
 *
 * @param model what the spec knows of it
 * @param json its text as the provider wrote it, with what the spec does not know; of an enveloped
 *     answer the payload's
 * @param <T> the model
 */
public record AnswerWithJson<T>(T model, String json) {

  /** Shows the model, which masks its secrets; the text may hold them. */
  @Override
  public String toString() {
    return "AnswerWithJson[" + model + ", " + json.length() + " characters]";
  }
}
