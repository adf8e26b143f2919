package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which procedures a connection may run, and what it is told about those that it may not. */
class PermissionTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "send('x'),      false, false, false, 25006, Set the property writes=allow",
        "send('x'),      true,  false, false, -,     -",
        "disconnect(),   false, true,  true,  25006, Set the property writes=allow",
        "disconnect(),   true,  false, false, 25006, Set the property irreversible=true",
        "disconnect(),   true,  true,  false, -,     -",
        "regenerate(),   false, false, false, 25006, Set the property writes=allow",
        "regenerate(),   true,  true,  false, 42000, Set the property revealSecrets=true",
        "regenerate(),   true,  false, true,  25006, Set the property irreversible=true",
        "regenerate(),   true,  true,  true,  -,     -",
        "wait_for_it(),  false, false, false, -,     -",
      })
  void aProcedureThatIsNotAllowedIsRefusedAtPrepareNamingTheProperty(
      String call, boolean writes, boolean irreversible, boolean reveal, String state, String hint)
      throws SQLException {
    try (Roster roster = new Roster(writes, irreversible, reveal)) {
      String sql = "CALL fake." + call;
      if (state == null) {
        assertThat(roster.rows(sql)).hasSize(1);
        assertThat(roster.requests()).hasSize(1);
      } else {
        SQLException failure = catchThrowableOfType(SQLException.class, () -> roster.prepare(sql));
        assertThat(failure.getSQLState()).isEqualTo(state);
        assertThat(failure.getMessage()).startsWith("fake.").contains(hint);
        assertThat(roster.requests()).isEmpty();
      }
      assertThat(roster.rows("EXPLAIN PLAN FOR " + sql)).isNotEmpty();
    }
  }

  @Test
  void aReadOnlyConnectionDeniesWhatItsPropertiesAllow() throws SQLException {
    try (Roster roster = Roster.writing();
        PreparedStatement prepared = roster.connection.prepareStatement("CALL fake.send('x')")) {
      roster.connection.setReadOnly(true);
      assertThat(catchThrowableOfType(SQLException.class, prepared::execute).getSQLState())
          .isEqualTo("25006");
      assertThat(
              catchThrowableOfType(SQLException.class, () -> roster.rows("CALL fake.disconnect()"))
                  .getMessage())
          .contains("setReadOnly(false)");
      assertThat(roster.rows("SELECT id FROM fake.accounts")).hasSize(3);
      assertThat(roster.requests()).containsExactly("getAll");
      roster.connection.setReadOnly(false);
      prepared.execute();
      assertThat(roster.requests()).containsExactly("getAll", "send:x");
    }
  }

  @Test
  void secretsAreMaskedUnlessTheyAreRevealed() throws SQLException {
    String sql = "SELECT id, token FROM fake.accounts WHERE id = 'a'";
    try (Roster masked = new Roster(true, true, false);
        Roster revealed = Roster.writing()) {
      assertThat(masked.rows(sql)).containsExactly("a|***");
      assertThat(masked.rows("SELECT id FROM fake.accounts WHERE token = 'tok_a'")).isEmpty();
      assertThat(revealed.rows(sql)).containsExactly("a|tok_a");
      assertThat(revealed.rows("CALL fake.regenerate()")).containsExactly("|tok_new");
    }
  }
}
