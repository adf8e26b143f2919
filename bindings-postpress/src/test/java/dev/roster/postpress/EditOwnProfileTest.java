package dev.roster.postpress;

import static dev.roster.bindings.testing.ProviderServer.answer;
import static dev.roster.postpress.PostpressServer.ACCOUNT;
import static dev.roster.postpress.PostpressServer.KEY;
import static dev.roster.postpress.PostpressServer.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Field;
import dev.roster.postpress.model.AddExperience;
import dev.roster.postpress.model.EditLocation;
import dev.roster.postpress.model.EditOwnProfileRequest;
import dev.roster.postpress.model.Experience;
import dev.roster.postpress.model.OpenToWork;
import dev.roster.postpress.model.OpenToWorkLocation;
import dev.roster.postpress.model.Presence;
import dev.roster.postpress.model.ProfileEdited;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edit sends, part by part. */
class EditOwnProfileTest {

  @AutoClose private final PostpressServer server = new PostpressServer();

  private RecordedRequest sent(EditOwnProfileRequest edit) {
    server.answers(200, example("editOwnProfile.200.json"));
    ProfileEdited edited = server.client().editOwnProfile(edit).execute();
    assertThat(edited.object()).isEqualTo("ProfileEdited");
    return server.request();
  }

  private List<FormPart> parts(EditOwnProfileRequest.Builder edit) throws IOException {
    return FormPart.of(sent(edit.accountId(ACCOUNT).build()));
  }

  private static EditOwnProfileRequest.Builder edit() {
    return EditOwnProfileRequest.builder().accountId(ACCOUNT);
  }

  // A form has no order but among the parts of one name.
  private static Map<String, List<FormPart>> byName(List<FormPart> parts) {
    return parts.stream()
        .collect(Collectors.groupingBy(FormPart::name, LinkedHashMap::new, Collectors.toList()));
  }

