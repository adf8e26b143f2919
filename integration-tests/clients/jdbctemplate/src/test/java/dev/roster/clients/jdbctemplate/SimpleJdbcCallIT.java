package dev.roster.clients.jdbctemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.clients.testing.Cancelled;
import dev.roster.clients.testing.ConnectingPage;
import dev.roster.clients.testing.SandboxProcess;
import java.nio.file.Path;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.SqlParameter;
import org.springframework.jdbc.core.simple.SimpleJdbcCall;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Spring's SimpleJdbcCall. It asks the metadata for a procedure's parameters only of databases that
 * it knows by name, so they are declared.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SimpleJdbcCallIT {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final String ACCOUNT_4 = "acc00000-0000-4000-8000-000000000004";

  private DriverManagerDataSource dataSource = new DriverManagerDataSource();

  @BeforeEach
  void open() {
    dataSource = new DriverManagerDataSource(SANDBOX.url("writes=allow"), "", SANDBOX.password());
  }

  @Test
  void callsAProcedure() {
    SimpleJdbcCall call =
        call("linkedapi", "reparse_account_info")
            .declareParameters(new SqlParameter("account_id", Types.VARCHAR));
    assertThat(rows(call.execute(ACCOUNT_4)))
        .singleElement()
        .satisfies(row -> assertThat(row.get("account_id")).isEqualTo(ACCOUNT_4));
    assertThat(SANDBOX.operations()).containsExactly("accounts.reparseAccountInfo");
  }

  @Test
  void bindsParameters() {
    SimpleJdbcCall call =
        call("connectsafely", "send_follow_invitations")
            .withNamedBinding()
            .declareParameters(
                new SqlParameter("company_id", Types.VARCHAR),
                new SqlParameter("profile_urns", Types.VARCHAR));
    Map<String, Object> result =
        call.execute(
            Map.of(
                "company_id",
                "105672170",
                "profile_urns",
                "[\"urn:li:fsd_profile:ACoAAB1\", \"urn:li:fsd_profile:ACoAAB2\"]"));
    assertThat(rows(result))
        .extracting(row -> row.get("profile_urn") + " " + row.get("status"))
        .containsExactly("urn:li:fsd_profile:ACoAAB1 SENT", "urn:li:fsd_profile:ACoAAB2 SENT");
    assertThat(SANDBOX.operations()).containsExactly("followInvitations.send");
  }

  /** A call has no cancel; its template has a time-out, after which nobody knows what happened. */
  @Test
  void cancels() {
    SimpleJdbcCall call =
        call("linkedapi", "reparse_account_info")
            .declareParameters(new SqlParameter("account_id", Types.VARCHAR));
    // Long enough for the request to be sent on a busy machine too.
    call.getJdbcTemplate().setQueryTimeout(3);
    SANDBOX.holdNextAnswerOf("accounts.reparseAccountInfo");
    assertThatThrownBy(() -> call.execute(ACCOUNT_4))
        .satisfies(e -> assertThat(Cancelled.sqlStateOf(e)).isEqualTo("08007"));
    assertThat(SANDBOX.operations()).containsExactly("accounts.reparseAccountInfo");
  }

  @Test
  void theDocumentedJavaRuns(@TempDir Path folder) throws Exception {
    assertThat(
            ConnectingPage.run(
                "Spring", folder, SANDBOX.url("writes=allow"), SANDBOX.password(), List.of()))
        .contains("profile_urn=urn:li:fsd_profile:ACoAAB1", "status=SENT");
    assertThat(SANDBOX.operations()).containsExactly("followInvitations.send");
  }

  private SimpleJdbcCall call(String schema, String procedure) {
    return new SimpleJdbcCall(dataSource)
        .withSchemaName(schema)
        .withProcedureName(procedure)
        .withoutProcedureColumnMetaDataAccess()
        .returningResultSet("rows", new ColumnMapRowMapper());
  }

  private static List<Map<?, ?>> rows(Map<String, Object> result) {
    List<Map<?, ?>> rows = new ArrayList<>();
    for (Object row : (List<?>) Objects.requireNonNull(result.get("rows"))) {
      rows.add((Map<?, ?>) row);
    }
    return rows;
  }
}
