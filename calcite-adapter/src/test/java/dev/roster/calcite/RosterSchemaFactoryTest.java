package dev.roster.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.bindings.Operation;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.fake.Engine;
import dev.roster.calcite.fake.FakeProvider;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.settings.Settings;
import dev.roster.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.tools.Frameworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roster's tables in a Calcite connection that knows nothing of Roster. */
class RosterSchemaFactoryTest {

  private final FakeProvider fake = new FakeProvider();

  private Connection plain() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("lex", "MYSQL_ANSI");
    Connection connection = DriverManager.getConnection("jdbc:calcite:", properties);
    SchemaPlus root = connection.unwrap(CalciteConnection.class).getRootSchema();
    root.add("fake", new RosterSchemaFactory(List.of(new Fake())).create(root, "fake", Map.of()));
    return connection;
  }

  private final class Fake implements Provider {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public List<Operation> operations() {
      return List.of();
    }

    @Override
    public CredentialId credential(Settings settings) {
      return CredentialId.of(name(), "http://localhost", null);
    }

    @Override
    public Contents contents(Settings settings, WriteAccess access) {
      return new Contents(fake.tables(List.of()), fake.procedures());
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Engine.texts(rows);
    }
  }

  @Test
  void aModelFileServesTheTables(@TempDir Path folder) throws IOException, SQLException {
    try (Sandbox sandbox = Sandbox.start();
        InputStream template =
            Objects.requireNonNull(getClass().getResourceAsStream("model.json"))) {
      String model =
          new String(template.readAllBytes(), StandardCharsets.UTF_8)
              .replace("LINKEDAPI_URL", sandbox.linkedapiUrl().toString());
      Path file = Files.writeString(folder.resolve("model.json"), model);
      try (Connection connection =
          DriverManager.getConnection("jdbc:calcite:lex=MYSQL_ANSI;model=" + file)) {
        assertThat(sandbox.requests()).isEmpty();
        assertThat(rows(connection, "SELECT id FROM accounts")).isNotEmpty();
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(
                rows(
                    connection,
                    "SELECT e.\"sqlstate\" FROM known.error_types e WHERE type ="
                        + " 'noAvailableSeats'"))
            .containsOnly("53400");
      }
    }
  }

  @Test
  void keysArePushedAndCallsShared() throws SQLException {
    try (Connection connection = plain()) {
      assertThat(
              rows(
                  connection,
                  "SELECT p.name, s.skill FROM fake.profiles p, fake.skills s"
                      + " WHERE p.account_id = 'a' AND s.account_id = 'a'"))
          .containsExactlyInAnyOrder("name of a|name of a1", "name of a|name of a2");
      assertThat(fake.requests()).containsExactly("getProfile:a");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM fake.profiles",
        "SELECT * FROM fake.profiles p LEFT JOIN fake.accounts a ON p.account_id = a.id",
      })
  void aMissingKeyIsRefusedBeforeItsTableIsAsked(String sql) throws SQLException {
    try (Connection connection = plain()) {
      Throwable thrown = catchThrowable(() -> rows(connection, sql));
      assertThat(Engine.state(thrown)).isEqualTo(SqlState.INVALID_STATEMENT);
      assertThat(thrown).hasStackTraceContaining("column account_id must be given");
      assertThat(fake.requests()).noneMatch(request -> request.startsWith("getProfile"));
    }
  }

  // Calcite makes a join of a list of more than twenty.
  @Test
  void keysComeFromAJoinAndFromALongList() throws SQLException {
    List<String> keys = IntStream.range(0, 30).mapToObj(i -> "k" + i).toList();
    String list = keys.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    try (Connection connection = plain()) {
      assertThat(
              rows(
                  connection,
                  "SELECT p.account_id FROM fake.profiles p JOIN fake.accounts a"
                      + " ON p.account_id = a.id"))
          .containsExactly("a", "b", "c");
      assertThat(
              rows(
                  connection,
                  "SELECT account_id FROM fake.profiles WHERE account_id IN (" + list + ")"))
          .containsExactlyInAnyOrderElementsOf(keys);
    }
  }

  @Test
  void thereAreNoProcedures() throws SQLException {
    try (Connection connection = plain()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> rows(connection, "SELECT * FROM TABLE(fake.send('x'))"))
          .withStackTraceContaining("No match found for function signature send");
      assertThat(fake.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postpressAccountIds", "writes", "irreversible", "token"})
  void anOperandThatHasNoMeaningHereIsRefused(String operand) {
    RosterSchemaFactory factory = new RosterSchemaFactory(List.of(new Fake()));
    SchemaPlus root = Frameworks.createRootSchema(false);
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(() -> factory.create(root, "fake", Map.of(operand, "x")))
        .withMessageStartingWith("schema fake: operand " + operand + " is not accepted in a model.")
        .withMessageContaining("linkedapiToken");
  }

  @Test
  void anUnknownProviderIsRefusedNamingThoseThatAreThere() {
    RosterSchemaFactory factory = new RosterSchemaFactory(List.of(new Fake()));
    SchemaPlus root = Frameworks.createRootSchema(false);
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(() -> factory.create(root, "people", Map.of()))
        .withMessage(
            "schema people: there is no provider people. Set the operand provider to one of"
                + " [roster, fake].");
  }
}
