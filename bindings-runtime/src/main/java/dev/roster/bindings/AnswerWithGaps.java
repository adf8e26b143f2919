package dev.roster.bindings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer without those items of its lists that cannot be read.
 *
 * @param model the answer; a list in it may be shorter than the provider's
 * @param gaps the items that were left out, in the order of the answer
 * @param <T> the model
 */
public record AnswerWithGaps<T>(T model, List<Gap> gaps) {

  /**
   * An item that was left out.
   *
   * @param item where it stands, as a JSON pointer into the whole body, such as {@code
   *     /result/accounts/3}
   * @param pointer what of it is wrong, likewise; the item itself where nobody can say
   * @param id its id, or null where it has none that can be read
   * @param reason why it cannot be read
   */
  public record Gap(String item, String pointer, @Nullable String id, String reason) {}
}
