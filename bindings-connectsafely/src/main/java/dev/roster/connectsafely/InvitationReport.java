package dev.roster.connectsafely;

import static dev.roster.connectsafely.Invitation.Outcome.FAILED;
import static dev.roster.connectsafely.Invitation.Outcome.INVITED;

import dev.roster.connectsafely.Invitation.Outcome;
import dev.roster.connectsafely.api.Operations;
import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a number of invitations, the answers of all their requests in one.
 *
 * @param companyId the company whose page the people were invited to follow
 * @param accountId the provider's id of the LinkedIn account that invited; null if no answer named
 *     the default account yet
 * @param invitations one for each URN that was given, in that order
 */
public record InvitationReport(
    String companyId, @Nullable String accountId, List<Invitation> invitations) {

  public InvitationReport {
    invitations = List.copyOf(invitations);
  }

  /**
   * Returns what the answer to one request says of each person asked for. A URN that the answer
   * passes over is {@link Outcome#UNKNOWN}.
   */
  public static InvitationReport of(
      FollowInvitationsRequest request, FollowInvitationsResult answer) {
    return new InvitationReport(
        answer.companyId(),
        answer.accountId(),
        AnswerPairing.invitations(request.profileUrns(), answer.results()));
  }

  /** Returns the invitations of one outcome, in their order. */
  public List<Invitation> invitations(Outcome outcome) {
    return invitations.stream().filter(it -> it.outcome() == outcome).toList();
  }

  /** Returns the invitations that failed by themselves, as the provider says. */
  public List<Invitation> failures() {
    return invitations(FAILED);
  }

  /** Returns the provider's results: all but the refused, unknown and unsent invitations. */
  public List<FollowInvitationResult> results() {
    return invitations.stream().map(Invitation::result).filter(Objects::nonNull).toList();
  }

  /** Returns how many invitations were asked for. */
  public long totalRequested() {
    return invitations.size();
  }

  /** Returns how many invitations went out, as the provider says. */
  public long totalSuccessful() {
    return total(INVITED);
  }

  /** Returns how many invitations failed by themselves, as the provider says. */
  public long totalFailed() {
    return total(FAILED);
  }

  /** Returns how many invitations have the outcome; the totals of all outcomes add up. */
  public long total(Outcome outcome) {
    return invitations.stream().filter(it -> it.outcome() == outcome).count();
  }

  /** Returns whether at least one invitation went out: what the provider calls a success. */
  public boolean success() {
    return totalSuccessful() > 0;
  }

  /** Returns whether every invitation went out. */
  public boolean allSucceeded() {
    return totalSuccessful() == totalRequested();
  }

  /**
   * Returns this, if at least one invitation went out: for callers to whom an answer without a
   * single success is an error.
   *
   * @throws InvitationsFailedException if none went out; it has this report and no cause
   */
  public InvitationReport orThrow() {
    if (success()) {
      return this;
    }
    throw new InvitationsFailedException(
        Operations.SEND_FOLLOW_INVITATIONS.qualifiedName()
            + ": no invitation to follow company "
            + companyId
            + " went out: "
            + tally()
            + ". See the report's failures for the reasons.",
        this,
        null);
  }

  /** Returns the totals in words: {@code 98 invited, 2 failed, 50 unknown, 87 unsent}. */
  String tally() {
    return Stream.of(Outcome.values())
        .filter(outcome -> total(outcome) > 0)
        .map(outcome -> total(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
