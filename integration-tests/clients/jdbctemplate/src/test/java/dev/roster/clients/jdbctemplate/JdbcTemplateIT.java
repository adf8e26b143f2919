package dev.roster.clients.jdbctemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.clients.testing.Cancelled;
import dev.roster.clients.testing.OnTheDriverJarAlone;
import dev.roster.clients.testing.SandboxProcess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameter;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.SqlReturnResultSet;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's JdbcTemplate, its named parameters, its transactions and its translation of errors. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class JdbcTemplateIT implements OnTheDriverJarAlone {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final String ACCOUNT_4 = "acc00000-0000-4000-8000-000000000004";
  private static final LocalDateTime CONNECTED = LocalDateTime.parse("2026-11-01T07:47:30.123");

  private DriverManagerDataSource dataSource = new DriverManagerDataSource();
  private JdbcTemplate jdbc = new JdbcTemplate();

  record Account(String id, String name, String countryCode, LocalDateTime connectedAt) {}

  @BeforeEach
  void open() {
    dataSource = new DriverManagerDataSource(SANDBOX.url("writes=allow"), "", SANDBOX.password());
    jdbc = new JdbcTemplate(dataSource);
  }

  @Test
  void connects() {
    assertThat(jdbc.execute((Connection c) -> c.isValid(1))).isTrue();
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void browses() throws Exception {
    Object tables =
        JdbcUtils.extractDatabaseMetaData(
            dataSource,
            metaData -> {
              try (ResultSet rows = metaData.getTables(null, "linkedapi", "%", null)) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                  names.add(rows.getString("TABLE_NAME"));
                }
                return names;
              }
            });
    assertThat(tables)
        .isEqualTo(List.of("accounts", "connection_sessions", "pending_connection_sessions"));
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void queries() {
    assertThat(jdbc.queryForObject("select count(*) from linkedapi.accounts", Integer.class))
        .isEqualTo(12);
    List<Account> french =
        jdbc.query(
            "select * from linkedapi.accounts where country_code = 'FR' order by id",
            new DataClassRowMapper<>(Account.class));
    assertThat(french)
        .hasSize(2)
        .startsWith(new Account(ACCOUNT_4, "Daniel Dahl", "FR", CONNECTED));
    assertThat(SANDBOX.operations()).containsExactly("accounts.getAll", "accounts.getAll");
  }

  @Test
  void stopsAtTheMostRowsItWants() {
    jdbc.setMaxRows(3);
    jdbc.setFetchSize(2);
    assertThat(jdbc.queryForList("select id from linkedapi.accounts", String.class)).hasSize(3);
    assertThat(jdbc.queryForList("select id from linkedapi.accounts where id > ?", "")).hasSize(3);
  }

  @Test
  void bindsParameters() {
    var named = new NamedParameterJdbcTemplate(dataSource);
    List<String> names =
        named.queryForList(
            "select display_name from postpress.own_profile where account_id in (:ids)"
                + " order by account_id",
            Map.of("ids", List.of("acc_linkedin_1", "acc_linkedin_2")),
            String.class);
    assertThat(names).containsExactly("Ada Abbot", "Bruno Berg");
    assertThat(SANDBOX.operations()).containsExactly("ownProfile.get", "ownProfile.get");
  }

  static Stream<Object> timesJustAfterTheAccountWasConnected() {
    LocalDateTime time = CONNECTED.plusNanos(1_000_000);
    Instant instant = time.toInstant(ZoneOffset.UTC);
    OffsetDateTime elsewhere = instant.atOffset(ZoneOffset.ofHours(-5));
    return Stream.of(
        time,
        instant,
        elsewhere,
        elsewhere.toZonedDateTime(),
        Timestamp.from(instant),
        Date.from(instant),
        "2026-11-01 07:47:30.124",
        new SqlParameterValue(Types.TIMESTAMP, time),
        new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, elsewhere));
  }

  @ParameterizedTest
  @MethodSource("timesJustAfterTheAccountWasConnected")
  void bindsTimesOfEveryKind(Object time) {
    assertThat(
            jdbc.queryForObject(
                "select max(connected_at) from linkedapi.accounts where connected_at < ?",
                LocalDateTime.class,
                time))
        .isEqualTo(CONNECTED);
  }

  @Test
  void callsAProcedure() {
    Map<String, Object> result =
        jdbc.call(
            connection -> {
              var call = connection.prepareCall("{call linkedapi.reparse_account_info(?)}");
              call.setString(1, ACCOUNT_4);
              return call;
            },
            List.of(
                new SqlParameter(Types.VARCHAR),
                new SqlReturnResultSet("rows", new ColumnMapRowMapper())));
    assertThat(result.get("rows"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .singleElement()
        .extracting(row -> row.get("account_id"))
        .isEqualTo(ACCOUNT_4);
    assertThat(SANDBOX.operations()).containsExactly("accounts.reparseAccountInfo");
  }

  /** A template has no cancel of its own; it has a time-out, and threads have interrupts. */
  @Test
  void cancels() throws Exception {
    SANDBOX.holdNextAnswerOf("accounts.getAll");
    jdbc.setQueryTimeout(1);
    assertThatThrownBy(() -> jdbc.queryForList("select * from linkedapi.accounts"))
        .isInstanceOf(QueryTimeoutException.class);
    jdbc.setQueryTimeout(-1);

    Thread[] reader = new Thread[1];
    Throwable failure =
        Cancelled.failureOf(
            SANDBOX,
            "ownProfile.get",
            () -> {
              reader[0] = Thread.currentThread();
              return jdbc.queryForList(
                  "select * from postpress.own_profile where account_id = ?", "acc_linkedin_1");
            },
            () -> reader[0].interrupt());
    assertThat(Cancelled.sqlStateOf(failure)).isEqualTo("57014");
  }

  @Test
  void translatesWhatGoesWrong() {
    assertThatThrownBy(() -> jdbc.queryForList("select * form linkedapi.accounts"))
        .isInstanceOf(BadSqlGrammarException.class);
    assertThatThrownBy(() -> jdbc.queryForList("select * from linkedapi.nothing"))
        .isInstanceOf(BadSqlGrammarException.class)
        .cause()
        .hasMessageContaining("nothing");
    assertThatThrownBy(() -> jdbc.queryForList("select * from postpress.own_profile"))
        .isInstanceOf(BadSqlGrammarException.class)
        .cause()
        .hasMessageContaining("account_id must be given");

    SANDBOX.fault("accounts.getAll", "\"status\": 503, \"count\": 3");
    assertThatThrownBy(() -> jdbc.queryForList("select * from linkedapi.accounts"))
        .isInstanceOf(TransientDataAccessException.class);

    jdbc.setDataSource(new DriverManagerDataSource(SANDBOX.url("linkedapiToken=wrong")));
    assertThatThrownBy(() -> jdbc.queryForList("select * from linkedapi.accounts"))
        .isInstanceOf(PermissionDeniedDataAccessException.class);
  }

  @Test
  void readsInATransactionAndRefusesToWriteInAReadOnlyOne() {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    String sql = "select count(*) from linkedapi.accounts";
    List<Integer> committed = transaction.execute(status -> jdbc.queryForList(sql, Integer.class));
    assertThat(committed).containsExactly(12);
    List<Integer> rolledBack =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              return jdbc.queryForList(sql, Integer.class);
            });
    assertThat(rolledBack).containsExactly(12);

    transaction.setReadOnly(true);
    SANDBOX.forgetRequests();
    assertThatThrownBy(
            () ->
                transaction.execute(
                    s -> jdbc.queryForList("call linkedapi.reparse_account_info(?)", ACCOUNT_4)))
        .satisfies(e -> assertThat(Cancelled.sqlStateOf(e)).isEqualTo("25006"));
    assertThat(SANDBOX.requests()).isEmpty();
  }
}
