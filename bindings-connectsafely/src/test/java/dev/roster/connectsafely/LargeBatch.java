package dev.roster.connectsafely;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.connectsafely.Invitation.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** More people than one request takes, and what became of each. */
final class LargeBatch {

  /** Five requests: four of 50 people, and one of 20. */
  static final List<String> PEOPLE = people(220);

  private LargeBatch() {}

  /** Returns the URNs of as many people. */
  static List<String> people(int count) {
    return IntStream.range(0, count).mapToObj(i -> "urn:li:fsd_profile:P" + i).toList();
  }

  /**
   * Asserts that a report is of {@link #PEOPLE}, in their order.
   *
   * @param countsAndOutcomes how many of them have which outcome, such as {@code 200, INVITED, 20,
   *     UNSENT}
   */
  static void assertOutcomes(InvitationReport report, Object... countsAndOutcomes) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < countsAndOutcomes.length; i += 2) {
      int count = (int) countsAndOutcomes[i];
      outcomes.addAll(Collections.nCopies(count, (Outcome) countsAndOutcomes[i + 1]));
    }
    assertThat(report.invitations()).extracting(Invitation::profileUrn).isEqualTo(PEOPLE);
    assertThat(report.invitations()).extracting(Invitation::outcome).isEqualTo(outcomes);
  }
}
