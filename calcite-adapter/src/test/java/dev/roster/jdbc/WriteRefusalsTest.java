package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which INSERT, UPDATE and DELETE are refused before anything is asked, and with which words. */
class WriteRefusalsTest {

  private static final String POSSIBLE =
      " is not possible. Possible are: DELETE FROM w.accounts WHERE id = …; INSERT INTO"
          + " w.invitations (company_id, profile_urn, account_id) …; UPDATE w.profiles SET"
          + " headline …; CALL of a procedure.";

  private final WritingRoster roster;

  WriteRefusalsTest() throws SQLException {
    roster = WritingRoster.all();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private SQLException refused(String sql) {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> roster.connection.prepareStatement(sql).close());
    assertThat((Object) failure).as(sql).isNotNull();
    assertThat(roster.requests()).as(sql).isEmpty();
    assertThat(roster.provider.requests()).as(sql).isEmpty();
    return failure;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO w.accounts (id) VALUES ('x') | w.accounts: INSERT",
        "INSERT INTO fake.accounts (id) VALUES ('x') | fake.accounts: INSERT",
        "UPDATE w.accounts SET status = 'x' WHERE id = 'a' | w.accounts: UPDATE",
        "DELETE FROM w.profiles WHERE account_id = 'a' | w.profiles: DELETE",
        "DELETE FROM w.invitations WHERE company_id = '1' | w.invitations: DELETE",
        "UPSERT INTO w.invitations VALUES ('1', 'u') | statement: UPSERT",
        "MERGE INTO w.accounts a USING w.profiles p ON a.id = p.account_id WHEN MATCHED THEN"
            + " UPDATE SET status = 'x' | statement: MERGE",
      })
  void whatNoTableCanDoSaysWhatIsPossible(String sql, String beginning) {
    for (String form : new String[] {sql, "EXPLAIN PLAN FOR " + sql}) {
      SQLException failure = refused(form);
      assertThat(failure.getMessage()).isEqualTo(beginning + POSSIBLE);
      assertThat(failure.getSQLState()).isEqualTo("0A000");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | w.edit",
        "Account_Id | w.edit",
        "picture | w.set_picture",
      })
  void aColumnThatUpdateDoesNotSetNamesTheProcedure(String column, String procedure) {
    SQLException failure =
        refused("UPDATE w.profiles SET " + column + " = 'x' WHERE account_id = 'a'");
    assertThat(failure.getMessage())
        .isEqualTo(
            "w.profiles: UPDATE sets headline only, not "
                + column.toLowerCase(Locale.ROOT)
                + ". What else can be changed is a parameter of CALL "
                + procedure
                + "(…).");
    assertThat(failure.getSQLState()).isEqualTo("0A000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE w.profiles SET headline = 'x'",
        "UPDATE w.profiles SET headline = 'x' WHERE name = 'y'",
        "UPDATE w.profiles SET headline = 'x' WHERE account_id = 'a' OR name = 'y'",
        "UPDATE w.profiles SET headline = 'x' WHERE account_id <> 'a'",
        "UPDATE w.profiles SET headline = 'x' WHERE account_id LIKE 'a%'",
        "UPDATE w.profiles SET headline = 'x' WHERE NOT account_id = 'a'",
        "UPDATE w.profiles SET headline = 'x' WHERE account_id = account_id",
        "UPDATE w.profiles SET headline = 'x' WHERE account_id = name",
        "UPDATE w.profiles SET headline = 'x' WHERE TRUE",
        "UPDATE w.profiles SET headline = 'x' WHERE account_id IN (SELECT id FROM w.accounts)",
        "UPDATE w.profiles SET headline = 'x' WHERE account_id = (SELECT id FROM w.accounts)",
        "UPDATE w.profiles SET headline = 'x' WHERE EXISTS (SELECT 1 FROM w.accounts)",
      })
  void anUpdateWithoutItsKeyIsRefusedWhateverTheDefaultKeysAre(String sql) {
    SQLException failure = refused(sql);
    assertThat(failure.getMessage())
        .startsWith(
            "w.profiles: UPDATE: column account_id must be given, e.g. WHERE account_id = 'acc_1'");
    assertThat(failure.getSQLState()).isEqualTo("42000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM w.accounts",
        "DELETE FROM w.accounts WHERE status = 'gone'",
        "DELETE FROM w.accounts WHERE id > 'a'",
        "DELETE FROM w.accounts WHERE id = 'a' OR status = 'gone'",
        "DELETE FROM w.accounts WHERE id IS NOT NULL",
        "DELETE FROM w.accounts WHERE id IN (SELECT account_id FROM w.profiles)",
        "DELETE FROM w.accounts WHERE id NOT IN ('a')",
      })
  void aDeleteWithoutItsKeyIsRefused(String sql) {
    SQLException failure = refused(sql);
    assertThat(failure.getMessage())
        .startsWith("w.accounts: DELETE: column id must be given, e.g. WHERE id = '…'");
    assertThat(failure.getSQLState()).isEqualTo("42000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(company_id, profile_urn, status) VALUES ('1', 'u', 's')"
            + " | 0A000 | INSERT: column status cannot be given, only company_id, profile_urn,"
            + " account_id.",
        "VALUES ('1', 'u', 'a', 's') | 0A000 | column status cannot be given",
        "SELECT '1', 'u', 'a', id FROM w.accounts | 0A000 | column status cannot be given",
        "(profile_urn) VALUES ('u') | 22023 | INSERT: column company_id must be given, as in"
            + " INSERT INTO w.invitations (company_id, profile_urn) …",
        "VALUES ('1') | 22023 | INSERT: column profile_urn must be given",
        "VALUES (NULL, 'u') | 22023 | Column 'company_id'",
        "(company_id, profile_urn, nope) VALUES ('1', 'u', 'x') | 42S22 | column 'nope'",
        "VALUES ('1', 'u'), ('1', 'u', 'a') | 42000 | Incompatible types",
        "SELECT * FROM w.nope | 42S02 | 'nope'",
        "SELECT '1', what FROM TABLE(fake.send('x')) | 0A000 | fake.send: it cannot stand in an"
            + " INSERT: a statement writes once. Run it by itself.",
        "SELECT '1', what FROM TABLE(fake.wait_for_it()) | 0A000 | fake.wait_for_it: it cannot",
      })
  void anInsertThatGivesTooMuchOrTooLittleIsRefused(String rest, String state, String words) {
    for (String explain : new String[] {"", "EXPLAIN PLAN FOR "}) {
      SQLException failure = refused(explain + "INSERT INTO w.invitations " + rest);
      assertThat(failure.getMessage()).contains(words);
      assertThat(failure.getSQLState()).isEqualTo(state);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO w.invitations VALUES ('1', 'u'), (CAST(NULL AS VARCHAR), 'v')",
        "INSERT INTO w.invitations SELECT CASE WHEN id = 'c' THEN NULL ELSE '1' END, id"
            + " FROM w.accounts",
        "UPDATE w.profiles SET headline = NULL WHERE account_id = 'a'",
        "UPDATE w.profiles SET headline = headline || '!' WHERE account_id IN ('a', 'empty')",
      })
  void aNullThatIsFoundWhenItRunsIsRefusedBeforeAnythingIsWritten(String sql) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> roster.update(sql));
    assertThat(failure.getMessage())
        .containsAnyOf("column company_id", "column headline")
        .endsWith("must have a value, and is NULL. Nothing was sent.");
    assertThat(failure.getSQLState()).isEqualTo("22023");
    assertThat(roster.requests()).noneMatch(request -> request.startsWith("w."));
  }

  @Test
  void aTableOrColumnThatIsNotThereIsCalledSo() {
    assertThat(refused("UPDATE w.nope SET x = 'x'").getSQLState()).isEqualTo("42S02");
    assertThat(refused("UPDATE w.profiles SET nope = 'x' WHERE account_id = 'a'").getSQLState())
        .isEqualTo("42S22");
    assertThat(refused("DELETE FROM w.accounts WHERE nope = 'a'").getSQLState()).isEqualTo("42S22");
  }
}
