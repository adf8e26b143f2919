package dev.roster.postpress.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonDataException;
import dev.roster.bindings.Field;
import dev.roster.bindings.testing.SpecExample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The own profile in its six shapes and those that nobody knows, as it is read. */
class OwnProfileTest {

  private static String example(String provider) {
    return SpecExample.of("postpress", "getOwnProfile." + provider + ".json");
  }

  private static OwnProfile read(String json) throws IOException {
    return OwnProfileJsonAdapter.INSTANCE.fromJson(json);
  }

  @Test
  void readsEachProviderAsItsOwnType() throws IOException {
    assertThat(read(example("linkedin"))).isInstanceOf(LinkedInProfile.class);
    assertThat(read(example("telegram"))).isInstanceOf(TelegramProfile.class);
    assertThat(read(example("twitter"))).isInstanceOf(TwitterProfile.class);
    assertThat(read(example("gmail"))).isInstanceOf(GmailProfile.class);
    assertThat(read(example("outlook"))).isInstanceOf(OutlookProfile.class);
    assertThat(read(example("imap"))).isInstanceOf(ImapProfile.class);
  }

  @Test
  void readsTheValuesOfALinkedInProfile() throws IOException {
    LinkedInProfile profile = (LinkedInProfile) read(example("linkedin"));

    assertThat(profile.provider()).isEqualTo("LINKEDIN");
    assertThat(profile.object()).isEqualTo("AccountOwnerProfile");
    assertThat(profile.firstName()).isEqualTo("Ada");
    assertThat(profile.premium()).isTrue();
    assertThat(profile.organizations())
        .containsExactly(
            Organization.builder().id("org_1337").mailboxId("mb_1").name("postpress").build());
    assertThat(profile.recruiter())
        .isEqualTo(RecruiterSeat.builder().ownerSeatId("seat_1").contractId("ct_1").build());
    assertThat(profile.salesNavigator()).isNull();
  }

  @Test
  void readsOpenValuesAsTheyAre() throws IOException {
    TwitterProfile profile = (TwitterProfile) read(example("twitter"));

    assertThat(profile.protected_()).isFalse();
    assertThat(profile.followersCount()).isEqualTo(5120);
    assertThat(profile.entities().description().urls())
        .containsExactly(
            Map.of(
                "url",
                "https://t.example/1",
                "expanded_url",
                "https://twyla.example.com/birds",
                "indices",
                List.of(29L, 48L)));
  }

  @Test
  void tellsASeatFromAnErrorAndFromSomethingNew() throws IOException {
    String seat = example("linkedin").replaceAll("\\s+", "");
    String recruiter = "{\"owner_seat_id\":\"seat_1\",\"contract_id\":\"ct_1\"}";

    assertThat(recruiter(seat.replace(recruiter, "{\"error\":\"DISCONNECTED\"}")))
        .isEqualTo(RecruiterError.builder().error(RecruiterErrorCode.DISCONNECTED).build());
    assertThat(recruiter(seat.replace(recruiter, "{\"error\":\"BRAND_NEW\"}")))
        .isEqualTo(RecruiterError.builder().error(RecruiterErrorCode.of("BRAND_NEW")).build());
    assertThat(recruiter(seat.replace(recruiter, "{\"trial\":1}")))
        .isEqualTo(new RecruiterAccess.Unknown("{\"trial\":1}"));
    assertThat(recruiter(seat.replace(recruiter, "null"))).isNull();
    assertThat(
            recruiter(
                seat.replace(
                    recruiter, "{\"error\":null,\"owner_seat_id\":\"s\",\"contract_id\":\"c\"}")))
        .isInstanceOf(RecruiterSeat.class);
  }

  private static @Nullable Object recruiter(String json) throws IOException {
    return ((LinkedInProfile) read(json)).recruiter();
  }

  @Test
  void keepsAProviderThatTheSpecDoesNotKnow() throws IOException {
    String json =
        "{ \"object\":\"AccountOwnerProfile\", \"provider\":\"MASTODON\", \"toots\": 1.0 }";

    OwnProfile profile = read(json);

    assertThat(profile).isEqualTo(new OwnProfile.Unknown("MASTODON", json));
    assertThat(profile.provider()).isEqualTo("MASTODON");
    assertThat(OwnProfileJsonAdapter.INSTANCE.toJson(profile)).isEqualTo(json);
    assertThat(profile.toString()).doesNotContain("toots");
  }

  @Test
  void refusesAProfileWithoutAProvider() throws IOException {
    String json = example("imap").replace("\"provider\"", "\"vendor\"");

    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> read(json))
        .withMessage("Required value 'provider' missing at $");
  }

  @Test
  void namesThePathOfAMissingValue() throws IOException {
    String json = example("linkedin").replace("\"mailbox_id\"", "\"mailbox\"");

    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> read(json))
        .withMessage("Required value 'mailbox_id' missing at $.organizations[0]");
  }

  @Test
  void readsNullInAnOptionalValueAsAbsentAndRefusesItInARequiredOne() throws IOException {
    String json = example("linkedin");

    assertThat(
            ((LinkedInProfile) read(json.replace("\"Founder at postpress\"", "null"))).headline())
        .isNull();
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> read(json.replace("\"Ada\"", "null")))
        .withMessage("Required value 'first_name' missing at $");
  }

  @Test
  void listsAsManyFieldsAsTheSpecHas() {
    assertThat(LinkedInProfile.FIELDS).hasSize(19);
    assertThat(TelegramProfile.FIELDS).hasSize(21);
    assertThat(TwitterProfile.FIELDS).hasSize(30);
    assertThat(GmailProfile.FIELDS).hasSize(7);
    assertThat(OutlookProfile.FIELDS).hasSize(11);
    assertThat(ImapProfile.FIELDS).hasSize(3);
    assertThat(EditOwnProfileRequest.FIELDS).hasSize(15);
    assertThat(ErrorType.VALUES).hasSize(40);
  }

  @Test
  void flattensNestedFields() throws IOException {
    OwnProfile linkedIn = read(example("linkedin"));
    OwnProfile imap = read(example("imap"));

    assertThat(Field.flatten(ImapProfile.FIELDS))
        .extracting(field -> String.join("_", field.path()))
        .containsExactly(
            "object",
            "provider",
            "connection_params_imap_username",
            "connection_params_imap_port",
            "connection_params_imap_host",
            "connection_params_smtp_username",
            "connection_params_smtp_port",
            "connection_params_smtp_host");
    assertThat(Field.flatten(LinkedInProfile.FIELDS))
        .extracting(field -> String.join("_", field.path()))
        .contains(
            "recruiter_owner_seat_id",
            "recruiter_contract_id",
            "recruiter_error",
            "sales_navigator_error");
    assertThat(merged("provider").value(imap)).isEqualTo("IMAP");
    assertThat(merged("email").value(linkedIn)).isEqualTo("ada@postpress.ai");
    assertThat(merged("email").value(imap)).isNull();
    assertThat(merged("provider").values())
        .containsExactly("LINKEDIN", "TELEGRAM", "TWITTER", "GMAIL", "OUTLOOK", "IMAP");
  }

  private static Field<OwnProfile> merged(String name) {
    return OwnProfile.FIELDS.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
