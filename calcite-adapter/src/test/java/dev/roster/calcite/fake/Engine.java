package dev.roster.calcite.fake;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.plan.RosterPrepare;
import dev.roster.calcite.plan.RosterTypeSystem;
import dev.roster.calcite.procedure.WritePolicy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.jdbc.Driver;
import org.jspecify.annotations.Nullable;

/**
 * A Calcite connection with Roster's prepare class on a {@link FakeProvider}, without the driver.
 */
public final class Engine implements AutoCloseable {

  private static final Pattern FRESH_KEY =
      Pattern.compile("\\|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\z");

  public final FakeProvider provider = new FakeProvider();
  public final Connection connection;

  /** Opens one that may write everything. */
  public Engine(String... defaultKeys) throws SQLException {
    this(new WritePolicy(WritePolicy.Writes.ALLOW, true, true), List.of(defaultKeys));
  }

  /** Opens one. */
  public Engine(WritePolicy policy, List<String> defaultKeys) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("lex", "MYSQL_ANSI");
    properties.setProperty("conformance", "LENIENT");
    properties.setProperty("typeSystem", RosterTypeSystem.class.getName());
    properties.setProperty("fun", "standard,postgresql");
    connection =
        new Driver().withPrepareFactory(RosterPrepare::new).connect("jdbc:calcite:", properties);
    connection
        .unwrap(CalciteConnection.class)
        .getRootSchema()
        .add("fake", provider.schema(defaultKeys, policy));
  }

  /** Returns the rows, each as its values joined by a bar. */
  public List<String> rows(String sql, @Nullable Object... parameters) throws SQLException {
    provider.forget();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return texts(rows);
      }
    }
  }

  /**
   * Returns the rows that are left, each as its values joined by a bar; without a fresh request key
   * at the end, which is another one each time.
   */
  public static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      StringBuilder row = new StringBuilder();
      for (int i = 1; i <= columns; i++) {
        row.append(i == 1 ? "" : "|").append(rows.getString(i));
      }
      texts.add(FRESH_KEY.matcher(row).replaceFirst(""));
    }
    return texts;
  }

  /** Returns the plan. */
  public String plan(String sql) throws SQLException {
    return String.join("\n", rows("EXPLAIN PLAN FOR " + sql));
  }

  /** Executes a statement without reading a row. */
  public void execute(String sql) throws SQLException {
    provider.forget();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the failure that knows its SQLSTATE among the causes of {@code thrown}. */
  public static SqlStateException failure(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SqlStateException failure) {
        return failure;
      }
    }
    throw new AssertionError("no SQLSTATE in " + thrown, thrown);
  }

  /** Returns the SQLSTATE among the causes of {@code thrown}. */
  public static SqlState state(Throwable thrown) {
    return failure(thrown).state();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    provider.ledger.close();
  }
}
