package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the metadata says that SQL can do, against SQL that tries it. */
class MetaDataAnswersTest {

  /** An answer of the metadata. */
  private interface Answer {
    boolean of(DatabaseMetaData metaData) throws SQLException;
  }

  /** An answer, and a statement that works if and only if it is true. */
  private record Try(Answer answer, String sql) {
    @Override
    public String toString() {
      return sql;
    }
  }

  private static final String ACCOUNTS = " FROM fake.accounts AS a ";

  static Stream<Try> tries() {
    return Stream.of(
        new Try(DatabaseMetaData::supportsColumnAliasing, "SELECT id AS x" + ACCOUNTS),
        new Try(DatabaseMetaData::supportsTableCorrelationNames, "SELECT a.id" + ACCOUNTS),
        new Try(
            metaData -> !metaData.supportsDifferentTableCorrelationNames(),
            "SELECT accounts.id FROM fake.accounts AS accounts"),
        new Try(
            DatabaseMetaData::supportsExpressionsInOrderBy,
            "SELECT id" + ACCOUNTS + "ORDER BY upper(id)"),
        new Try(
            DatabaseMetaData::supportsOrderByUnrelated, "SELECT id" + ACCOUNTS + "ORDER BY seats"),
        new Try(
            DatabaseMetaData::supportsGroupBy,
            "SELECT seats, max(id)" + ACCOUNTS + "GROUP BY seats"),
        new Try(
            DatabaseMetaData::supportsGroupByUnrelated,
            "SELECT max(id)" + ACCOUNTS + "GROUP BY seats"),
        new Try(
            DatabaseMetaData::supportsGroupByBeyondSelect,
            "SELECT seats" + ACCOUNTS + "GROUP BY seats, token"),
        new Try(
            DatabaseMetaData::supportsLikeEscapeClause,
            "SELECT id" + ACCOUNTS + "WHERE id LIKE 'a!_%' ESCAPE '!'"),
        new Try(
            DatabaseMetaData::supportsOuterJoins,
            "SELECT a.id" + ACCOUNTS + "LEFT JOIN fake.sessions AS s ON a.id = s.id"),
        new Try(
            DatabaseMetaData::supportsLimitedOuterJoins,
            "SELECT a.id" + ACCOUNTS + "RIGHT JOIN fake.sessions AS s ON a.id = s.id"),
        new Try(
            DatabaseMetaData::supportsFullOuterJoins,
            "SELECT a.id" + ACCOUNTS + "FULL JOIN fake.sessions AS s ON a.id > s.id"),
        new Try(
            DatabaseMetaData::supportsSubqueriesInComparisons,
            "SELECT id" + ACCOUNTS + "WHERE id = (SELECT max(id) FROM fake.sessions)"),
        new Try(
            DatabaseMetaData::supportsSubqueriesInExists,
            "SELECT id" + ACCOUNTS + "WHERE EXISTS (SELECT 1 FROM fake.sessions)"),
        new Try(
            DatabaseMetaData::supportsSubqueriesInIns,
            "SELECT id" + ACCOUNTS + "WHERE id IN (SELECT id FROM fake.sessions)"),
        new Try(
            DatabaseMetaData::supportsSubqueriesInQuantifieds,
            "SELECT id" + ACCOUNTS + "WHERE id >= ALL (SELECT id FROM fake.sessions)"),
        new Try(
            DatabaseMetaData::supportsCorrelatedSubqueries,
            "SELECT id"
                + ACCOUNTS
                + "WHERE EXISTS (SELECT 1 FROM fake.sessions AS s WHERE s.id = a.id)"),
        new Try(
            DatabaseMetaData::supportsUnion,
            "SELECT id" + ACCOUNTS + "UNION SELECT id FROM fake.sessions"),
        new Try(
            DatabaseMetaData::supportsUnionAll,
            "SELECT id" + ACCOUNTS + "UNION ALL SELECT id FROM fake.sessions"),
        new Try(
            DatabaseMetaData::supportsSchemasInDataManipulation, "SELECT id FROM fake.accounts"),
        new Try(
            DatabaseMetaData::supportsSchemasInProcedureCalls,
            "SELECT * FROM TABLE(fake.wait_for_it())"),
        new Try(
            DatabaseMetaData::supportsCatalogsInDataManipulation, "SELECT id FROM c.fake.accounts"),
        new Try(DatabaseMetaData::supportsCatalogsInProcedureCalls, "CALL c.fake.wait_for_it()"),
        new Try(DatabaseMetaData::supportsStoredProcedures, "CALL fake.wait_for_it()"),
        new Try(
            DatabaseMetaData::supportsSelectForUpdate, "SELECT id FROM fake.accounts FOR UPDATE"),
        new Try(
            DatabaseMetaData::supportsAlterTableWithAddColumn,
            "ALTER TABLE fake.accounts ADD COLUMN x INTEGER"),
        new Try(
            DatabaseMetaData::supportsAlterTableWithDropColumn,
            "ALTER TABLE fake.accounts DROP COLUMN id"),
        new Try(
            DatabaseMetaData::supportsPositionedDelete,
            "DELETE FROM fake.accounts WHERE CURRENT OF c"),
        new Try(
            DatabaseMetaData::supportsIntegrityEnhancementFacility,
            "CREATE TABLE fake.t (id INTEGER PRIMARY KEY)"),
        new Try(
            metaData -> !metaData.supportsMixedCaseIdentifiers(), "SELECT ID FROM Fake.ACCOUNTS"),
        new Try(
            metaData -> !metaData.supportsMixedCaseQuotedIdentifiers(),
            "SELECT \"ID\" FROM \"Fake\".\"ACCOUNTS\""),
        new Try(
            metaData -> metaData.getExtraNameCharacters().contains("$"),
            "SELECT id AS a$b FROM fake.accounts"),
        new Try(
            metaData -> metaData.getMaxColumnNameLength() < 128,
            "SELECT id AS " + "a".repeat(129) + ACCOUNTS),
        new Try(
            metaData -> metaData.getMaxColumnNameLength() >= 128,
            "SELECT id AS " + "a".repeat(128) + ACCOUNTS));
  }

