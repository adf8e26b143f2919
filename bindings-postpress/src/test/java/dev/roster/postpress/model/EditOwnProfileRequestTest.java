package dev.roster.postpress.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.bindings.Upload;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The edit of a profile as a model; how it is sent is tested with the client. */
class EditOwnProfileRequestTest {

  private static final String EDIT =
      """
      {"type":"LINKEDIN","account_id":"acc_1","location":{"id":"1","postal_code":"12345"},\
      "picture":{"fileName":"me.jpg","contentType":"image/jpeg","content":"AQI="},\
      "picture_settings":{"filter":"STUDIO","layout":{"bottomLeft":{"x":1.25,"y":0.0}}},\
      "experience":{"id":"e1","role":"Founder","seniority":{"start_date":{"month":1,"year":2020}},\
      "skills":["a","b"],"attachment":{"type":"link","title":"T","url":"u"}},\
      "education":{"school":"S"},"skills":[],"skills_follow":true,\
      "open_to_work":{"job_title":[{"name":"N","id":"1"}],"presence":["REMOTE"],"location":{}},\
      "custom_link":{"type":"BLOG","url":"u"}}""";

  @Test
  void readsAnEditFromJsonAndWritesItAgain() throws IOException {
    EditOwnProfileRequest edit = EditOwnProfileRequestJsonAdapter.INSTANCE.fromJson(EDIT);

    assertThat(edit.type()).isEqualTo("LINKEDIN");
    assertThat(edit.picture()).isEqualTo(Upload.of("me.jpg", new byte[] {1, 2}));
    assertThat(edit.experience())
        .isInstanceOfSatisfying(
            EditExperience.class,
            experience -> {
              assertThat(experience.id()).isEqualTo("e1");
              assertThat(experience.skills()).containsExactly("a", "b");
              assertThat(experience.attachment()).isInstanceOf(LinkAttachment.class);
            });
    assertThat(edit.education()).isEqualTo(AddEducation.builder().school("S").build());
    assertThat(EditOwnProfileRequestJsonAdapter.INSTANCE.toJson(edit)).isEqualTo(EDIT);
  }

  @Test
  void addsAnExperienceThatHasNoId() throws IOException {
    assertThat(
            ExperienceJsonAdapter.INSTANCE.fromJson(
                "{\"role\":\"R\",\"company\":\"C\",\"id\":null}"))
        .isEqualTo(AddExperience.builder().role("R").company("C").build());
  }

  @Test
  void refusesAPostalCodeOfAnotherLength() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> EditLocation.builder().id("1").postalCode("1234").build())
        .withMessage("EditLocation.postal_code: at least 5 characters, given 4");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> EditLocation.builder().id("1").postalCode("123456").build())
        .withMessage("EditLocation.postal_code: at most 5 characters, given 6");
  }

  @Test
  void refusesAnEmptyAccount() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> EditOwnProfileRequest.builder().accountId("").build())
        .withMessage("EditOwnProfileRequest.account_id: at least 1 character, given 0");
  }

  @Test
  void namesWhatAnOpenToWorkLacks() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> OpenToWork.builder().presence(List.of(Presence.REMOTE)).build())
        .withMessage("OpenToWork: job_title is required");
  }
}
