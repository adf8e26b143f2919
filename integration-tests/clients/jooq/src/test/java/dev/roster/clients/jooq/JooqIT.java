package dev.roster.clients.jooq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import dev.roster.clients.testing.Cancelled;
import dev.roster.clients.testing.ConnectingPage;
import dev.roster.clients.testing.OnTheDriverJarAlone;
import dev.roster.clients.testing.SandboxProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.CloseableDSLContext;
import org.jooq.ResultQuery;
import org.jooq.codegen.GenerationTool;
import org.jooq.impl.DSL;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Logging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** jOOQ: its generated tables, its typed SQL and its plain SQL. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class JooqIT implements OnTheDriverJarAlone {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final String ACCOUNT_4 = "acc00000-0000-4000-8000-000000000004";

  @Test
  void connects() {
    try (CloseableDSLContext jooq = jooq()) {
      boolean valid = jooq.connectionResult(connection -> connection.isValid(1));
      assertThat(valid).isTrue();
      int one = jooq.transactionResult(t -> t.dsl().selectOne().fetchSingle(0, int.class));
      assertThat(one).isEqualTo(1);
    }
    assertThat(SANDBOX.requests()).isEmpty();
  }

  /**
   * The generator reads the metadata; what it writes is compiled and used by the documented Java.
   */
  @Test
  void browses(@TempDir Path folder) throws Exception {
    generate(folder);
    assertThat(SANDBOX.requests()).isEmpty();
    assertThat(Files.readString(folder.resolve("org/acme/roster/linkedapi/tables/Accounts.java")))
        .contains("CONNECTED_AT", "LocalDateTime", "UniqueKey<AccountsRecord> getPrimaryKey()");

    assertThat(
            ConnectingPage.run(
                "jOOQ", folder, SANDBOX.url(), SANDBOX.password(), sourcesIn(folder)))
        .isEqualTo("Keiko Kowalski since 2026-11-01T06:58:30.123\n");
    assertThat(SANDBOX.operations()).containsExactly("accounts.getAll");
  }

  @Test
  void queries() {
    try (CloseableDSLContext jooq = jooq()) {
      assertThat(
              jooq.select(field("name", String.class), field("connected_at", LocalDateTime.class))
                  .from(table("linkedapi.accounts"))
                  .where(field("status").eq("frozen"))
                  .orderBy(field("name"))
                  .limit(1)
                  .fetchOne())
          .satisfies(
              row -> {
                assertThat(row.value1()).isEqualTo("Keiko Kowalski");
                assertThat(row.value2()).isEqualTo(LocalDateTime.parse("2026-11-01T06:58:30.123"));
              });
      assertThat(
              jooq.fetch("select name from linkedapi.accounts order by name")
                  .getValues(0, String.class))
          .hasSize(12)
          .startsWith("Ada Abbot");
    }
    assertThat(SANDBOX.operations()).containsExactly("accounts.getAll", "accounts.getAll");
  }

  @Test
  void bindsParameters() {
    try (CloseableDSLContext jooq = jooq()) {
      assertThat(
              jooq.select(field("display_name", String.class))
                  .from(table("postpress.own_profile"))
                  .where(field("account_id", String.class).in("acc_linkedin_1", "acc_linkedin_2"))
                  .orderBy(field("account_id"))
                  .limit(5)
                  .offset(1)
                  .fetch(0, String.class))
          .containsExactly("Bruno Berg");
      assertThat(SANDBOX.operations()).containsExactly("ownProfile.get", "ownProfile.get");

      OffsetDateTime time = OffsetDateTime.parse("2026-11-01T02:00:00-05:00");
      assertThat(
              jooq.select(count())
                  .from(table("linkedapi.accounts"))
                  .where("connected_at < ?", time)
                  .fetchOne(0, int.class))
          .isEqualTo(2);
    }
  }

  @Test
  void callsAProcedure() {
    try (CloseableDSLContext jooq = jooq()) {
      assertThat(
              jooq.fetchOne("call linkedapi.reparse_account_info(account_id => ?)", ACCOUNT_4)
                  .get("account_id"))
          .isEqualTo(ACCOUNT_4);
    }
    assertThat(SANDBOX.operations()).containsExactly("accounts.reparseAccountInfo");
  }

  @Test
  void cancels() throws Exception {
    try (CloseableDSLContext jooq = jooq()) {
      ResultQuery<?> query = jooq.resultQuery("select id from linkedapi.accounts");
      Throwable failure =
          Cancelled.failureOf(SANDBOX, "accounts.getAll", query::fetch, query::cancel);
      assertThat(Cancelled.sqlStateOf(failure)).isEqualTo("57014");
    }
  }

  private static CloseableDSLContext jooq() {
    return DSL.using(SANDBOX.urlWithCredentials("writes=allow"));
  }

  private static List<Path> sourcesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /**
   * Runs the generator as the documentation configures it, but for the sandbox and into a folder.
   */
  private static void generate(Path folder) throws Exception {
    Configuration documented =
        GenerationTool.load(
            new ByteArrayInputStream(ConnectingPage.block("jOOQ", "xml").getBytes(UTF_8)));
    documented.setLogging(Logging.WARN);
    documented.getJdbc().setUrl(SANDBOX.url());
    documented.getGenerator().getTarget().setDirectory(folder.toString());
    GenerationTool.generate(documented);
  }
}