  @Test
  void theDocumentedExampleIsSentPartByPart() throws IOException {
    RecordedRequest request = sent(EditExamples.documented());

    assertThat(request.getRequestLine()).isEqualTo("PATCH /api/v1/users/me/edit HTTP/1.1");
    assertThat(request.getHeaders().get("X-API-KEY")).isEqualTo(KEY);
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("Content-Type"))
        .startsWith("multipart/form-data; boundary=");
    List<FormPart> parts = FormPart.of(request);
    assertThat(parts)
        .containsExactly(
            FormPart.text("type", "LINKEDIN"),
            FormPart.text("account_id", ACCOUNT),
            FormPart.text("location[id]", "105015875"),
            FormPart.text("headline", "Building postpress"),
            FormPart.text("summary", "Founder. Author. Builder."),
            FormPart.file("picture", "me.jpg"),
            FormPart.text("picture_settings[filter]", "STUDIO"),
            FormPart.text("picture_settings[layout][bottomLeft][x]", "1.25"),
            FormPart.text("picture_settings[layout][bottomLeft][y]", "1.25"),
            FormPart.text("experience[role]", "Founder"),
            FormPart.text("experience[company]", "postpress"),
            FormPart.text("experience[skills]", "development"),
            FormPart.text("experience[skills]", "management"));
    assertThat(byName(parts)).isEqualTo(byName(FormPart.ofExample("editOwnProfile.request.json")));
  }

  @Test
  void theBytesOnTheWireAreThoseOfABrowsersForm() {
    RecordedRequest request =
        sent(edit().headline("Grüße").picture(EditExamples.upload("me.jpg")).build());

    String boundary =
        String.valueOf(request.getHeaders().get("Content-Type")).replaceFirst(".*boundary=", "");
    assertThat(request.getBody()).isNotNull();
    assertThat(request.getBody().utf8().replace("\r\n", "\n").replace(boundary, "BOUNDARY"))
        .isEqualTo(
            """
            --BOUNDARY
            Content-Disposition: form-data; name="type"

            LINKEDIN
            --BOUNDARY
            Content-Disposition: form-data; name="account_id"

            acc_linkedin_01HXYZ4QK3WJ8FN3M6QH7TZ8GR
            --BOUNDARY
            Content-Disposition: form-data; name="headline"

            Grüße
            --BOUNDARY
            Content-Disposition: form-data; name="picture"; filename="me.jpg"
            Content-Type: image/jpeg

            me.jpg
            --BOUNDARY--
            """);
  }

  @Test
  void addingAnExperienceAndAnEducationReachesEveryField() throws IOException {
    assertThat(byName(FormPart.of(sent(EditExamples.adding()))))
        .isEqualTo(byName(FormPart.ofExample("editOwnProfile.request-add.json")));
  }

  @Test
  void changingAnExperienceAndAnEducationReachesEveryField() throws IOException {
    assertThat(byName(FormPart.of(sent(EditExamples.changing()))))
        .isEqualTo(byName(FormPart.ofExample("editOwnProfile.request-edit.json")));
  }

  @Test
  void noFieldOfTheSpecIsMissingInTheExamples() throws IOException {
    List<String> sent =
        Stream.concat(
                FormPart.ofExample("editOwnProfile.request-add.json").stream(),
                FormPart.ofExample("editOwnProfile.request-edit.json").stream())
            .map(FormPart::name)
            .toList();

    List<String> missing = leaves("", EditOwnProfileRequest.FIELDS);
    // A list of objects is one leaf, whose parts have the objects' names behind it.
    missing.removeIf(leaf -> sent.stream().anyMatch(name -> (name + "[").startsWith(leaf + "[")));

    assertThat(missing).isEmpty();
  }

  private static List<String> leaves(String parent, List<? extends Field<?>> fields) {
    List<String> leaves = new ArrayList<>();
    for (Field<?> field : fields) {
      String name = parent.isEmpty() ? field.name() : parent + "[" + field.name() + "]";
      if (field.kind() == Field.Kind.OBJECT) {
        leaves.addAll(leaves(name, field.fields()));
      } else {
        leaves.add(name);
      }
    }
    return leaves;
  }

  @Test
  void theLeastEditIsTheAccountAlone() throws IOException {
    assertThat(FormPart.of(sent(edit().build())))
        .isEqualTo(FormPart.ofExample("editOwnProfile.request-minimal.json"));
  }

  @Test
  void anEmptyTextIsSentAsAnEmptyPart() throws IOException {
    assertThat(parts(EditOwnProfileRequest.builder().summary("")))
        .containsExactly(
            FormPart.text("type", "LINKEDIN"),
            FormPart.text("account_id", ACCOUNT),
            FormPart.text("summary", ""));
  }

  @Test
  void aRequestHasAFreshIdempotencyKeyThatItsCopiesShare() {
    for (int i = 0; i < 3; i++) {
      server.answers(200, example("editOwnProfile.200.json"));
    }
    PostpressClient client = server.client();
    ApiCall<ProfileEdited> call = client.editOwnProfile(edit().headline("Hi").build());
    call.execute();
    call.copy().execute();
    client.editOwnProfile(edit().headline("Hi").build()).execute();

    String first = server.request().getHeaders().get("Idempotency-Key");
    assertThat(first).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(server.request().getHeaders().get("Idempotency-Key")).isEqualTo(first);
    assertThat(server.request().getHeaders().get("Idempotency-Key")).isNotEqualTo(first);
  }

  @Test
  void theCallersIdempotencyKeyIsSentAsItIs() {
    server.answers(200, example("editOwnProfile.200.json"));

    server.client().editOwnProfile(edit().build(), "edit-4711").execute();

    assertThat(server.request().getHeaders().get("Idempotency-Key")).isEqualTo("edit-4711");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "line\nend", "schlüssel"})
  void aKeyThatNoHeaderCanHoldIsRefused(String key) {
    PostpressClient client = server.client();

    assertThatThrownBy(() -> client.editOwnProfile(edit().build(), key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("postpress ownProfile.edit: the idempotency key is empty or has a");
    assertThat(server.requests()).isZero();
  }

  @Test
  void anAccountIdIsNeeded() {
    assertThatThrownBy(() -> EditOwnProfileRequest.builder().headline("Hi").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("EditOwnProfileRequest: account_id is required");
    assertThatThrownBy(
            () -> server.client().editOwnProfile(edit().accountId(" ").headline("Hi").build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "postpress ownProfile.edit: the account id is blank; give the id of an account in"
                + " postpress");
    assertThat(server.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234", "123456", ""})
  void aPostalCodeOfAnotherLengthIsRefused(String postalCode) {
    EditLocation.Builder location = EditLocation.builder().id("1").postalCode(postalCode);

    assertThatThrownBy(location::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("EditLocation.postal_code: ");
  }

  @Test
  void anAddedExperienceNeedsItsRoleAndItsCompany() {
    assertThatThrownBy(() -> AddExperience.builder().company("Example Works").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("AddExperience: role is required");
    assertThatThrownBy(() -> AddExperience.builder().role("Founder").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("AddExperience: company is required");
  }

  @Test
  void anEmptyListIsRefusedBecauseAFormCannotSayIt() {
    PostpressClient client = server.client();
    EditOwnProfileRequest noSkills = edit().skills(List.of()).build();
    EditOwnProfileRequest noTitles =
        edit()
            .openToWork(
                OpenToWork.builder()
                    .jobTitle(List.of())
                    .presence(List.of(Presence.REMOTE))
                    .location(OpenToWorkLocation.builder().build())
                    .build())
            .build();

    assertThatThrownBy(() -> client.editOwnProfile(noSkills))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("skills: a form cannot say that a list is empty");
    assertThatThrownBy(() -> client.editOwnProfile(noTitles))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("open_to_work[job_title]: ");
    assertThat(server.requests()).isZero();
  }

  @Test
  void anEntryThatNobodyKnowsIsNotSent() {
    EditOwnProfileRequest unknown = edit().experience(new Experience.Unknown("{}")).build();

    assertThatThrownBy(() -> server.client().editOwnProfile(unknown))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(server.requests()).isZero();
  }

  @Test
  void anAnswerThatSaysMoreIsRead() {
    server.answers(answer().body("{\"object\":\"ProfileEdited\",\"new\":[1]}"));

    assertThat(server.client().editOwnProfile(edit().build()).execute().object())
        .isEqualTo("ProfileEdited");
  }

  @Test
  void theAsynchronousFormSendsTheSame() throws Exception {
    server.answers(200, example("editOwnProfile.200.json"));

    ProfileEdited edited =
        server.client().editOwnProfile(EditExamples.documented()).executeAsync().get();

    assertThat(edited.object()).isEqualTo("ProfileEdited");
    assertThat(byName(FormPart.of(server.request())))
        .isEqualTo(byName(FormPart.ofExample("editOwnProfile.request.json")));
  }
}