  private static boolean works(Roster roster, String sql) {
    try {
      roster.rows(sql);
      return true;
    } catch (SQLException refused) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("tries")
  void theAnswerIsTrueIfTheStatementWorks(Try each) throws SQLException {
    try (Roster roster = Roster.reading()) {
      assertThat(works(roster, each.sql()))
          .isEqualTo(each.answer().of(roster.connection.getMetaData()));
    }
  }

  @Test
  void nullsAreSortedHigh() throws SQLException {
    try (Roster roster = Roster.reading()) {
      DatabaseMetaData metaData = roster.connection.getMetaData();
      assertThat(roster.rows("SELECT avatar_url FROM fake.accounts ORDER BY avatar_url"))
          .containsExactly("http://b", "http://c", "null");
      assertThat(roster.rows("SELECT avatar_url FROM fake.accounts ORDER BY avatar_url DESC"))
          .containsExactly("null", "http://c", "http://b");
      assertThat(metaData.nullsAreSortedHigh()).isTrue();
      assertThat(metaData.nullsAreSortedLow()).isFalse();
      assertThat(metaData.nullsAreSortedAtStart()).isFalse();
      assertThat(metaData.nullsAreSortedAtEnd()).isFalse();
    }
  }

  @Test
  void nullPlusSomethingIsNull() throws SQLException {
    try (Roster roster = Roster.reading()) {
      assertThat(roster.connection.getMetaData().nullPlusNonNullIsNull()).isTrue();
      assertThat(roster.rows("VALUES (CAST(NULL AS VARCHAR) || 'a')")).containsExactly("null");
    }
  }

  @Test
  void namesAreShownAsTheyAreWritten() throws SQLException {
    try (Roster roster = Roster.reading();
        ResultSet rows =
            roster.connection.createStatement().executeQuery("SELECT 1 AS aBc, 2 AS \"dEf\"")) {
      DatabaseMetaData metaData = roster.connection.getMetaData();
      assertThat(
              List.of(rows.getMetaData().getColumnLabel(1), rows.getMetaData().getColumnLabel(2)))
          .containsExactly("aBc", "dEf");
      assertThat(metaData.storesMixedCaseIdentifiers()).isTrue();
      assertThat(metaData.storesMixedCaseQuotedIdentifiers()).isTrue();
      assertThat(metaData.storesLowerCaseIdentifiers()).isFalse();
      assertThat(metaData.storesUpperCaseQuotedIdentifiers()).isFalse();
      assertThat(metaData.getIdentifierQuoteString()).isEqualTo("\"");
    }
  }

  @Test
  void thereAreNoCatalogsAndNoTransactions() throws SQLException {
    try (Roster roster = Roster.reading()) {
      DatabaseMetaData metaData = roster.connection.getMetaData();
      assertThat(metaData.supportsCatalogsInTableDefinitions()).isFalse();
      assertThat(metaData.supportsCatalogsInIndexDefinitions()).isFalse();
      assertThat(metaData.supportsCatalogsInPrivilegeDefinitions()).isFalse();
      assertThat(metaData.getCatalogTerm()).isEmpty();
      assertThat(metaData.supportsTransactions()).isFalse();
      assertThat(metaData.getDefaultTransactionIsolation())
          .isEqualTo(roster.connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_NONE);
      assertThat(metaData.supportsTransactionIsolationLevel(Connection.TRANSACTION_NONE)).isTrue();
      assertThat(metaData.supportsTransactionIsolationLevel(Connection.TRANSACTION_READ_COMMITTED))
          .isFalse();
    }
  }

  @Test
  void rowsComeForwardOnly() throws SQLException {
    try (Roster roster = Roster.reading();
        ResultSet rows = roster.connection.createStatement().executeQuery("VALUES 1")) {
      DatabaseMetaData metaData = roster.connection.getMetaData();
      for (int type :
          new int[] {
            ResultSet.TYPE_FORWARD_ONLY,
            ResultSet.TYPE_SCROLL_INSENSITIVE,
            ResultSet.TYPE_SCROLL_SENSITIVE
          }) {
        assertThat(metaData.supportsResultSetType(type)).isEqualTo(type == rows.getType());
        assertThat(metaData.supportsResultSetConcurrency(type, ResultSet.CONCUR_READ_ONLY))
            .isEqualTo(type == rows.getType());
        assertThat(metaData.supportsResultSetConcurrency(type, ResultSet.CONCUR_UPDATABLE))
            .isFalse();
      }
      assertThat(metaData.getResultSetHoldability()).isEqualTo(roster.connection.getHoldability());
    }
  }
}
