package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 38: what makes an edit invalid, and what does not. */
class PostpressEditValidationTest {

  private static final Sandbox SANDBOX = Sandbox.start();
  private static final TestClient CLIENT = new TestClient(SANDBOX);
  private static final String ACCOUNT = "acc_linkedin_1";

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  @DisplayName("Rule 38: type must be LINKEDIN and account_id must have a character")
  void typeAndAccountAreChecked() {
    assertInvalid(form("type=TELEGRAM", "account_id=" + ACCOUNT));
    assertInvalid(form("account_id=" + ACCOUNT));
    assertInvalid(form("type=LINKEDIN", "account_id="));
    assertInvalid(form("type=LINKEDIN"));
    assertValid(form("type=LINKEDIN", "account_id=" + ACCOUNT));
  }

  @ParameterizedTest
  @DisplayName("Rule 38: these edits are refused")
  @ValueSource(
      strings = {
        "location[postal_code]=94105",
        "location[id]=1 & location[postal_code]=9410",
        "location[id]=1 & location[postal_code]=941055",
        "picture_settings[filter]=SEPIA",
        "picture_settings[layout][topLeft][x]=1",
        "picture_settings[layout][topRight][y]=1",
        "cover_picture_settings[layout][bottomRight][x]=1",
        "picture_settings[contrast]=much",
        "picture_settings[contrast]=1e3",
        "experience[role]=Founder",
        "experience[company]=Northwind",
        "experience[description]=Neither added nor edited",
        "experience[role]=a & experience[company]=b & experience[presence]=SOMEWHERE",
        "experience[role]=a & experience[company]=b & experience[source_of_hire]=LUCK",
        "experience[role]=a & experience[company]=b & experience[notify_network]=yes",
        "experience[role]=a & experience[company]=b & experience[seniority][end_date][month]=1 & experience[seniority][end_date][year]=2026",
        "experience[role]=a & experience[company]=b & experience[seniority][start_date][month]=1",
        "experience[id]=1 & experience[seniority][start_date][year]=2026",
        "experience[id]=1 & experience[seniority][start_date][year]=2026 & experience[seniority][start_date][month]=January",
        "experience[id]=1 & experience[attachment][type]=link & experience[attachment][title]=t",
        "experience[id]=1 & experience[attachment][type]=media",
        "experience[id]=1 & experience[attachment][type]=song & experience[attachment][title]=t",
        "education[degree]=MSc",
        "education[school]=MIT & education[start_date][month]=9",
        "skills_follow=perhaps",
        "open_to_work[presence]=REMOTE & open_to_work[location][remote]=1",
        "open_to_work[job_title][name]=n & open_to_work[presence]=REMOTE & open_to_work[location][remote]=1",
        "open_to_work[job_title][name]=n & open_to_work[job_title][id]=1 & open_to_work[location][remote]=1",
        "open_to_work[job_title][name]=n & open_to_work[job_title][id]=1 & open_to_work[presence]=REMOTE",
        "open_to_work[job_title][name]=n & open_to_work[job_title][id]=1 & open_to_work[presence]=MOON & open_to_work[location][remote]=1",
        "open_to_work[job_title][name]=n & open_to_work[job_title][name]=m & open_to_work[job_title][id]=1 & open_to_work[presence]=REMOTE & open_to_work[location][remote]=1",
        "custom_link[type]=BLOG",
        "custom_link[url]=https://example.com",
        "custom_link[type]=SHOP & custom_link[url]=https://example.com",
        "custom_link[type]=BLOG & custom_link[url]=https://example.com & custom_link[display_on]=MOON",
        "headlin=A slip of the pen",
        "location[identifier]=1",
        "location=105015875",
        "headline=one & headline=two",
        "headline[text]=one",
        "skills[0]=one",
        "location[id=1",
        "picture=A text and not a file"
      })
  void theseAreRefused(String fields) {
    Reply reply = CLIENT.edit(withAccount(fields));
    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    assertThat(reply.errorType()).isEqualTo("errors/unprocessable_entity");
    String firstName = fields.substring(0, fields.indexOf(fields.contains("[") ? '[' : '='));
    assertThat(reply.json().get("detail").asText()).contains(firstName.strip());
  }

