package dev.roster.clients.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.clients.testing.OnTheDriverJarAlone;
import dev.roster.clients.testing.SandboxProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark SQL in local mode, on the driver jar and nothing else of Roster. */
class SparkIT implements OnTheDriverJarAlone {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final String ACCOUNTS = "linkedapi.accounts";
  private static final String PROFILES = "postpress.linkedin_profile";
  private static final String GET_ALL = "accounts.getAll";
  private static final String GET_PROFILE = "ownProfile.get";
  private static final Instant ADA_CONNECTED = Instant.parse("2026-11-01T08:08:30.123Z");

  private static SparkSession spark;

  @BeforeAll
  static void start() {
    String target = Path.of("target").toAbsolutePath().toString();
    String catalog = "spark.sql.catalog.roster";
    spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("roster")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.local.dir", target)
            .config("spark.sql.warehouse.dir", target + "/warehouse")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.maxMetadataStringLength", "1000")
            .config(catalog, "org.apache.spark.sql.execution.datasources.v2.jdbc.JDBCTableCatalog")
            .config(catalog + ".url", SANDBOX.url())
            .config(catalog + ".password", SANDBOX.password())
            .config(catalog + ".driver", "dev.roster.jdbc.Driver")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("driver", "dev.roster.jdbc.Driver");
    properties.setProperty("password", SANDBOX.password());
    return properties;
  }

  private static Dataset<Row> table(String name) {
    return spark.read().jdbc(SANDBOX.url(), name, properties());
  }

  private static Dataset<Row> query(String sql) {
    return spark
        .read()
        .format("jdbc")
        .option("url", SANDBOX.url())
        .option("password", SANDBOX.password())
        .option("query", sql)
        .load();
  }

  @Test
  void connects() {
    assertThat(table(ACCOUNTS).schema().fields())
        .extracting(f -> f.name(), f -> f.dataType())
        .contains(
            tuple("id", DataTypes.StringType),
            tuple("identification_token", DataTypes.StringType),
            tuple("connected_at", DataTypes.TimestampType));
    assertThat(table(PROFILES).schema().fields())
        .extracting(f -> f.name(), f -> f.dataType())
        .contains(
            tuple("premium", DataTypes.BooleanType), tuple("organizations", DataTypes.StringType));
    assertThat(SANDBOX.operations()).isEmpty();
  }

  @Test
  void browses() {
    assertThat(spark.sql("SHOW SCHEMAS IN roster").collectAsList())
        .extracting(r -> r.getString(0))
        .contains("linkedapi", "connectsafely", "postpress", "roster");
    assertThat(spark.sql("SHOW TABLES IN roster.linkedapi").collectAsList())
        .extracting(r -> r.<String>getAs("tableName"))
        .contains("accounts", "pending_connection_sessions", "connection_sessions");
    assertThat(spark.sql("DESCRIBE roster.linkedapi.accounts").collectAsList())
        .extracting(r -> r.getString(0), r -> r.getString(1))
        .contains(tuple("id", "string"), tuple("connected_at", "timestamp"));
    assertThat(SANDBOX.operations()).isEmpty();
  }

