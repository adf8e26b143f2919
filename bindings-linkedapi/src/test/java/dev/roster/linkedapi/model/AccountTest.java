package dev.roster.linkedapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonDataException;
import dev.roster.bindings.Field;
import dev.roster.bindings.testing.SpecExample;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The account, the list of accounts and the sessions, as they are read. */
class AccountTest {

  private static AccountList accounts() throws IOException {
    return read(example());
  }

  private static String example() {
    return SpecExample.of("linkedapi", "getAll.200-all-statuses.json");
  }

  private static AccountList read(String answer) throws IOException {
    int start = answer.indexOf('{', answer.indexOf("\"result\""));
    return AccountListJsonAdapter.INSTANCE.fromJson(
        answer.substring(start, answer.lastIndexOf('}')));
  }

  @Test
  void readsEveryValue() throws IOException {
    Account account = accounts().accounts().get(3);

    assertThat(account.id()).isEqualTo("4c906f85-3da1-4f4e-a067-8eb15cad2f34");
    assertThat(account.name()).isEqualTo("Siobhán O'Hara");
    assertThat(account.url()).isEqualTo("https://www.linkedin.com/in/siobhan-ohara/");
    assertThat(account.avatarUrl()).isEqualTo("https://media.licdn.com/dms/image/siobhan-ohara");
    assertThat(account.headline()).isEqualTo("Recruiting \"with care\" at Harbour & Co");
    assertThat(account.countryCode()).isEqualTo("IE");
    assertThat(account.identificationToken()).isEqualTo("id_example_siobhan_ohara");
    assertThat(account.status()).isSameAs(AccountStatus.RECONNECTION_REQUIRED);
    assertThat(account.connectedAt()).isEqualTo(Instant.parse("2026-01-31T16:45:12.345Z"));
    assertThat(account.reconnectionSessionId()).isEqualTo("5da17096-4eb2-4a5f-b178-9fc26dbe3a45");
    assertThat(account.reconnectionLink())
        .isEqualTo("https://app.linkedapi.io/connection/5da17096-4eb2-4a5f-b178-9fc26dbe3a45");
  }

  @Test
  void readsWhatIsNullAndWhatIsAbsentAsNull() throws IOException {
    Account account = accounts().accounts().get(1);

    assertThat(account.avatarUrl()).isNull();
    assertThat(account.headline()).isNull();
    assertThat(account.reconnectionSessionId()).isNull();
    assertThat(account.reconnectionLink()).isNull();
  }

  @Test
  void readsTheSessions() throws IOException {
    assertThat(accounts().pendingConnectionSessions())
        .extracting(session -> session.status().known())
        .containsExactly(
            ConnectionSessionStatus.Known.PENDING,
            ConnectionSessionStatus.Known.PREPARING,
            ConnectionSessionStatus.Known.SERVING,
            ConnectionSessionStatus.Known.STREAMING);
  }

  @Test
  void keepsAStatusThatTheSpecDoesNotKnow() throws IOException {
    AccountList read = read(example().replace("\"frozen\"", "\"thawing\""));
    AccountStatus status = read.accounts().get(2).status();

    assertThat(status.known()).isEqualTo(AccountStatus.Known.UNKNOWN);
    assertThat(status.value()).isEqualTo("thawing");
    assertThat(AccountListJsonAdapter.INSTANCE.toJson(read)).contains("\"status\":\"thawing\"");
  }

  @Test
  void namesThePathOfAMissingValue() throws IOException {
    String broken = example().replace("\"name\": \"Kenji Mori\",", "");

    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> read(broken))
        .withMessage("Required value 'name' missing at $.accounts[2]");
  }

  @Test
  void takesNullInARequiredValueForAMissingOne() throws IOException {
    String broken = example().replace("\"Nora Lindqvist\"", "null");

    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> read(broken))
        .withMessage("Required value 'name' missing at $.accounts[0]");
  }

  @Test
  void showsNoToken() throws IOException {
    assertThat(accounts().toString())
        .contains("identificationToken=***", "Nora Lindqvist")
        .doesNotContain("id_example");
    assertThat(NewIdentificationToken.builder().token("t0ken").build())
        .hasToString("NewIdentificationToken[token=***]");
  }

  @Test
  void listsTheFieldsInTheOrderOfTheSpec() {
    assertThat(Account.FIELDS)
        .extracting(Field::toString)
        .containsExactly(
            "id TEXT NOT NULL",
            "name TEXT NOT NULL",
            "url TEXT NOT NULL",
            "avatarUrl TEXT",
            "headline TEXT",
            "countryCode TEXT NOT NULL",
            "identificationToken TEXT NOT NULL",
            "status TEXT NOT NULL",
            "connectedAt INSTANT NOT NULL",
            "reconnectionSessionId TEXT",
            "reconnectionLink TEXT");
    assertThat(Account.FIELDS.stream().filter(Field::secret).map(Field::name))
        .containsExactly("identificationToken");
    assertThat(Account.FIELDS.stream().filter(Field::required)).hasSize(9);
    assertThat(status().values()).containsExactly("active", "frozen", "reconnection_required");
  }

  @Test
  void readsAFieldOfAnAccount() throws IOException {
    List<Account> accounts = accounts().accounts();

    assertThat(accounts.stream().map(status()::value))
        .containsExactly("active", "active", "frozen", "reconnection_required");
  }

  private static Field<Account> status() {
    return Account.FIELDS.stream()
        .filter(field -> field.name().equals("status"))
        .findFirst()
        .orElseThrow();
  }
}
