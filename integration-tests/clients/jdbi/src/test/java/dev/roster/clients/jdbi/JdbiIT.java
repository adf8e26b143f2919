package dev.roster.clients.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.clients.testing.Cancelled;
import dev.roster.clients.testing.OnTheDriverJarAlone;
import dev.roster.clients.testing.SandboxProcess;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.OutParameters;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** JDBI's handles, its mapping of rows and arrays, and its calls. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class JdbiIT implements OnTheDriverJarAlone {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final String ACCOUNT_4 = "acc00000-0000-4000-8000-000000000004";

  private Jdbi jdbi = Jdbi.create("jdbc:roster:");

  /** A row of linkedapi.accounts, as far as the tests look at it. */
  public record Account(String id, String name, LocalDateTime connectedAt) {}

  @BeforeEach
  void open() {
    jdbi = Jdbi.create(SANDBOX.url("writes=allow"), "", SANDBOX.password());
    jdbi.registerArrayType(String.class, "VARCHAR");
    jdbi.registerRowMapper(ConstructorMapper.factory(Account.class));
  }

  @Test
  void connects() throws SQLException {
    boolean valid = jdbi.withHandle(handle -> handle.getConnection().isValid(1));
    assertThat(valid).isTrue();
    boolean inTransaction = jdbi.inTransaction(handle -> handle.isInTransaction());
    assertThat(inTransaction).isTrue();
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void browses() {
    List<String> columns =
        jdbi.withHandle(
            handle ->
                handle
                    .queryMetadata(
                        metaData -> metaData.getColumns(null, "linkedapi", "accounts", "%"))
                    .map((row, context) -> row.getString("COLUMN_NAME"))
                    .list());
    assertThat(columns).startsWith("id", "name", "url").hasSize(11);
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void queries() {
    List<Account> frozen =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from linkedapi.accounts where status = 'frozen'")
                    .mapTo(Account.class)
                    .list());
    assertThat(frozen)
        .contains(
            new Account(
                "acc00000-0000-4000-8000-000000000012",
                "Liam Lopez",
                LocalDateTime.parse("2026-11-01T06:51:30.123")))
        .hasSize(2);
    assertThat(SANDBOX.operations()).containsExactly("accounts.getAll");
  }

  @Test
  void bindsParameters() {
    List<String> names =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select display_name from postpress.own_profile"
                            + " where account_id in (<ids>) order by account_id")
                    .bindList("ids", "acc_linkedin_1", "acc_linkedin_2")
                    .mapTo(String.class)
                    .list());
    assertThat(names).containsExactly("Ada Abbot", "Bruno Berg");
    assertThat(SANDBOX.operations()).containsExactly("ownProfile.get", "ownProfile.get");

    int before =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from linkedapi.accounts where connected_at < :time")
                    .bind("time", Instant.parse("2026-11-01T07:00:00Z"))
                    .mapTo(int.class)
                    .one());
    assertThat(before).isEqualTo(2);
  }

  @Test
  void callsAProcedure() {
    Function<OutParameters, String> accountId =
        out -> out.getResultSet().map((row, context) -> row.getString("account_id")).one();
    String account =
        jdbi.withHandle(
            handle ->
                handle
                    .createCall("{call linkedapi.reparse_account_info(:id)}")
                    .bind("id", ACCOUNT_4)
                    .invoke(accountId));
    assertThat(account).isEqualTo(ACCOUNT_4);
    assertThat(SANDBOX.operations()).containsExactly("accounts.reparseAccountInfo");
  }

  @Test
  void callsAProcedureWithAnArray() {
    List<String> statuses =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("call connectsafely.send_follow_invitations(:company, :people)")
                    .bind("company", "105672170")
                    .bindArray(
                        "people",
                        String.class,
                        "urn:li:fsd_profile:ACoAAB1",
                        "urn:li:fsd_profile:ACoAAB2")
                    .map((row, context) -> row.getString("status"))
                    .list());
    assertThat(statuses).containsExactly("SENT", "SENT");
    assertThat(SANDBOX.operations()).containsExactly("followInvitations.send");
  }

  /** A list is JSON text, and is read as an array by whom asks for one. */
  @Test
  void readsAListAsTextAndAsAnArray() {
    String sql =
        "select organizations from postpress.linkedin_profile where account_id = 'acc_linkedin_1'";
    String text = jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
    assertThat(text).startsWith("[{").endsWith("}]");
    List<String> elements =
        jdbi.withHandle(
            handle -> handle.createQuery(sql).mapTo(new GenericType<List<String>>() {}).one());
    assertThat(elements).isNotEmpty().allMatch(element -> text.contains(element));
  }

  /** JDBI cancels by the JDBC statement, which a customizer hands out. */
  @Test
  void cancels() throws Exception {
    AtomicReference<Statement> running = new AtomicReference<>();
    Throwable failure =
        Cancelled.failureOf(
            SANDBOX,
            "accounts.getAll",
            () ->
                jdbi.withHandle(
                    handle ->
                        handle
                            .createQuery("select id from linkedapi.accounts")
                            .addCustomizer(remember(running))
                            .mapTo(String.class)
                            .list()),
            () -> Objects.requireNonNull(running.get()).cancel());
    assertThat(Cancelled.sqlStateOf(failure)).isEqualTo("57014");
  }

  @Test
  void endsAStatementThatTakesTooLong() throws Exception {
    SANDBOX.holdNextAnswerOf("accounts.getAll");
    jdbi.configure(SqlStatements.class, config -> config.setQueryTimeout(1));
    Throwable failure =
        catchThrowable(
            () ->
                jdbi.withHandle(
                    handle ->
                        handle
                            .createQuery("select id from linkedapi.accounts")
                            .mapTo(String.class)
                            .list()));
    assertThat(Cancelled.sqlStateOf(failure)).isEqualTo("HYT00");
  }

  private static StatementCustomizer remember(AtomicReference<Statement> running) {
    return new StatementCustomizer() {
      @Override
      public void beforeExecution(PreparedStatement statement, StatementContext context) {
        running.set(statement);
      }
    };
  }
}
