package dev.roster.postpress;

import static dev.roster.bindings.testing.ProviderServer.answer;
import static dev.roster.postpress.PostpressServer.ACCOUNT;
import static dev.roster.postpress.PostpressServer.KEY;
import static dev.roster.postpress.PostpressServer.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.squareup.moshi.Moshi;
import dev.roster.bindings.ApiCall;
import dev.roster.bindings.testing.CommentExample;
import dev.roster.postpress.model.AddExperience;
import dev.roster.postpress.model.EditOwnProfileRequest;
import dev.roster.postpress.model.GmailAlias;
import dev.roster.postpress.model.GmailProfile;
import dev.roster.postpress.model.ImapProfile;
import dev.roster.postpress.model.JsonAdapters;
import dev.roster.postpress.model.LinkedInProfile;
import dev.roster.postpress.model.Organization;
import dev.roster.postpress.model.OutlookProfile;
import dev.roster.postpress.model.OwnProfile;
import dev.roster.postpress.model.RecruiterError;
import dev.roster.postpress.model.RecruiterErrorCode;
import dev.roster.postpress.model.RecruiterSeat;
import dev.roster.postpress.model.SalesNavigatorError;
import dev.roster.postpress.model.TelegramProfile;
import dev.roster.postpress.model.TelegramRestriction;
import dev.roster.postpress.model.TwitterProfile;
import java.io.IOException;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading the own profile, and the settings of a client. */
class PostpressClientTest {

  @AutoClose private final PostpressServer server = new PostpressServer();

  private OwnProfile profile(String example) {
    server.answers(200, example(example));
    return server.client().getOwnProfile(ACCOUNT).execute();
  }

