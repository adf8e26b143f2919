package dev.roster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a ledger is, and what of that is shown. */
class LedgerLocationTest {

  @Test
  void aDirectoryIsH2SharedByTheProcessesOfAMachine() {
    LedgerLocation location = LedgerLocation.of("/srv/roster");
    assertThat(location.url())
        .isEqualTo(
            "jdbc:h2:file:/srv/roster/h2/ledger;AUTO_SERVER=TRUE;TRACE_LEVEL_FILE=0;WRITE_DELAY=0");
    assertThat(location).hasToString("/srv/roster");
  }

  @Test
  void aTildeIsTheHomeDirectory() {
    Path home = Path.of(System.getProperty("user.home")).toAbsolutePath();
    assertThat(LedgerLocation.of("~/.roster/ledger"))
        .hasToString(home.resolve(".roster").resolve("ledger").toString());
    assertThat(LedgerLocation.of("~")).hasToString(home.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "jdbc:postgresql://h:5/db?user=u&password=pw1234 jdbc:postgresql://h:5/db",
        "jdbc:postgresql://u:pw1234@h:5/db jdbc:postgresql://h:5/db",
        "jdbc:postgresql:db jdbc:postgresql:db",
        "jdbc:h2:tcp://h/db;USER=u;PASSWORD=pw1234 jdbc:h2:tcp://h/db",
        "jdbc:h2:mem:x jdbc:h2:mem:x",
      })
  void aUrlIsShownWithoutItsUserAndPassword(String url, String shown) {
    assertThat(LedgerLocation.of(url)).hasToString(shown);
  }

  @Test
  void anH2UrlWritesAtOnceUnlessItSaysOtherwise() {
    assertThat(LedgerLocation.of("jdbc:h2:file:/x").url())
        .isEqualTo("jdbc:h2:file:/x;WRITE_DELAY=0");
    assertThat(LedgerLocation.of("jdbc:h2:file:/x;write_delay=10").url())
        .isEqualTo("jdbc:h2:file:/x;write_delay=10");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://u:secret@h/db, is a JDBC URL of a database that Roster has no driver for.",
    "/srv/a;b, has a semicolon in its path",
  })
  void whatIsNoLocationIsRefusedAndNotRepeated(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LedgerLocation.of(text))
        .withMessageStartingWith(message)
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("secret", "/srv"));
  }

  @Test
  void noneRecordsNothing() {
    assertThat(LedgerLocation.of("none").isNone()).isTrue();
    assertThat(LedgerLocation.of("none.d").isNone()).isFalse();
  }

  @Test
  @SuppressWarnings("OrphanedFormatString") // What looks like a format is a code of URLs.
  void aFailureThatRepeatsAPasswordIsNotSafe() {
    LedgerLocation location = LedgerLocation.of("jdbc:postgresql://h/db?password=p%C3%A4ss&x=1");
    assertThat(location.isSafe(new IllegalStateException("host h is down"))).isTrue();
    assertThat(location.isSafe(new IllegalStateException("cannot parse p%C3%A4ss"))).isFalse();
    assertThat(location.isSafe(new IllegalStateException("x", new IllegalStateException("päss"))))
        .isFalse();
    assertThat(
            LedgerLocation.of("jdbc:h2:tcp://h/db;PASSWORD=pw1")
                .isSafe(new IllegalStateException("pw1")))
        .isFalse();
    assertThat(
            LedgerLocation.of("jdbc:postgresql://u:pw2@h/db")
                .isSafe(new IllegalStateException("pw2")))
        .isFalse();
  }
}
