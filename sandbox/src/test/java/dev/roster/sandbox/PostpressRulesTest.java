package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of postpress; what makes an edit invalid is in {@link PostpressEditValidationTest}. */
class PostpressRulesTest {

  private static final String ADA = "acc_linkedin_1";
  private static final RequestBody PICTURE =
      RequestBody.create(new byte[] {1, 2, 3}, MediaType.get("image/jpeg"));

  private final Sandbox sandbox = Sandbox.start();
  private final TestClient client = new TestClient(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  @DisplayName("Rule 33: the X-API-KEY is needed, must be known and must have the scope")
  void theKeyIsNeeded() {
    Request request =
        TestClient.get(sandbox.postpressUrl().resolve("v1/users/me?account_id=" + ADA));
    Reply missing = client.checked("ownProfile.get", request);
    assertThat(missing.status()).isEqualTo(401);
    assertThat(missing.errorType()).isEqualTo("errors/missing_credentials");

    Reply wrong =
        client.checked(
            "ownProfile.get", request.newBuilder().header("X-API-KEY", "pp_wrong").build());
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.errorType()).isEqualTo("errors/invalid_credentials");

    sandbox.control().removeScopes(Sandbox.POSTPRESS_KEY);
    assertThat(client.profile(ADA).status()).isEqualTo(401);
    assertThat(client.profile(ADA).errorType()).isEqualTo("errors/insufficient_privileges");
    assertThat(client.edit(ADA, "headline", "x").errorType())
        .isEqualTo("errors/insufficient_privileges");
  }

  @Test
  @DisplayName(
      "Rule 33: account_id chooses the account; an unknown one is a 404, a missing one a 422")
  void accountIdChoosesTheAccount() {
    assertThat(client.profile(ADA).json().get("first_name").asText()).isEqualTo("Ada");
    assertThat(client.profile("acc_linkedin_2").json().get("first_name").asText())
        .isEqualTo("Bruno");
    Reply unknown = client.profile("acc_linkedin_99");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.errorType()).isEqualTo("errors/resource_not_found");
    assertThat(client.edit("acc_linkedin_99", "headline", "x").errorType())
        .isEqualTo("errors/resource_not_found");