  @Test
  void theAccountStandsInTheQuery() {
    profile("getOwnProfile.linkedin.json");

    RecordedRequest request = server.request();
    assertThat(request.getRequestLine())
        .isEqualTo("GET /api/v1/users/me?account_id=" + ACCOUNT + " HTTP/1.1");
    assertThat(request.getHeaders().get("X-API-KEY")).isEqualTo(KEY);
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("Idempotency-Key")).isNull();
    assertThat(request.getBodySize()).isZero();
  }

  @Test
  void anOddAccountIdIsEscaped() {
    server.answers(200, example("getOwnProfile.linkedin.json"));

    server.client().getOwnProfile("a&b=c d/é").execute();

    assertThat(server.request().getTarget())
        .isEqualTo("/api/v1/users/me?account_id=a%26b%3Dc%20d%2F%C3%A9");
  }

  @Test
  void aLinkedInProfile() {
    LinkedInProfile profile = (LinkedInProfile) profile("getOwnProfile.linkedin.json");

    assertThat(profile.provider()).isEqualTo("LINKEDIN");
    assertThat(profile.providerId()).isEqualTo("ACoAACr-1eYBl...");
    assertThat(profile.firstName()).isEqualTo("Ada");
    assertThat(profile.headline()).isEqualTo("Founder at postpress");
    assertThat(profile.premium()).isTrue();
    assertThat(profile.openProfile()).isFalse();
    assertThat(profile.organizations())
        .extracting(Organization::id, Organization::mailboxId, Organization::name)
        .containsExactly(tuple("org_1337", "mb_1", "postpress"));
    assertThat(profile.recruiter())
        .isEqualTo(RecruiterSeat.builder().ownerSeatId("seat_1").contractId("ct_1").build());
    assertThat(profile.salesNavigator()).isNull();
  }

  @Test
  void aLinkedInProfileWithSeatsThatFail() {
    LinkedInProfile profile = (LinkedInProfile) profile("getOwnProfile.linkedin-errors.json");

    assertThat(profile.recruiter())
        .isEqualTo(RecruiterError.builder().error(RecruiterErrorCode.MULTIPLE_SESSIONS).build());
    assertThat(profile.salesNavigator())
        .isInstanceOfSatisfying(
            SalesNavigatorError.class,
            failed -> assertThat(failed.error().value()).isEqualTo("DISCONNECTED"));
  }

  @Test
  void aLinkedInProfileWithoutWhatMayBeAbsent() {
    LinkedInProfile profile = (LinkedInProfile) profile("getOwnProfile.linkedin-minimal.json");

    assertThat(profile.headline()).isNull();
    assertThat(profile.publicProfileUrl()).isNull();
    assertThat(profile.organizations()).isEmpty();
    assertThat(profile.recruiter()).isNull();
    assertThat(profile.salesNavigator()).isNull();
  }

  @Test
  void aTelegramProfile() {
    TelegramProfile profile = (TelegramProfile) profile("getOwnProfile.telegram.json");

    assertThat(profile.username()).isEqualTo("tessa_gramm_example");
    assertThat(profile.langCode()).isEqualTo("en");
    assertThat(profile.restrictionReason())
        .extracting(TelegramRestriction::platform, TelegramRestriction::reason)
        .containsExactly(tuple("ios", "terms"), tuple("android", "terms"));
  }

  @Test
  void aTwitterProfile() {
    TwitterProfile profile = (TwitterProfile) profile("getOwnProfile.twitter.json");

    assertThat(profile.screenName()).isEqualTo("twyla_example");
    assertThat(profile.followersCount()).isEqualTo(5120);
    assertThat(profile.createdAt()).isEqualTo("Tue Mar 03 09:15:27 +0000 2015");
    assertThat(profile.withheldInCountries()).containsExactly("XX");
  }

  @Test
  void aGmailProfile() {
    GmailProfile profile = (GmailProfile) profile("getOwnProfile.gmail.json");

    assertThat(profile.messagesTotal()).isEqualTo(18234);
    assertThat(profile.aliases())
        .extracting(GmailAlias::email, GmailAlias::isTreatedAsAlias)
        .containsExactly(tuple("gail@example.com", "true"), tuple("sales@example.com", "false"));
  }

  @Test
  void anOutlookProfile() {
    OutlookProfile profile = (OutlookProfile) profile("getOwnProfile.outlook.json");

    assertThat(profile.displayName()).isEqualTo("Olga Lookwell");
    assertThat(profile.preferredLanguage()).isEqualTo("en-GB");
  }

  @Test
  void anImapProfile() {
    ImapProfile profile = (ImapProfile) profile("getOwnProfile.imap.json");

    assertThat(profile.connectionParams().imap().port()).isEqualTo(993);
    assertThat(profile.connectionParams().smtp().host()).isEqualTo("smtp.example.com");
  }

  @Test
  void aProviderThatTheSpecDoesNotKnowKeepsItsJson() throws IOException {
    String json = "{\"object\":\"AccountOwnerProfile\",\"provider\":\"MASTODON\",\"toots\":[1,2]}";
    server.answers(answer().body(json));

    OwnProfile profile = server.client().getOwnProfile(ACCOUNT).execute();

    assertThat(profile).isInstanceOf(OwnProfile.Unknown.class);
    assertThat(profile.provider()).isEqualTo("MASTODON");
    Moshi moshi = new Moshi.Builder().add(JsonAdapters.FACTORY).build();
    assertThat(moshi.adapter(Object.class).fromJson(((OwnProfile.Unknown) profile).json()))
        .isEqualTo(moshi.adapter(Object.class).fromJson(json));
    assertThat(moshi.adapter(OwnProfile.class).fromJson(json)).isEqualTo(profile);
  }

  @Test
  void anEnumerationsNewValueKeepsItsText() {
    server.answers(
        answer()
            .body(
                example("getOwnProfile.linkedin-errors.json")
                    .replace("MULTIPLE_SESSIONS", "SUSPENDED")));

    LinkedInProfile profile = (LinkedInProfile) server.client().getOwnProfile(ACCOUNT).execute();

    assertThat(profile.recruiter())
        .isInstanceOfSatisfying(
            RecruiterError.class,
            failed -> {
              assertThat(failed.error().isKnown()).isFalse();
              assertThat(failed.error().value()).isEqualTo("SUSPENDED");
            });
  }

  @Test
  void fieldsThatTheSpecDoesNotKnowArePassedOver() {
    server.answers(
        answer()
            .body(
                example("getOwnProfile.imap.json")
                    .replaceFirst("\\{", "{\"brand_new\":{\"a\":[1,{}]},")));

    assertThat(server.client().getOwnProfile(ACCOUNT).execute()).isInstanceOf(ImapProfile.class);
  }

  @Test
  void theAsynchronousFormReadsTheSame() throws Exception {
    server
        .answers(200, example("getOwnProfile.linkedin.json"))
        .answers(200, example("getOwnProfile.linkedin.json"));
    PostpressClient client = server.client();

    assertThat(client.getOwnProfile(ACCOUNT).executeAsync().get())
        .isEqualTo(client.getOwnProfile(ACCOUNT).execute());
    assertThat(server.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aBlankAccountIdIsRefused(String accountId) {
    PostpressClient client = server.client();

    assertThatThrownBy(() -> client.getOwnProfile(accountId))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "postpress ownProfile.get: the account id is blank; give the id of an account in"
                + " postpress");
    assertThat(server.requests()).isZero();
  }

  @Test
  void aClientWithoutAKeyIsNotBuilt() {
    assertThatThrownBy(() -> PostpressClient.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("postpress: the credential is missing");
  }

  @Test
  void theClientCallsTheServiceItselfUnlessTold() {
    ApiCall<OwnProfile> call = PostpressClient.builder().apiKey(KEY).build().getOwnProfile("acc_1");

    assertThat(call.request().url())
        .hasToString("https://api.postpress.ai/api/v1/users/me?account_id=acc_1");
    assertThat(call.request().headers().toString()).doesNotContain(KEY);
    assertThat(call.operation().readOnly()).isTrue();
  }

  @Test
  void theExampleOfTheClassCommentWorks() throws IOException {
    server
        .answers(200, example("getOwnProfile.linkedin-minimal.json"))
        .answers(200, example("editOwnProfile.200.json"));
    PostpressClient client = server.client();
    String accountId = ACCOUNT;

    // example
    OwnProfile profile = client.getOwnProfile(accountId).execute();
    if (profile instanceof LinkedInProfile linkedIn && linkedIn.headline() == null) {
      AddExperience founder =
          AddExperience.builder().role("Founder").company("Example Works").build();
      EditOwnProfileRequest edit =
          EditOwnProfileRequest.builder()
              .accountId(accountId)
              .headline("Founder at Example Works")
              .experience(founder)
              .build();
      client.editOwnProfile(edit).execute();
    }
    // end

    server.request();
    assertThat(FormPart.of(server.request()))
        .containsExactly(
            FormPart.text("type", "LINKEDIN"),
            FormPart.text("account_id", ACCOUNT),
            FormPart.text("headline", "Founder at Example Works"),
            FormPart.text("experience[role]", "Founder"),
            FormPart.text("experience[company]", "Example Works"));
    CommentExample.assertIsRunByItsTest(PostpressClient.class);
  }
}
