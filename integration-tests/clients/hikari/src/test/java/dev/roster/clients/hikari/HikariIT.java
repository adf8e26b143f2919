package dev.roster.clients.hikari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.roster.clients.testing.Cancelled;
import dev.roster.clients.testing.ConnectingPage;
import dev.roster.clients.testing.OnTheDriverJarAlone;
import dev.roster.clients.testing.SandboxProcess;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A HikariCP pool of Roster's connections. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class HikariIT implements OnTheDriverJarAlone {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final String ACCOUNT_4 = "acc00000-0000-4000-8000-000000000004";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void connects(boolean autoCommit) throws SQLException {
    HikariConfig config = config();
    config.setAutoCommit(autoCommit);
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_NONE");
    config.setMinimumIdle(2);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (int i = 0; i < 5; i++) {
        try (Connection connection = pool.getConnection()) {
          assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
          assertThat(connection.isReadOnly()).isTrue();
          assertThat(connection.isValid(1)).isTrue();
          connection.setAutoCommit(false);
          connection.rollback();
          connection.commit();
        }
      }
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void browses() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config());
        Connection connection = pool.getConnection();
        ResultSet keys = connection.getMetaData().getPrimaryKeys(null, "linkedapi", "accounts")) {
      assertThat(keys.next()).isTrue();
      assertThat(keys.getString("COLUMN_NAME")).isEqualTo("id");
      assertThat(keys.next()).isFalse();
    }
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void queries() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config());
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select name from linkedapi.accounts where status = 'frozen' order by name")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString("name"));
      }
      assertThat(names).containsExactly("Keiko Kowalski", "Liam Lopez");
    }
    assertThat(SANDBOX.operations()).containsExactly("accounts.getAll");
  }

  @Test
  void bindsParameters() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config());
        Connection connection = pool.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select display_name from postpress.own_profile where account_id = ?")) {
      for (String account : List.of("acc_linkedin_1", "acc_linkedin_2")) {
        statement.setString(1, account);
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getString(1))
              .isEqualTo(account.endsWith("1") ? "Ada Abbot" : "Bruno Berg");
        }
      }
    }
    assertThat(SANDBOX.operations()).containsExactly("ownProfile.get", "ownProfile.get");
  }

  @Test
  void callsAProcedure() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config("writes=allow"));
        Connection connection = pool.getConnection();
        CallableStatement call =
            connection.prepareCall("{call linkedapi.reparse_account_info(?)}")) {
      call.setString(1, ACCOUNT_4);
      assertThat(call.execute()).isTrue();
      try (ResultSet rows = call.getResultSet()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString("account_id")).isEqualTo(ACCOUNT_4);
      }
    }
    assertThat(SANDBOX.operations()).containsExactly("accounts.reparseAccountInfo");
  }

  @Test
  void cancels() throws Exception {
    try (HikariDataSource pool = new HikariDataSource(config());
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      Throwable failure =
          Cancelled.failureOf(
              SANDBOX, "accounts.getAll", () -> accountsBy(statement), statement::cancel);
      assertThat(Cancelled.sqlStateOf(failure)).isEqualTo("57014");
      // Neither the statement nor the pooled connection is lost.
      assertThat(accountsBy(statement)).isEqualTo(12);
    }
  }

  @Test
  void endsAStatementThatTakesTooLong() throws Exception {
    try (HikariDataSource pool = new HikariDataSource(config());
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      SANDBOX.holdNextAnswerOf("accounts.getAll");
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.executeQuery("select * from linkedapi.accounts"))
          .isInstanceOf(SQLTimeoutException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("HYT00");
      SANDBOX.reset();
      // HikariCP drops every connection whose statement ran out of time, and makes another.
      try (Connection next = pool.getConnection();
          Statement again = next.createStatement()) {
        assertThat(accountsBy(again)).isEqualTo(12);
      }
    }
  }

  @Test
  void closesStatementsThatTheirUserForgot() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config())) {
      Statement forgotten;
      ResultSet rows;
      try (Connection connection = pool.getConnection()) {
        forgotten = connection.createStatement();
        rows = forgotten.executeQuery("select name from linkedapi.accounts");
        assertThat(rows.next()).isTrue();
      }
      assertThat(forgotten.isClosed()).isTrue();
      assertThatThrownBy(rows::next).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void theDocumentedJavaRuns(@TempDir Path folder) throws Exception {
    assertThat(ConnectingPage.run("HikariCP", folder, SANDBOX.url(), SANDBOX.password(), List.of()))
        .isEqualTo("Keiko Kowalski\nLiam Lopez\n");
  }

  private static int accountsBy(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select count(*) from linkedapi.accounts")) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }

  private static HikariConfig config(String... properties) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(SANDBOX.url(properties));
    config.setPassword(SANDBOX.password());
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(1);
    return config;
  }
}
