package dev.roster.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a ledger, made and brought up to date by Flyway from the scripts beside this class.
 */
final class Migrations {

  private static final List<String> SCRIPTS = List.of("V1__entries.sql");

  private Migrations() {}

  /**
   * Opens a ledger's database with its tables as this Roster needs them.
   *
   * @throws SQLException if it cannot be opened
   */
  static Connection opened(LedgerLocation location) throws SQLException {
    LedgerFiles.prepare(location);
    ConnectionSource source = new ConnectionSource(location);
    // Opened first and kept: what is in memory alone ends with its last connection.
    Connection connection = source.getConnection();
    try {
      migrate(source);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  private static void migrate(ConnectionSource source) throws SQLException {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .loggers(SilentLog.class.getName())
          .dataSource(source)
          .table("roster_ledger_history")
          // The database may hold other tables; those are not Roster's.
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .cleanDisabled(true)
          // Given by name, so that Flyway searches no class path.
          .resourceProvider(new Scripts())
          .javaMigrationClassProvider(List::of)
          .load()
          .migrate();
    } catch (FlywayException failure) {
      throw cause(failure);
    }
  }

  // What the database said, which tells whether to try again.
  private static SQLException cause(FlywayException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
    }
    // Without one it is mostly that another process is making the tables at this moment.
    return new SQLTransientException(failure.getMessage(), "40001", failure);
  }

  /** The scripts, as Flyway asks for them. */
  private static final class Scripts implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return SCRIPTS.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return SCRIPTS.stream()
          .filter(name -> name.startsWith(prefix))
          .filter(name -> Arrays.stream(suffixes).anyMatch(name::endsWith))
          .<LoadableResource>map(Script::new)
          .toList();
    }
  }

  /** One of them. */
  private static final class Script extends LoadableResource {

    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      try (InputStream text = Migrations.class.getResourceAsStream(name)) {
        if (text == null) {
          throw new IllegalStateException("The script " + name + " is missing.");
        }
        return new StringReader(new String(text.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
