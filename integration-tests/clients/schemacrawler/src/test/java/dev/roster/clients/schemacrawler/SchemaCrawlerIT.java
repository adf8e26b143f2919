package dev.roster.clients.schemacrawler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.clients.testing.OnTheDriverJarAlone;
import dev.roster.clients.testing.SandboxProcess;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Column;
import schemacrawler.schema.Routine;
import schemacrawler.schema.Schema;
import schemacrawler.schema.Table;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.executable.SchemaCrawlerExecutable;
import schemacrawler.tools.lint.Lint;
import schemacrawler.tools.lint.LintSeverity;
import schemacrawler.tools.lint.LinterRegistry;
import schemacrawler.tools.lint.Linters;
import schemacrawler.tools.lint.config.LinterConfig;
import schemacrawler.tools.lint.config.LinterConfigs;
import schemacrawler.tools.options.ConfigUtility;
import schemacrawler.tools.options.OutputOptionsBuilder;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSource;
import us.fatehi.utility.datasource.DatabaseConnectionSources;
import us.fatehi.utility.datasource.MultiUseUserCredentials;

/** SchemaCrawler makes every metadata call there is, checks the schema, and draws it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@SuppressWarnings("try") // SchemaCrawler's sources declare that closing them throws any Exception.
class SchemaCrawlerIT implements OnTheDriverJarAlone {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  /** What SchemaCrawler complained of: calls that the driver does not support or fails. */
  private static final List<String> COMPLAINTS = new ArrayList<>();

  /**
   * What the lint finds and Roster cannot mend: there are no indexes; the items of a list have no
   * key that a provider documents, and no table may claim one; that of a place of drift is of four
   * columns, for it has no number, nor has an attempt to invite somebody, whose key of three stands
   * behind the columns that an INSERT gives; a status is a word in some tables and the number of
   * HTTP in roster.error_types; and SQLSTATE is a reserved word of SQL, which Roster takes as a
   * name all the same.
   */
  private static final Pattern ACCEPTED =
      Pattern.compile(
          "[\\w.]+: (no indexes|foreign key with no index .*)"
              + "|(postpress\\.(gmail_aliases|linkedin_organizations|telegram_restrictions)"
              + "|roster\\.(drift|error_types)):"
              + " (no primary key|primary key may not be a surrogate)"
              + "|connectsafely\\.follow_invitations:"
              + " (primary key may not be a surrogate|primary key not first)"
              + "|catalog: column with same name but different data types status .*"
              + "|roster\\.error_types: spaces in name, or reserved word sqlstate");

  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("schemacrawler"), Logger.getLogger("us.fatehi"));

  private static final Handler HANDLER =
      new Handler() {
        @Override
        public synchronized void publish(LogRecord entry) {
          if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            COMPLAINTS.add(entry.getLoggerName() + ": " + entry.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeAll
  static void listen() {
    LOGGERS.forEach(logger -> logger.addHandler(HANDLER));
  }

  @AfterAll
  static void stopListening() {
    LOGGERS.forEach(logger -> logger.removeHandler(HANDLER));
  }

  @Test
  void connects() throws Exception {
    try (DatabaseConnectionSource source = source();
        var connection = source.get()) {
      assertThat(connection.isValid(1)).isTrue();
    }
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void browses() throws Exception {
    COMPLAINTS.clear();
    Catalog catalog = crawl();
    assertThat(COMPLAINTS).isEmpty();
    assertThat(catalog.getSchemas())
        .extracting(Schema::getName)
        .contains("connectsafely", "linkedapi", "postpress", "roster");

    Table accounts = table(catalog, "linkedapi", "accounts");
    assertThat(accounts.getRemarks()).isNotBlank();
    assertThat(accounts.getPrimaryKey().getConstrainedColumns())
        .extracting(Column::getName)
        .containsExactly("id");
    assertThat(accounts.getColumns()).hasSize(11).allMatch(Column::hasRemarks);

    Table organizations = table(catalog, "postpress", "linkedin_organizations");
    assertThat(organizations.getImportedForeignKeys())
        .extracting(key -> key.getPrimaryKeyTable().getName())
        .containsExactly("linkedin_profile");

    Routine reparse =
        catalog.getRoutines(schema(catalog, "linkedapi")).stream()
            .filter(each -> each.getName().equals("reparse_account_info"))
            .findFirst()
            .orElseThrow();
    assertThat(reparse.lookupParameter("account_id")).isPresent();
    assertThat(reparse.getRemarks()).isNotBlank();
    assertThat(SANDBOX.requests()).isEmpty();
  }

  @Test
  void itsLintFindsNothingToMend() throws Exception {
    LinterRegistry registry = LinterRegistry.getLinterRegistry();
    LinterConfigs configs = new LinterConfigs(ConfigUtility.newConfig());
    // This one reads the rows of every table, and so would ask the providers.
    configs.add(without("schemacrawler.tools.linter.LinterTableEmpty"));
    Linters linters = new Linters(configs, true);
    linters.initialize(registry);
    Catalog catalog = crawl();
    try (DatabaseConnectionSource source = source();
        var connection = source.get()) {
      linters.lint(catalog, connection);
    }
    assertThat(linters.getLints().stream().map(SchemaCrawlerIT::sentence))
        .filteredOn(sentence -> !ACCEPTED.matcher(sentence).matches())
        .isEmpty();
    assertThat(SANDBOX.requests()).isEmpty();
  }

  private static LinterConfig without(String linter) {
    return new LinterConfig(
        linter, false, LintSeverity.low, 0, ".*", "", ".*", "", new HashMap<>());
  }

  private static String sentence(Lint<?> lint) {
    String sentence = lint.getObjectName() + ": " + lint.getMessage();
    return lint.hasValue() ? sentence + " " + lint.getValueAsString() : sentence;
  }

  @Test
  void drawsTheSchema() throws Exception {
    String diagram = output("schema", "scdot");
    assertThat(diagram)
        .startsWith("digraph")
        .contains("linkedin_organizations", "linkedin_profile", " -> ");
    assertThat(output("details", "html")).contains("<html", "reconnection_session_id");
  }

  private static String output(String command, String format) throws Exception {
    StringWriter text = new StringWriter();
    SchemaCrawlerExecutable executable = new SchemaCrawlerExecutable(command);
    executable.setSchemaCrawlerOptions(options());
    executable.setOutputOptions(
        OutputOptionsBuilder.builder()
            .withOutputWriter(text)
            .withOutputFormatValue(format)
            .toOptions());
    try (DatabaseConnectionSource source = source()) {
      executable.setDataSource(source);
      executable.execute();
    }
    return text.toString().strip();
  }

  private static Catalog crawl() throws Exception {
    try (DatabaseConnectionSource source = source()) {
      return SchemaCrawlerUtility.getCatalog(source, options());
    }
  }

  private static SchemaCrawlerOptions options() {
    return SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
        .withLoadOptions(
            LoadOptionsBuilder.builder()
                .withSchemaInfoLevel(SchemaInfoLevelBuilder.maximum())
                .toOptions())
        .withLimitOptions(
            LimitOptionsBuilder.builder()
                .includeSchemas(Pattern.compile("connectsafely|linkedapi|postpress|roster"))
                .includeAllRoutines()
                .toOptions());
  }

  private static DatabaseConnectionSource source() {
    return DatabaseConnectionSources.newDatabaseConnectionSource(
        SANDBOX.url(), new MultiUseUserCredentials("roster", SANDBOX.password()));
  }

  private static Schema schema(Catalog catalog, String name) {
    return catalog.lookupSchema(name).orElseThrow();
  }

  private static Table table(Catalog catalog, String schema, String name) {
    return catalog.lookupTable(schema(catalog, schema), name).orElseThrow();
  }
}
