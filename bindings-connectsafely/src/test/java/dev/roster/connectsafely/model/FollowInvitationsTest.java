package dev.roster.connectsafely.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonDataException;
import dev.roster.bindings.Field;
import dev.roster.bindings.testing.SpecExample;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The request to invite people, and its answer, as they are written and read. */
class FollowInvitationsTest {

  private static String example(String name) {
    return SpecExample.of("connectsafely", name);
  }

  private static FollowInvitationsResult read(String json) throws IOException {
    return FollowInvitationsResultJsonAdapter.INSTANCE.fromJson(json);
  }

  @Test
  void readsATotalAndAResult() throws IOException {
    FollowInvitationsResult read = read(example("sendFollowInvitations.200-partly-failed.json"));

    assertThat(read.success()).isTrue();
    assertThat(read.totalRequested()).isEqualTo(read.totalSuccessful() + read.totalFailed());
    assertThat(read.results()).hasSize((int) read.totalRequested());
    assertThat(read.results())
        .filteredOn(FollowInvitationResult::success)
        .allSatisfy(one -> assertThat(one.status()).isSameAs(FollowInvitationStatus.SENT))
        .allSatisfy(one -> assertThat(one.error()).isNull());
  }

  @Test
  void keepsAStatusThatTheSpecDoesNotKnow() throws IOException {
    String json = example("sendFollowInvitations.200.json").replace("\"SENT\"", "\"QUEUED\"");

    assertThat(read(json).results())
        .allSatisfy(one -> assertThat(one.status().isKnown()).isFalse())
        .allSatisfy(one -> assertThat(one.status().value()).isEqualTo("QUEUED"));
  }

  @Test
  void namesThePathOfAMissingValue() throws IOException {
    String json = example("sendFollowInvitations.200.json").replaceFirst("\"profileUrn\"", "\"x\"");

    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> read(json))
        .withMessage("Required value 'profileUrn' missing at $.results[0]");
  }

  @Test
  void refusesMoreThanFiftyUrnsBeforeAnythingIsSent() {
    assertThat(FollowInvitationsRequest.builder().profileUrns(Collections.nCopies(50, "u")).build())
        .isNotNull();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                FollowInvitationsRequest.builder()
                    .profileUrns(Collections.nCopies(51, "u"))
                    .build())
        .withMessage("FollowInvitationsRequest.profileUrns: at most 50 items, given 51");
  }

  @Test
  void leavesOutWhatARequestDoesNotHave() {
    assertThat(
            FollowInvitationsRequestJsonAdapter.INSTANCE.toJson(
                FollowInvitationsRequest.builder().profileUrns(List.of("u")).build()))
        .isEqualTo("{\"profileUrns\":[\"u\"]}");
  }

  @Test
  void listsTheFieldsInTheOrderOfTheSpec() {
    assertThat(FollowInvitationsResult.FIELDS)
        .extracting(Field::toString)
        .containsExactly(
            "success BOOLEAN NOT NULL",
            "accountId TEXT NOT NULL",
            "companyId TEXT NOT NULL",
            "totalRequested INTEGER NOT NULL",
            "totalSuccessful INTEGER NOT NULL",
            "totalFailed INTEGER NOT NULL",
            "results LIST NOT NULL");
    assertThat(FollowInvitationResult.FIELDS)
        .extracting(Field::toString)
        .containsExactly(
            "profileUrn TEXT NOT NULL",
            "success BOOLEAN NOT NULL",
            "status TEXT NOT NULL",
            "error TEXT");
  }
}
