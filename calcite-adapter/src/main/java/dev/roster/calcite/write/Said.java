package dev.roster.calcite.write;

import dev.roster.calcite.error.AnswerState;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to a request says of one of its things.
 *
 * @param state SUCCESS, NO_SUCCESS or PASSED_OVER
 * @param answer its values; null where the answer passes over it
 * @param error why it failed, in the provider's words; null if it did not, or nobody says
 */
public record Said(AnswerState state, @Nullable Answer answer, @Nullable String error) {}