  @ParameterizedTest
  @DisplayName("Rule 38: these edits are accepted")
  @ValueSource(
      strings = {
        "location[id]=105015875 & location[postal_code]=SW1A1",
        "picture_settings[layout][topLeft][x]=-1.25 & picture_settings[layout][topLeft][y]=0",
        "picture_settings[contrast]=10 & picture_settings[vignette]=0.5",
        "experience[role]=a & experience[company]=b & experience[skills]=one & experience[skills]=two",
        "experience[id]=1",
        "experience[id]=1 & experience[role]=a & experience[company]=b",
        "experience[id]=1 & experience[seniority][start_date][month]=13 & experience[seniority][start_date][year]=2026",
        "experience[id]=1 & experience[attachment][type]=link & experience[attachment][title]=t & experience[attachment][url]=https://example.com",
        "experience[id]=1 & experience[attachment][type]=media & experience[attachment][title]=t",
        "education[school]=MIT & education[end_date][month]=9 & education[end_date][year]=2026",
        "education[id]=1 & education[role]=a & education[source_of_hire]=REFERRAL",
        "education[id]=1 & education[school]=MIT & education[degree]=MSc",
        "skills=one & skills_follow=true",
        "open_to_work[job_title][name]=n & open_to_work[job_title][name]=m & open_to_work[job_title][id]=1 & open_to_work[job_title][id]=2 & open_to_work[presence]=REMOTE & open_to_work[presence]=HYBRID & open_to_work[location][remote]=1",
        "open_to_work[job_title][0][name]=n & open_to_work[job_title][0][id]=1 & open_to_work[presence]=REMOTE & open_to_work[location][on_site]=1 & open_to_work[location][on_site]=2 & open_to_work[visibility]=ALL",
        "custom_link[type]=BLOG & custom_link[url]=https://example.com & custom_link[display_on]=EVERYWHERE",
        "headline= & summary="
      })
  void theseAreAccepted(String fields) {
    assertValid(withAccount(fields));
  }

  @Test
  @DisplayName(
      "Rule 38: a file where a text belongs is refused, and a file in an attachment is accepted")
  void filesBelongWhereTheDocumentHasThem() {
    RequestBody bytes = RequestBody.create(new byte[] {0, 13, 10, 13, 10, 45, 45});
    assertInvalid(
        TestClient.form(ACCOUNT).addFormDataPart("headline", "headline.txt", bytes).build());
    assertValid(
        TestClient.form(ACCOUNT)
            .addFormDataPart("experience[id]", "1")
            .addFormDataPart("experience[attachment][type]", "media")
            .addFormDataPart("experience[attachment][title]", "A talk")
            .addFormDataPart("experience[attachment][file]", "talk.pdf", bytes)
            .build());
  }

  private static MultipartBody withAccount(String fields) {
    List<String> all = new ArrayList<>(List.of("type=LINKEDIN", "account_id=" + ACCOUNT));
    all.addAll(List.of(fields.split(" & ", -1)));
    return form(all.toArray(String[]::new));
  }

  private static MultipartBody form(String... fields) {
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    for (String field : fields) {
      int equals = field.indexOf('=');
      form.addFormDataPart(field.substring(0, equals), field.substring(equals + 1).strip());
    }
    return form.build();
  }

  private static void assertValid(RequestBody form) {
    Reply reply = CLIENT.edit(form);
    assertThat(reply.text()).isEqualTo("{\"object\":\"ProfileEdited\"}");
  }

  private static void assertInvalid(RequestBody form) {
    Reply reply = CLIENT.edit(form);
    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    assertThat(reply.errorType()).isEqualTo("errors/unprocessable_entity");
  }
}
