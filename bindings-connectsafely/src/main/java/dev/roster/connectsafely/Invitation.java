package dev.roster.connectsafely;

import dev.roster.connectsafely.model.FollowInvitationResult;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person's invitation.
 *
 * @param profileUrn the URN of the person's profile, as it was given
 * @param outcome what became of it
 * @param result what the provider said of it; null unless the outcome is {@link Outcome#INVITED} or
 *     {@link Outcome#FAILED}
 */
public record Invitation(
    String profileUrn, Outcome outcome, @Nullable FollowInvitationResult result) {

  /** What became of an invitation, and with that whether sending it again is safe. */
  public enum Outcome {
    /** The provider says that it went out. */
    INVITED,
    /** The provider says that this invitation failed; the result may say why. */
    FAILED,
    /** The provider refused the whole request, so nobody of it was invited. */
    REFUSED,
    /** The request left and nobody can say whether the person was invited. */
    UNKNOWN,
    /** The request never left. */
    UNSENT
  }

  /** Returns an invitation that the provider answered, by its success and not by its status. */
  static Invitation answered(String profileUrn, FollowInvitationResult result) {
    return new Invitation(profileUrn, result.success() ? Outcome.INVITED : Outcome.FAILED, result);
  }

  /** Returns why it failed in the provider's words, or null if it did not or nobody says. */
  public @Nullable String error() {
    return result == null ? null : result.error();
  }
}
