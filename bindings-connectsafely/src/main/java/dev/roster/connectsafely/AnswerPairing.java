package dev.roster.connectsafely;

import dev.roster.connectsafely.Invitation.Outcome;
import dev.roster.connectsafely.model.FollowInvitationResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the result of each URN of a request. The provider is expected to give one a URN in the
 * order of the request; an answer that does not must not tell one person's outcome as another's.
 */
final class AnswerPairing {

  private AnswerPairing() {}

  /**
   * Returns an invitation for each URN, in their order: with the first unused result that names it,
   * or else, if there are as many results as URNs, with the result left over in its place (the
   * provider may write the URN in another way). A URN without a result is {@link Outcome#UNKNOWN}.
   */
  static List<Invitation> invitations(
      List<String> profileUrns, List<FollowInvitationResult> results) {
    List<FollowInvitationResult> left = new ArrayList<>(results);
    List<@Nullable FollowInvitationResult> found = new ArrayList<>();
    profileUrns.forEach(urn -> found.add(take(left, urn)));
    if (results.size() == profileUrns.size()) {
      Iterator<FollowInvitationResult> rest = left.iterator();
      found.replaceAll(result -> result == null ? rest.next() : result);
    }
    List<Invitation> invitations = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      FollowInvitationResult result = found.get(i);
      String urn = profileUrns.get(i);
      invitations.add(
          result == null
              ? new Invitation(urn, Outcome.UNKNOWN, null)
              : Invitation.answered(urn, result));
    }
    return invitations;
  }

  private static @Nullable FollowInvitationResult take(
      List<FollowInvitationResult> left, String urn) {
    for (Iterator<FollowInvitationResult> results = left.iterator(); results.hasNext(); ) {
      FollowInvitationResult result = results.next();
      if (result.profileUrn().equals(urn)) {
        results.remove();
        return result;
      }
    }
    return null;
  }
}