  @Test
  void readsAWholeTableInOneRequest() {
    List<Row> rows = table(ACCOUNTS).collectAsList();
    assertThat(rows).hasSize(12);
    Row ada = rows.get(0);
    assertThat(ada.<String>getAs("id")).isEqualTo("acc00000-0000-4000-8000-000000000001");
    assertThat(ada.<String>getAs("name")).isEqualTo("Ada Abbot");
    assertThat(ada.<String>getAs("identification_token")).isEqualTo("***");
    assertThat(ada.<Timestamp>getAs("connected_at").toInstant()).isEqualTo(ADA_CONNECTED);
    assertThat(ada.<String>getAs("reconnection_link")).isNull();
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL);
  }

  @Test
  void queries() {
    table(ACCOUNTS).createOrReplaceTempView("accounts");
    assertThat(
            spark
                .sql("SELECT status, count(*) FROM accounts GROUP BY status HAVING count(*) < 5")
                .collectAsList())
        .extracting(r -> r.getString(0), r -> r.getLong(1))
        .containsExactlyInAnyOrder(tuple("frozen", 2L), tuple("reconnection_required", 2L));
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL);
    // The same, counted by the driver.
    assertThat(
            query(
                    "SELECT status, count(*) AS n FROM linkedapi.accounts"
                        + " GROUP BY status ORDER BY status LIMIT 2")
                .collectAsList())
        .extracting(r -> r.getString(0), r -> r.getLong(1))
        .containsExactly(tuple("active", 8L), tuple("frozen", 2L));
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL, GET_ALL);
  }

  @Test
  void joinsATableOfTheCatalogWithAnother() {
    assertThat(
            spark
                .sql(
                    "SELECT a.name, p.headline FROM roster.linkedapi.accounts a"
                        + " JOIN roster.postpress.linkedin_profile p"
                        + " ON p.public_profile_url = a.url"
                        + " WHERE p.account_id IN ('acc_linkedin_2', 'acc_linkedin_3')"
                        + " AND a.status = 'active'")
                .collectAsList())
        .extracting(r -> r.getString(0), r -> r.getString(1))
        .containsExactlyInAnyOrder(
            tuple("Bruno Berg", "Head of Sales at Contoso"),
            tuple("Chiara Costa", "Recruiter at Fabrikam"));
    assertThat(SANDBOX.operations()).containsExactlyInAnyOrder(GET_ALL, GET_PROFILE, GET_PROFILE);
  }

  @Test
  void pushesFiltersDown() {
    Dataset<Row> rows =
        table(ACCOUNTS)
            .filter(col("status").equalTo("frozen").and(col("name").startsWith("Keiko")))
            .filter(col("headline").isNotNull().or(col("url").contains("keiko")))
            .select("name");
    assertThat(rows.queryExecution().executedPlan().toString())
        .contains("EqualTo(status,frozen)", "StringStartsWith(name,Keiko)");
    assertThat(rows.collectAsList())
        .extracting(r -> r.getString(0))
        .containsExactly("Keiko Kowalski");

    // The key of a table arrives as a filter too; without it the statement would be refused.
    Dataset<Row> profiles =
        table(PROFILES)
            .filter(col("account_id").isin("acc_linkedin_1", "acc_linkedin_2"))
            .filter(col("organizations").like("%Ada Abbot%"))
            .select("account_id", "organizations");
    assertThat(profiles.collectAsList())
        .extracting(r -> r.getString(0), r -> r.getString(1))
        .containsExactly(
            tuple(
                "acc_linkedin_1",
                "[{\"id\":\"org_1_1\",\"mailbox_id\":\"mb_1_1\","
                    + "\"name\":\"Company page 1 of Ada Abbot\"}]"));
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL, GET_PROFILE, GET_PROFILE);
  }

  @Test
  void readsEachAccountInAPartitionOfItsOwn() {
    String[] predicates = {"account_id = 'acc_linkedin_1'", "account_id = 'acc_linkedin_2'"};
    Dataset<Row> rows =
        spark
            .read()
            .jdbc(SANDBOX.url(), PROFILES, predicates, properties())
            .select("account_id", "headline", "premium");
    assertThat(rows.rdd().getNumPartitions()).isEqualTo(2);
    assertThat(rows.collectAsList())
        .extracting(r -> r.getString(0), r -> r.getString(1), r -> r.getBoolean(2))
        .containsExactly(
            tuple("acc_linkedin_1", "Founder at Northwind", true),
            tuple("acc_linkedin_2", "Head of Sales at Contoso", false));
    assertThat(SANDBOX.operations()).containsExactly(GET_PROFILE, GET_PROFILE);
  }

  /** Three partitions are three whole reads: no provider takes a range. Each row comes once. */
  @Test
  void readsRangesOfAColumnInPartitions() {
    Dataset<Row> rows =
        spark
            .read()
            .option("partitionColumn", "connected_at")
            .option("lowerBound", "2026-11-01 07:00:00")
            .option("upperBound", "2026-11-01 08:00:00")
            .option("numPartitions", 3)
            .jdbc(SANDBOX.url(), ACCOUNTS, properties());
    assertThat(rows.rdd().getNumPartitions()).isEqualTo(3);
    assertThat(rows.select("id").collectAsList())
        .extracting(r -> r.getString(0))
        .hasSize(12)
        .doesNotHaveDuplicates();
    assertThat(SANDBOX.operations()).isEqualTo(Collections.nCopies(3, GET_ALL));
  }

  /**
   * The zone of the session changes how a time is shown, neither which it is nor which is found.
   */
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York"})
  void readsAndComparesTimesInEachZoneOfTheSession(String zone) {
    spark.conf().set("spark.sql.session.timeZone", zone);
    try {
      Dataset<Row> rows =
          table(ACCOUNTS)
              .filter(col("connected_at").geq(lit(Timestamp.from(ADA_CONNECTED))))
              .select(col("connected_at"), col("connected_at").cast("string"));
      assertThat(rows.collectAsList())
          .extracting(r -> r.getTimestamp(0).toInstant(), r -> r.getString(1))
          .containsExactly(
              tuple(
                  ADA_CONNECTED,
                  zone.equals("UTC") ? "2026-11-01 08:08:30.123" : "2026-11-01 03:08:30.123"));
    } finally {
      spark.conf().set("spark.sql.session.timeZone", "UTC");
    }
  }

  @Test
  void bindsParameters() {
    table(ACCOUNTS).createOrReplaceTempView("accounts");
    assertThat(
            spark
                .sql(
                    "SELECT name FROM accounts WHERE status = :status AND connected_at < :before",
                    Map.of(
                        "status",
                        "frozen",
                        "before",
                        Timestamp.from(Instant.parse("2026-11-01T06:58:00Z"))))
                .collectAsList())
        .extracting(r -> r.getString(0))
        .containsExactly("Liam Lopez");
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL);
  }

  /** Spark first asks any query for its columns with a condition that is false. */
  @Test
  void doesNotRunAProcedureAsATable() {
    assertThatThrownBy(
            () -> query("SELECT * FROM TABLE(linkedapi.create_connection_session())").collect())
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("0A000"))
        .hasMessageContaining("linkedapi.create_connection_session");
    assertThat(SANDBOX.operations()).isEmpty();
  }

  @Test
  void cancels() throws Exception {
    SANDBOX.holdNextAnswerOf(GET_ALL);
    CompletableFuture<String> killed = new CompletableFuture<>();
    SparkListener ends =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.taskInfo().killed()) {
              killed.complete(end.reason().toString());
            }
          }
        };
    spark.sparkContext().addSparkListener(ends);
    CompletableFuture<List<Row>> rows =
        CompletableFuture.supplyAsync(
            () -> {
              spark.sparkContext().setJobGroup("held", "its answer does not come", true);
              return table(ACCOUNTS).collectAsList();
            });
    SANDBOX.awaitCallOf(GET_ALL);

    spark.sparkContext().cancelJobGroup("held");

    assertThatThrownBy(() -> rows.get(10, TimeUnit.SECONDS)).hasMessageContaining("held");
    // The job is given up at once; that the task ends too is the driver's doing.
    assertThat(killed.get(10, TimeUnit.SECONDS)).contains("held");
    spark.sparkContext().removeSparkListener(ends);
  }
}
