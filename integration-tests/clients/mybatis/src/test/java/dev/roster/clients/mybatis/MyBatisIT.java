package dev.roster.clients.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.clients.testing.Cancelled;
import dev.roster.clients.testing.OnTheDriverJarAlone;
import dev.roster.clients.testing.SandboxProcess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** MyBatis with its own pool and JDBC transactions. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MyBatisIT implements OnTheDriverJarAlone {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final String ACCOUNT_4 = "acc00000-0000-4000-8000-000000000004";

  private PooledDataSource pool = new PooledDataSource();
  private SqlSessionFactory sessions = new SqlSessionFactoryBuilder().build(new Configuration());

  @BeforeEach
  void open() {
    pool =
        new PooledDataSource(
            "dev.roster.jdbc.Driver", SANDBOX.url("writes=allow"), "", SANDBOX.password());
    Configuration configuration =
        new Configuration(new Environment("test", new JdbcTransactionFactory(), pool));
    configuration.addMapper(AccountMapper.class);
    sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  @AfterEach
  void close() {
    pool.forceCloseAll();
  }

  @Test
  void connects() throws SQLException {
    try (SqlSession session = sessions.openSession()) {
      assertThat(session.getConnection().getAutoCommit()).isFalse();
      session.rollback();
      session.commit(true);
    }
    try (SqlSession session = sessions.openSession(true)) {
      assertThat(session.getConnection().getAutoCommit()).isTrue();
    }
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void browses() throws SQLException {
    try (SqlSession session = sessions.openSession();
        ResultSet columns =
            session.getConnection().getMetaData().getColumns(null, "linkedapi", "accounts", "id")) {
      assertThat(columns.next()).isTrue();
      assertThat(columns.getString("REMARKS")).isNotBlank();
      assertThat(columns.next()).isFalse();
    }
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void queries() {
    List<AccountMapper.Account> frozen = inSession(accounts -> accounts.withStatus("frozen"));
    assertThat(frozen)
        .containsExactly(
            new AccountMapper.Account(
                "acc00000-0000-4000-8000-000000000011",
                "Keiko Kowalski",
                LocalDateTime.parse("2026-11-01T06:58:30.123")),
            new AccountMapper.Account(
                "acc00000-0000-4000-8000-000000000012",
                "Liam Lopez",
                LocalDateTime.parse("2026-11-01T06:51:30.123")));
    assertThat(SANDBOX.operations()).containsExactly("accounts.getAll");
  }

  @Test
  void bindsParameters() {
    List<String> ids = List.of("acc_linkedin_1", "acc_linkedin_2");
    List<String> names = inSession(accounts -> accounts.displayNames(ids));
    assertThat(names).containsExactly("Ada Abbot", "Bruno Berg");
    assertThat(SANDBOX.operations()).containsExactly("ownProfile.get", "ownProfile.get");
    OffsetDateTime time = OffsetDateTime.parse("2026-11-01T02:00:00-05:00");
    int before = inSession(accounts -> accounts.connectedBefore(time));
    assertThat(before).isEqualTo(2);
  }

  @Test
  void callsAProcedure() {
    AccountMapper.Reparse reparse = inSession(accounts -> accounts.reparse(ACCOUNT_4));
    assertThat(reparse.accountId()).isEqualTo(ACCOUNT_4);
    assertThat(reparse.workflowId()).isNotBlank();
    assertThat(SANDBOX.operations()).containsExactly("accounts.reparseAccountInfo");
  }

  /** MyBatis has no cancel; a mapper's statement has a time-out. */
  @Test
  void cancels() {
    SANDBOX.holdNextAnswerOf("accounts.getAll");
    assertThatThrownBy(() -> inSession(AccountMapper::idsWithinASecond))
        .isInstanceOf(PersistenceException.class)
        .satisfies(e -> assertThat(Cancelled.sqlStateOf(e)).isEqualTo("HYT00"));
  }

  private <T> T inSession(Function<AccountMapper, T> work) {
    try (SqlSession session = sessions.openSession()) {
      T result = work.apply(session.getMapper(AccountMapper.class));
      session.commit(true);
      return result;
    }
  }
}
