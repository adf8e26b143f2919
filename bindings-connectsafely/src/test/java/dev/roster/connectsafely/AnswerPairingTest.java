package dev.roster.connectsafely;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerPairingTest {

  private static FollowInvitationResult result(String urn, boolean success) {
    return FollowInvitationResult.builder()
        .profileUrn(urn)
        .success(success)
        .status(FollowInvitationStatus.of("any word"))
        .build();
  }

  private static List<String> paired(List<String> urns, FollowInvitationResult... results) {
    return AnswerPairing.invitations(urns, List.of(results)).stream()
        .map(it -> it.profileUrn() + " " + it.outcome())
        .toList();
  }

  @Test
  void successDecidesAndNotTheStatus() {
    assertThat(paired(List.of("a", "b"), result("a", true), result("b", false)))
        .containsExactly("a INVITED", "b FAILED");
  }

  @Test
  void resultsInAnotherOrderGoToTheirUrns() {
    assertThat(paired(List.of("a", "b"), result("b", false), result("a", true)))
        .containsExactly("a INVITED", "b FAILED");
  }

  @Test
  void aRepeatedUrnTakesItsResultsInOrder() {
    assertThat(
            paired(
                List.of("a", "b", "a"), result("a", true), result("a", false), result("b", true)))
        .containsExactly("a INVITED", "b INVITED", "a FAILED");
  }

  @Test
  void aUrnWrittenInAnotherWayTakesTheResultInItsPlace() {
    assertThat(
            paired(
                List.of("A", "b", "C"), result("a", true), result("b", false), result("c", false)))
        .containsExactly("A INVITED", "b FAILED", "C FAILED");
  }

  @Test
  void aUrnWithoutAResultIsUnknown() {
    assertThat(paired(List.of("a", "b", "c"), result("a", true), result("c", false)))
        .containsExactly("a INVITED", "b UNKNOWN", "c FAILED");
    assertThat(paired(List.of("a"))).containsExactly("a UNKNOWN");
  }

  @Test
  void resultsThatNobodyAskedForAreLeftOut() {
    assertThat(paired(List.of("a"), result("x", true), result("a", false)))
        .containsExactly("a FAILED");
  }
}
