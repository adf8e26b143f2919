package dev.roster.calcite.linkedapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.SandboxEngine;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.plan.ExpandedView;
import dev.roster.calcite.table.TableKind;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.runtime.Hook;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.util.Holder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the views send and how they are described; their rows are in the SQL scripts. */
class ViewsTest {

  private SandboxEngine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new SandboxEngine();
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  private SchemaPlus root() throws SQLException {
    return engine.connection.unwrap(CalciteConnection.class).getRootSchema();
  }

  private List<TableDescription> views() throws SQLException {
    return Catalog.of(root()).tables().stream()
        .filter(table -> table.kind() == TableKind.VIEW)
        .toList();
  }

  private String sql(TableDescription view) throws SQLException {
    SchemaPlus schema = Objects.requireNonNull(root().subSchemas().get(view.schema()));
    return ((ExpandedView) Objects.requireNonNull(schema.tables().get(view.name()))).getViewSql();
  }

  /** Returns name, JDBC type and nullability of each column. */
  private List<String> columns(String sql) throws SQLException {
    try (PreparedStatement statement = engine.connection.prepareStatement(sql)) {
      ResultSetMetaData metaData = statement.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= metaData.getColumnCount(); i++) {
        columns.add(
            metaData.getColumnLabel(i)
                + " "
                + metaData.getColumnType(i)
                + (metaData.isNullable(i) == ResultSetMetaData.columnNoNulls ? " NOT NULL" : ""));
      }
      return columns;
    }
  }

  private static String shown(ColumnDescription column) {
    return column.name() + " " + column.type().jdbcType() + (column.nullable() ? "" : " NOT NULL");
  }

  @Test
  void theDeclaredColumnsAreThoseOfTheQuery() throws SQLException {
    assertThat(views().stream().map(TableDescription::name))
        .containsExactly("account_overview", "accounts_to_reconnect", "open_sessions");
    for (TableDescription view : views()) {
      List<String> declared = view.columns().stream().map(ViewsTest::shown).toList();
      assertThat(columns(sql(view))).as(view.name()).isEqualTo(declared);
      assertThat(columns("SELECT * FROM roster." + view.name())).isEqualTo(declared);
    }
    assertThat(engine.sandbox.requests()).isEmpty();
  }

  @Test
  void viewsAndTheirColumnsAreDescribedAndPlainColumnsAsInTheirTable() throws SQLException {
    assertThat(views())
        .allSatisfy(
            view -> {
              assertThat(view.remarks()).endsWith(".");
              assertThat(view.columns())
                  .allSatisfy(column -> assertThat(column.remarks()).endsWith("."));
            });
    assertThat(views().get(0).columns().get(0).remarks())
        .isEqualTo(
            "The account's id, a UUID in text form. It stays the same when the account is"
                + " reconnected.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM roster.account_overview",
        "SELECT count(*) FROM ROSTER.ACCOUNT_OVERVIEW",
        "SELECT 1 FROM roster.open_sessions",
        "SELECT name FROM roster.account_overview WHERE status = 'active' LIMIT 2",
        "SELECT name FROM roster.account_overview ORDER BY days_connected DESC, name OFFSET 1 ROW",
        "SELECT status, avg(days_connected) FROM roster.account_overview GROUP BY status",
        "SELECT * FROM roster.accounts_to_reconnect WHERE id LIKE 'acc%'",
        "SELECT o.name, s.link FROM roster.account_overview o"
            + " JOIN roster.open_sessions s ON s.account_id = o.id"
            + " JOIN linkedapi.accounts a ON a.id = o.id",
        "SELECT name FROM roster.account_overview"
            + " WHERE id IN (SELECT id FROM roster.accounts_to_reconnect)",
        "WITH x AS (SELECT * FROM roster.open_sessions) SELECT * FROM x a JOIN x b USING (type)",
      })
  void aStatementMakesOneCallHoweverOftenItUsesViews(String sql) throws SQLException {
    assertThat(engine.rows(sql)).isNotEmpty();
    assertThat(engine.requests()).containsExactly("accounts.getAll 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN PLAN FOR SELECT * FROM roster.account_overview",
        "SELECT * FROM roster.account_overview WHERE 1 = 0",
        "SELECT * FROM (SELECT * FROM roster.open_sessions) t WHERE (0 = 1) AND type = 'initial'",
      })
  void explainingAndAskingForNothingMakeNoCall(String sql) throws SQLException {
    engine.rows(sql);
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void parametersFilterAView() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT name FROM roster.account_overview WHERE country_code = ? AND status = ?",
                "DE",
                "reconnection_required"))
        .containsExactly("Ines Ito");
  }

  @ParameterizedTest
  @ValueSource(strings = {"roster", "linkedapi", "postpress"})
  void aViewMeansTheSameInEverySchema(String schema) throws SQLException {
    engine.connection.setSchema(schema);
    assertThat(engine.rows("SELECT name FROM roster.accounts_to_reconnect ORDER BY name"))
        .containsExactly("Ines Ito", "Jonas Jansen");
  }

  @Test
  void theCurrentSchemaNeedsNoName() throws SQLException {
    engine.connection.setSchema("roster");
    assertThat(engine.rows("SELECT count(*) FROM open_sessions")).containsExactly("4");
  }

  @Test
  void whatHasNotBeenParsedIsSaid() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT o.id FROM roster.account_overview o JOIN linkedapi.accounts a USING (id)"
                    + " WHERE avatar_parsed = (a.avatar_url IS NULL)"
                    + " OR headline_parsed = (a.headline IS NULL)"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aDayCountsWhenItIsOver(int past) throws SQLException {
    // Ada Abbot was connected at 2026-11-01 08:08:30.123 UTC.
    long now = Instant.parse("2026-11-21T08:08:30.122Z").toEpochMilli() + past;
    Hook.Closeable clock =
        Hook.CURRENT_TIME.addThread((Consumer<Holder<Long>>) time -> time.set(now));
    try {
      assertThat(
              engine.rows(
                  "SELECT days_connected FROM roster.account_overview WHERE name = 'Ada Abbot'"))
          .containsExactly(String.valueOf(19 + past));
    } finally {
      clock.close();
    }
  }
}