    assertThat(client.profile("").errorType()).isEqualTo("errors/unprocessable_entity");
    Request without =
        new Request.Builder()
            .url(sandbox.postpressUrl() + "/users/me")
            .header("X-API-KEY", Sandbox.POSTPRESS_KEY)
            .build();
    Reply missing = client.checked("ownProfile.get", without);
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.errorType()).isEqualTo("errors/unprocessable_entity");
  }

  @Test
  @DisplayName("Rule 33: accounts of another tenant do not exist for a tenant")
  void tenantsDoNotSeeEachOther() {
    sandbox.control().addTenant("other", 1);
    assertThat(client.as("other").profile(ADA).errorType()).isEqualTo("errors/resource_not_found");
    assertThat(client.as("other").profile("acc_other_linkedin_1").status()).isEqualTo(200);
    assertThat(client.profile("acc_other_linkedin_1").errorType())
        .isEqualTo("errors/resource_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linkedin", "telegram", "twitter", "gmail", "outlook", "imap"})
  @DisplayName("Rule 34: the answer is the variant of the account's provider")
  void theVariantFollowsTheProvider(String provider) {
    for (int number = 1; number <= 2; number++) {
      JsonNode profile = client.profile("acc_" + provider + "_" + number).json();
      assertThat(profile.get("object").asText()).isEqualTo("AccountOwnerProfile");
      assertThat(profile.get("provider").asText()).isEqualToIgnoringCase(provider);
    }
  }

  @Test
  @DisplayName(
      "Rule 35: recruiter and sales_navigator are a seat, an error or null, and always there")
  void recruiterAndSalesNavigatorAreAlwaysThere() {
    Set<String> recruiter = new LinkedHashSet<>();
    Set<String> salesNavigator = new LinkedHashSet<>();
    for (Inventory.PostpressAccount account : sandbox.control().accounts().postpress()) {
      if (account.provider().equals("LINKEDIN")) {
        JsonNode profile = client.profile(account.accountId()).json();
        recruiter.add(kind(profile.get("recruiter")));
        salesNavigator.add(kind(profile.get("sales_navigator")));
      }
    }
    assertThat(recruiter)
        .containsExactlyInAnyOrder("seat", "MULTIPLE_SESSIONS", "DISCONNECTED", "null");
    assertThat(salesNavigator).containsExactlyInAnyOrder("seat", "DISCONNECTED", "null");
  }

  private static String kind(JsonNode access) {
    return access.isNull()
        ? "null"
        : access.has("owner_seat_id") ? "seat" : access.get("error").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram", "twitter", "gmail", "outlook", "imap"})
  @DisplayName("Rule 36: only LinkedIn profiles can be edited")
  void onlyLinkedInProfilesCanBeEdited(String provider) {
    Reply reply = client.edit("acc_" + provider + "_1", "headline", "x");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.errorType()).isEqualTo("errors/invalid_account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "request-add", "request-edit", "request-minimal"})
  @DisplayName("Rule 36: the example edits of the document are accepted")
  void theExampleEditsAreAccepted(String example) {
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    for (JsonNode part : Spec.example("postpress/editOwnProfile." + example + ".json")) {
      String name = part.get("name").asText();
      if (part.has("file")) {
        form.addFormDataPart(name, part.get("file").asText(), PICTURE);
      } else {
        form.addFormDataPart(name, name.equals("account_id") ? ADA : part.get("value").asText());
      }
    }
    assertThat(client.edit(form.build()).text()).isEqualTo("{\"object\":\"ProfileEdited\"}");
  }

  @Test
  @DisplayName("Rule 36: an edit that is not multipart/form-data is refused")
  void anEditMustBeMultipart() {
    Reply json =
        client.edit(
            RequestBody.create(
                "{\"type\":\"LINKEDIN\",\"account_id\":\"" + ADA + "\"}", TestClient.JSON));
    assertThat(json.status()).isEqualTo(422);
    assertThat(json.errorType()).isEqualTo("errors/unprocessable_entity");
    assertThat(json.json().get("detail").asText()).contains("multipart/form-data");
  }

  @Test
  @DisplayName(
      "Rule 37: an edit answers with nothing but {object: ProfileEdited}, and the headline is read back")
  void theHeadlineIsReadBack() {
    JsonNode before = client.profile(ADA).json();
    assertThat(client.edit(ADA, "headline", "Analyst", "summary", "Writes notes.").text())
        .isEqualTo("{\"object\":\"ProfileEdited\"}");
    JsonNode after = client.profile(ADA).json();
    assertThat(after.get("headline").asText()).isEqualTo("Analyst");
    assertThat(after.has("summary")).isFalse();
    assertThat(after.get("email")).isEqualTo(before.get("email"));
    client.edit(ADA, "headline", "");
    assertThat(client.profile(ADA).json().get("headline").asText()).isEmpty();
  }

  @Test
  @DisplayName("Rule 37: a picture gives a new profile_picture_url, a location a new location")
  void pictureAndLocationAreReadBack() {
    JsonNode before = client.profile(ADA).json();
    client.edit(TestClient.form(ADA).addFormDataPart("picture", "me.jpg", PICTURE).build());
    String first = client.profile(ADA).json().get("profile_picture_url").asText();
    client.edit(TestClient.form(ADA).addFormDataPart("picture", "me.jpg", PICTURE).build());
    String second = client.profile(ADA).json().get("profile_picture_url").asText();
    assertThat(List.of(before.get("profile_picture_url").asText(), first, second))
        .doesNotHaveDuplicates();

    client.edit(ADA, "location[id]", "105015875");
    assertThat(client.profile(ADA).json().get("location").asText()).contains("105015875");
    assertThat(client.profile("acc_linkedin_2").json().get("location").asText())
        .doesNotContain("105015875");
  }

  @Test
  @DisplayName("Rule 37: every other part of an edit cannot be read back")
  void theRestCannotBeReadBack() {
    JsonNode before = client.profile(ADA).json();
    client.edit(
        ADA,
        "summary",
        "Text",
        "skills",
        "one",
        "custom_link[type]",
        "BLOG",
        "custom_link[url]",
        "https://example.com",
        "experience[role]",
        "Founder",
        "experience[company]",
        "Northwind");
    client.edit(
        TestClient.form(ADA).addFormDataPart("cover_picture", "cover.jpg", PICTURE).build());
    assertThat(client.profile(ADA).json()).isEqualTo(before);
  }

  static List<String[]> errorTypes() {
    List<String[]> types = new ArrayList<>();
    for (String operation : List.of("ownProfile.get", "ownProfile.edit")) {
      Spec.operation(operation)
          .errorStatuses()
          .keySet()
          .forEach(type -> types.add(new String[] {operation, type}));
    }
    return types;
  }

  @ParameterizedTest
  @MethodSource("errorTypes")
  @DisplayName("Rule 39: every documented error type can be injected, with its status")
  void everyErrorTypeCanBeInjected(String operation, String type) {
    sandbox.control().fault(Fault.on(operation).errorType(type));
    Reply reply =
        operation.equals("ownProfile.get")
            ? client.profile(ADA)
            : client.edit(ADA, "headline", "x");
    assertThat(reply.status()).isEqualTo(Spec.operation(operation).errorStatuses().get(type));
    assertThat(reply.errorType()).isEqualTo(type);
    assertThat(reply.json().get("status").asInt()).isEqualTo(reply.status());
    assertThat(reply.json().get("title").asText()).isNotEmpty().isNotEqualTo(type);
  }

  @Test
  @DisplayName("Rule 39: retrieving documents 38 error types, editing 40, by the same statuses")
  void thereAre38And40ErrorTypes() {
    Map<String, Integer> retrieve = Spec.operation("ownProfile.get").errorStatuses();
    Map<String, Integer> edit = Spec.operation("ownProfile.edit").errorStatuses();
    assertThat(retrieve).hasSize(38);
    assertThat(edit).hasSize(40).containsAllEntriesOf(retrieve);
    assertThat(edit)
        .containsEntry("errors/action_already_performed", 422)
        .containsEntry("errors/limit_exceeded", 422);
  }

  @Test
  @DisplayName("Rule 40: the same edit twice is refused only when the switch is on")
  void theSameEditTwiceIsRefusedOnDemand() {
    assertThat(client.edit(ADA, "headline", "x").status()).isEqualTo(200);
    assertThat(client.edit(ADA, "headline", "x").status()).isEqualTo(200);

    sandbox.control().setRepeatedEditsRefused(true);
    assertThat(client.edit(ADA, "headline", "y").status()).isEqualTo(200);
    Reply repeated = client.edit(ADA, "headline", "y");
    assertThat(repeated.status()).isEqualTo(422);
    assertThat(repeated.errorType()).isEqualTo("errors/action_already_performed");
    assertThat(client.edit("acc_linkedin_2", "headline", "y").status()).isEqualTo(200);
    assertThat(client.edit(ADA, "headline", "z").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("Rule 40: edits beyond a limit are refused only when there is one")
  void editsBeyondALimitAreRefused() {
    sandbox.control().setEditLimit(1);
    assertThat(client.edit(ADA, "headline", "x").status()).isEqualTo(200);
    Reply refused = client.edit(ADA, "headline", "y");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errorType()).isEqualTo("errors/limit_exceeded");
    assertThat(client.profile(ADA).json().get("headline").asText()).isEqualTo("x");
    sandbox.control().setEditLimit(null);
    assertThat(client.edit(ADA, "headline", "y").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "errors/disconnected_account, 401",
    "errors/expired_credentials, 401",
    "errors/account_restricted, 403",
    "errors/too_many_requests, 429",
    "errors/provider_error, 500"
  })
  @DisplayName("Rule 41: the state of an account affects both operations, and only that account")
  void theStateOfAnAccountAffectsBothOperations(String type, int status) {
    sandbox.control().setPostpressError(ADA, type);
    for (Reply reply : List.of(client.profile(ADA), client.edit(ADA, "headline", "x"))) {
      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.errorType()).isEqualTo(type);
    }
    assertThat(client.profile("acc_linkedin_2").status()).isEqualTo(200);
    sandbox.control().setPostpressError(ADA, null);
    assertThat(client.profile(ADA).json().get("headline").asText())
        .isEqualTo("Founder at Northwind");
  }

  @Test
  @DisplayName("Rule 42: errors are served as application/json")
  void errorsAreServedAsJson() {
    assertThat(client.profile("nobody").headers().get("Content-Type"))
        .isEqualTo("application/json");
    sandbox.control().limit("ownProfile.get", 0, Duration.ofMinutes(1));
    Reply limited = client.profile(ADA);
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.errorType()).isEqualTo("errors/too_many_requests");
    assertThat(limited.headers().get("Content-Type")).isEqualTo("application/json");
  }
}
