package dev.roster.integration.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Edits of an account that nobody else edits: each gives it another headline, which is what a
 * reader sees next.
 */
final class Edits {

  private static final Set<String> FAILED = Set.of("08001", "08006", "53300");
  private static final Set<String> UNKNOWN = Set.of("08007", "HYT00", "57014");

  private final String account;
  private final Totals totals;
  private final Random random;
  private final Set<String> possible = new HashSet<>();
  private @Nullable String unknown;
  private boolean known;
  private int next;

  Edits(String account, Totals totals, Random random) {
    this.account = account;
    this.totals = totals;
    this.random = random;
  }

  /**
   * Edits, and reads what was edited.
   *
   * @param partial whether a warning may stand for what is read
   */
  void edit(Connection connection, boolean partial) throws SQLException {
    String headline = "Headline " + next++ + " of " + random.nextInt(1_000_000);
    try (PreparedStatement statement =
        connection.prepareStatement(
            random.nextBoolean()
                ? "CALL postpress.edit_own_profile(headline => ?, account_id => ?)"
                : "UPDATE postpress.linkedin_profile SET headline = ? WHERE account_id = ?")) {
      statement.setString(1, headline);
      statement.setString(2, account);
      if (random.nextInt(4) == 0) {
        statement.setQueryTimeout(1);
      }
      statement.execute();
      possible.clear();
      possible.add(headline);
      // A request that nobody waits for any more may arrive after the next one.
      if (unknown != null) {
        possible.add(unknown);
      }
      unknown = null;
      known = true;
      totals.count("edited");
    } catch (SQLException failed) {
      String state = String.valueOf(failed.getSQLState());
      if (UNKNOWN.contains(state)) {
        possible.add(headline);
        unknown = headline;
      } else if (!FAILED.contains(state)) {
        throw new AssertionError("An edit fails with " + state, failed);
      }
      totals.count("edit " + state);
    }
    try {
      check(connection, partial);
    } catch (SQLException failed) {
      assertThat(Asker.OF_THE_DAY)
          .as("SQLSTATE of %s", failed.toString())
          .contains(failed.getSQLState());
    }
  }

  /**
   * Fails unless the headline is one that the account can have.
   *
   * @param partial whether a warning may stand for its row
   */
  void check(Connection connection, boolean partial) throws SQLException {
    if (!known) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT headline FROM postpress.linkedin_profile WHERE account_id = ?")) {
      statement.setString(1, account);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          assertThat(partial && statement.getWarnings() != null)
              .as("the row of %s", account)
              .isTrue();
          return;
        }
        assertThat(rows.getString(1)).as("the headline of %s", account).isIn(possible);
      }
    }
  }
}
