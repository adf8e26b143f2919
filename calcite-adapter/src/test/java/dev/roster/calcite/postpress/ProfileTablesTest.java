package dev.roster.calcite.postpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the profile tables show of each provider, and which calls they make. */
class ProfileTablesTest {

  private PostpressServer server;

  @BeforeEach
  void open() throws Exception {
    server = new PostpressServer();
    for (String provider : List.of("linkedin", "telegram", "twitter", "gmail", "outlook", "imap")) {
      server.profile("acc_" + provider, example(provider));
      server.profile("acc_" + provider + "_minimal", example(provider + "-minimal"));
    }
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  private static String example(String name) {
    return PostpressServer.example("getOwnProfile." + name + ".json");
  }

  @ParameterizedTest
  @CsvSource({
    "linkedin, LINKEDIN|ACoAACr-1eYBl...|Ada Lovelace|ada@postpress.ai"
        + "|https://www.linkedin.com/in/ada-lovelace|https://media.licdn.com/.../profile.jpg",
    "telegram, TELEGRAM|7000000001|Tessa Gramm|null|null"
        + "|https://media.example.com/tessa/profile.jpg",
    "telegram_minimal, TELEGRAM|7000000002|null|null|null"
        + "|https://media.example.com/tim/profile.jpg",
    "twitter, TWITTER|9000000000000000001|Twyla Postwell|null|null"
        + "|https://media.example.com/twyla/profile.jpg",
    "gmail, GMAIL|null|Gail Mailer|gail@example.com|null|null",
    "gmail_minimal, GMAIL|null|null|gus@example.com|null|null",
    "outlook, OUTLOOK|00000000-0000-4000-8000-000000000001|Olga Lookwell|olga@example.com"
        + "|null|null",
    "imap, IMAP|null|null|null|null|null",
  })
  void ownProfileShowsWhatProvidersHaveInCommon(String account, String row) throws Exception {
    assertThat(
            server.rows(
                "SELECT provider, provider_user_id, display_name, email, profile_url, picture_url"
                    + " FROM postpress.own_profile WHERE account_id = ?",
                "acc_" + account))
        .containsExactly(row);
  }

  @Test
  void aTelegramUserWithoutANameIsShownByUserName() throws Exception {
    server.profile(
        "acc_t",
        "{\"object\":\"AccountOwnerProfile\",\"provider\":\"TELEGRAM\",\"provider_id\":\"1\","
            + "\"first_name\":\"\",\"username\":\"tess\",\"profile_picture_url\":\"p\"}");
    assertThat(
            server.rows(
                "SELECT display_name FROM postpress.own_profile WHERE account_id = 'acc_t'"))
        .containsExactly("tess");
  }

  @Test
  void aProviderThatNobodyKnowsStillHasARowWithItsJson() throws Exception {
    String json = "{\"object\":\"AccountOwnerProfile\",\"provider\":\"MASTODON\",\"handle\": 1}";
    server.profile("acc_new", json);
    assertThat(
            server.rows(
                "SELECT account_id, provider, provider_user_id, raw_json FROM postpress.own_profile"
                    + " WHERE account_id = 'acc_new'"))
        .containsExactly("acc_new|MASTODON|null|" + json);
  }

  @Test
  void rawJsonIsWhatTheProviderWroteWithWhatTheSpecDoesNotKnow() throws Exception {
    String json = example("imap-minimal").strip();
    String grown = "{ \"grown\": [1.0, null]," + json.substring(json.indexOf('{') + 1);
    server.profile("acc_grown", grown);
    assertThat(
            server.rows(
                "SELECT raw_json FROM postpress.own_profile WHERE account_id = 'acc_grown'"))
        .containsExactly(grown);
  }

  @ParameterizedTest
  @CsvSource({
    "linkedin_profile, linkedin",
    "telegram_profile, telegram",
    "twitter_profile, twitter",
    "gmail_profile, gmail",
    "outlook_profile, outlook",
    "imap_profile, imap",
  })
  void aVariantHasRowsForItsOwnProviderOnly(String table, String provider) throws Exception {
    String all =
        "'acc_linkedin', 'acc_telegram', 'acc_twitter', 'acc_gmail', 'acc_outlook', 'acc_imap'";
    assertThat(
            server.rows(
                "SELECT account_id FROM postpress." + table + " WHERE account_id IN (" + all + ")"))
        .containsExactly("acc_" + provider);
    assertThat(server.requestCount()).isEqualTo(6);
  }

  @Test
  void theGroupsOfAnImapAccountAreFlat() throws Exception {
    assertThat(
            server.rows(
                "SELECT imap_host, imap_port, smtp_host, smtp_port FROM postpress.imap_profile"
                    + " WHERE account_id = 'acc_imap'"))
        .containsExactly("imap.example.com|993|smtp.example.com|465");
  }

  @Test
  void aSeatAndAnErrorStandInColumnsOfTheirOwn() throws Exception {
    server.profile("acc_errors", example("linkedin-errors"));
    assertThat(
            server.rows(
                "SELECT account_id, recruiter_owner_seat_id, recruiter_error,"
                    + " sales_navigator_owner_seat_id, sales_navigator_error"
                    + " FROM postpress.linkedin_profile"
                    + " WHERE account_id IN ('acc_linkedin', 'acc_errors')"))
        .containsExactlyInAnyOrder(
            "acc_linkedin|seat_1|null|null|null",
            "acc_errors|null|MULTIPLE_SESSIONS|null|DISCONNECTED");
  }

  @Test
  void aListHasOneRowAnItem() throws Exception {
    assertThat(
            server.rows(
                "SELECT account_id, id, mailbox_id, name FROM postpress.linkedin_organizations"
                    + " WHERE account_id IN ('acc_linkedin', 'acc_gmail')"))
        .containsExactly("acc_linkedin|org_1337|mb_1|postpress");
    assertThat(
            server.rows(
                "SELECT account_id, email, is_primary FROM postpress.gmail_aliases"
                    + " WHERE account_id IN ('acc_gmail', 'acc_gmail_minimal')"))
        .containsExactly(
            "acc_gmail|gail@example.com|true",
            "acc_gmail|sales@example.com|false",
            "acc_gmail_minimal|gus@example.com|null");
    assertThat(
            server.rows(
                "SELECT account_id, platform, reason FROM postpress.telegram_restrictions"
                    + " WHERE account_id IN ('acc_telegram', 'acc_telegram_minimal')"))
        .containsExactly("acc_telegram|ios|terms", "acc_telegram|android|terms");
  }

  @Test
  void theTablesOfAStatementShareOneCallAnAccount() throws Exception {
    assertThat(
            server.rows(
                "SELECT o.provider, p.headline, g.name FROM postpress.own_profile o,"
                    + " postpress.linkedin_profile p, postpress.linkedin_organizations g"
                    + " WHERE o.account_id = 'acc_linkedin' AND p.account_id = 'acc_linkedin'"
                    + " AND g.account_id = 'acc_linkedin'"))
        .containsExactly("LINKEDIN|Founder at postpress|postpress");
    assertThat(server.requestCount()).isEqualTo(1);
    assertThat(server.takeRequest().getRequestLine())
        .isEqualTo("GET /users/me?account_id=acc_linkedin HTTP/1.1");
  }

  @Test
  void moreThanTwentyAccountsAreOneCallEach() throws Exception {
    List<String> ids = IntStream.range(0, 25).mapToObj(i -> "acc_" + i).toList();
    ids.forEach(id -> server.profile(id, example("linkedin-minimal")));
    String list = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    assertThat(
            server.rows(
                "SELECT account_id FROM postpress.linkedin_profile WHERE account_id IN ("
                    + list
                    + ")"))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(server.requestCount()).isEqualTo(25);
  }

  @Test
  void aReadWithoutAnAccountIsRefused() {
    SqlStateException failure = server.failure("SELECT * FROM postpress.gmail_aliases");
    assertThat(failure.state()).isEqualTo(SqlState.INVALID_STATEMENT);
    assertThat(failure)
        .hasMessage(
            "postpress.gmail_aliases: column account_id must be given, e.g. WHERE account_id ="
                + " 'acc_linkedin_1', or set the property postpressAccountIds for a full scan.");
    assertThat(server.requestCount()).isZero();
  }

  @Test
  void aBlankAccountIsRefusedAndNotAskedFor() {
    SqlStateException failure =
        server.failure("SELECT * FROM postpress.own_profile WHERE account_id = ' '");
    assertThat(failure.state()).isEqualTo(SqlState.INVALID_ARGUMENT);
    assertThat(failure)
        .hasMessageStartingWith("postpress.own_profile, account_id ' ': ")
        .hasMessageContaining("the account id is blank");
    assertThat(server.requestCount()).isZero();
  }

  @Test
  void aFailureNamesTableAndAccount() {
    server.profile("acc_broken", "{\"provider\":\"GMAIL\",\"email\":\"a@b\"}");
    SqlStateException failure =
        server.failure("SELECT * FROM postpress.gmail_profile WHERE account_id = 'acc_broken'");
    assertThat(failure.state()).isEqualTo(SqlState.CONNECTION_FAILED);
    assertThat(failure)
        .hasMessageStartingWith("postpress.gmail_profile, account_id 'acc_broken': ")
        .hasMessageContaining("Required value 'aliases' missing at $");
  }
}
