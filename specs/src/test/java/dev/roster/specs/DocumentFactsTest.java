package dev.roster.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counts what the providers' pages list, so that nothing of it is lost in an edit. A spec may have
 * more fields and values than that: a new one is added to the spec alone, and not here.
 */
class DocumentFactsTest {

  private static final SpecFolder SPECS = SpecFolder.ofProject();
  private static final SpecDocument LINKED_API = SPECS.document("linkedapi.yaml");
  private static final SpecDocument POSTPRESS = SPECS.document("postpress.yaml");

  @Test
  void thereAreElevenOperations() {
    assertThat(
            SPECS.documents().stream()
                .flatMap(SpecDocument::operations)
                .map(operation -> operation.text("operationId")))
        .containsExactlyInAnyOrder(
            "getAll",
            "getConnectionSession",
            "createConnectionSession",
            "createReconnectionSession",
            "cancelConnectionSession",
            "reparseAccountInfo",
            "regenerateIdentificationToken",
            "disconnect",
            "sendFollowInvitations",
            "getOwnProfile",
            "editOwnProfile");
  }

  @Test
  void anAccountHasElevenFields() {
    assertThat(LINKED_API.component("Account").at("properties").names())
        .contains(
            "id",
            "name",
            "url",
            "avatarUrl",
            "headline",
            "countryCode",
            "identificationToken",
            "status",
            "connectedAt",
            "reconnectionSessionId",
            "reconnectionLink");
  }

  @Test
  void anAccountHasThreeStatusesAndASessionEight() {
    assertThat(LINKED_API.component("AccountStatus").at("enum").texts())
        .contains("active", "frozen", "reconnection_required");
    assertThat(LINKED_API.component("ConnectionSessionStatus").at("enum").texts())
        .contains(
            "pending",
            "preparing",
            "serving",
            "streaming",
            "success",
            "expired",
            "error",
            "cancelled");
  }

  /** Seven stand on the pages; accountIdRequired and sessionNotFound are decisions. */
  @Test
  void linkedApiHasNineErrorTypes() {
    assertThat(LINKED_API.component("ErrorType").at("enum").texts())
        .contains(
            "linkedApiTokenRequired",
            "invalidLinkedApiToken",
            "accountNotFound",
            "tooManyRequests",
            "noAvailableSeats",
            "dailyConnectionAttemptsExceeded",
            "invalidRequestPayload")
        .contains("accountIdRequired", "sessionNotFound")
        .hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({
    "LinkedInProfile, 19",
    "TelegramProfile, 21",
    "TwitterProfile, 30",
    "GmailProfile, 7",
    "OutlookProfile, 11",
    "ImapProfile, 3"
  })
  void aProfileHasItsTopLevelFields(String profile, int fields) {
    assertThat(POSTPRESS.component(profile).at("properties").names())
        .hasSizeGreaterThanOrEqualTo(fields);
  }

  @Test
  void anEditHasFifteenTopLevelFieldsAnd173InAll() {
    Place edit = POSTPRESS.component("EditOwnProfileRequest");

    assertThat(edit.at("properties").names()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(fields(edit)).isGreaterThanOrEqualTo(173);
  }

  @ParameterizedTest
  @CsvSource({
    "getOwnProfile, 401, 13",
    "getOwnProfile, 403, 9",
    "getOwnProfile, 404, 2",
    "getOwnProfile, 422, 3",
    "getOwnProfile, 429, 1",
    "getOwnProfile, 500, 3",
    "getOwnProfile, 501, 1",
    "getOwnProfile, 503, 5",
    "getOwnProfile, 504, 1",
    "editOwnProfile, 401, 13",
    "editOwnProfile, 403, 9",
    "editOwnProfile, 404, 2",
    "editOwnProfile, 422, 5",
    "editOwnProfile, 429, 1",
    "editOwnProfile, 500, 3",
    "editOwnProfile, 501, 1",
    "editOwnProfile, 503, 5",
    "editOwnProfile, 504, 1"
  })
  void aStatusHasItsErrorTypes(String operation, String status, int types) {
    assertThat(operation(operation).at("responses").at(status).at("x-error-types").texts())
        .hasSize(types);
  }

  @Test
  void readingAProfileHas38ErrorTypesAndEditingItTwoMore() {
    Set<String> reading = errorTypes("getOwnProfile");
    Set<String> editing = errorTypes("editOwnProfile");

    assertThat(reading).hasSize(38);
    assertThat(editing).hasSize(40).containsAll(reading);
    editing.removeAll(reading);
    assertThat(editing)
        .containsExactlyInAnyOrder("errors/action_already_performed", "errors/limit_exceeded");
  }

  @Test
  void anInvitationTakesFiftyPeopleAtMost() {
    Place request = SPECS.document("connectsafely.yaml").component("FollowInvitationsRequest");

    assertThat(request.at("properties").at("profileUrns").at("maxItems").node().asInt())
        .isEqualTo(50);
  }

  private static Place operation(String operationId) {
    return POSTPRESS
        .operations()
        .filter(operation -> operation.text("operationId").equals(operationId))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> errorTypes(String operationId) {
    return ResponseRules.failures(operation(operationId))
        .flatMap(failure -> failure.at("x-error-types").texts().stream())
        .collect(Collectors.toSet());
  }

  /**
   * Counts fields as the page prints them: each property wherever it occurs, so that a component
   * that is used twice counts twice, with the properties of every branch of a union; without the
   * items of arrays, the branches as such, and what is an extension of ours.
   */
  private static int fields(Place schema) {
    Place object = POSTPRESS.follow(schema);
    int nested =
        object
            .at("properties")
            .children()
            .filter(property -> !property.has("x-extension"))
            .mapToInt(property -> 1 + fields(property))
            .sum();
    int branches = object.at("oneOf").children().mapToInt(DocumentFactsTest::fields).sum();
    return nested + branches + (object.has("items") ? fields(object.at("items")) : 0);
  }
}
