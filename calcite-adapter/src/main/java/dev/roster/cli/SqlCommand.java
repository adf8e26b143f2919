package dev.roster.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements given on the command line or in a file and writes their rows: {@code [-e
 * STATEMENT | -f FILE] [--format table|csv|json] [URL]}. Without a URL it runs on the embedded
 * sandbox.
 *
 * <p>Rows go to standard output; warnings and the one line of a failure to standard error. Exit
 * status: 0 when all went well, 1 when a statement failed, 2 when the command line is wrong.
 */
public final class SqlCommand {

  private static final String USAGE =
      "usage: roster sql [-e STATEMENT | -f FILE] [--format table|csv|json] [URL]";
  private static final String SANDBOX = "jdbc:roster:sandbox";

  private final PrintStream out;
  private final PrintStream err;
  private String url = SANDBOX;
  private String sql = "";
  private boolean echo;
  private OutputFormat format = OutputFormat.TABLE;

  private SqlCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = run(List.of(args), out, err);
    out.flush();
    System.exit(status);
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    SqlCommand command = new SqlCommand(out, err);
    try {
      command.read(args.iterator());
      command.run();
      return 0;
    } catch (UsageException e) {
      err.println("roster: " + e.getMessage());
      err.println(USAGE);
      return 2;
    } catch (SQLException e) {
      out.flush();
      err.println("roster: " + oneLine(e.getMessage()) + " [" + e.getSQLState() + "]");
      return 1;
    } catch (IOException e) {
      out.flush();
      err.println("roster: " + e);
      return 1;
    }
  }

  private void read(Iterator<String> args) throws UsageException, IOException {
    while (args.hasNext()) {
      String arg = args.next();
      switch (arg) {
        case "-e" -> sql = valueOf(arg, args);
        case "-f" -> {
          sql = Files.readString(Path.of(valueOf(arg, args)));
          echo = true;
        }
        case "--format" -> format = OutputFormat.named(valueOf(arg, args));
        default -> {
          if (arg.startsWith("-")) {
            throw new UsageException("option " + arg + " is unknown");
          }
          url = arg;
        }
      }
    }
    if (sql.isBlank()) {
      throw new UsageException("no statement: give one with -e, or a file of them with -f");
    }
  }

  private static String valueOf(String option, Iterator<String> args) throws UsageException {
    if (!args.hasNext()) {
      throw new UsageException("option " + option + " needs a value");
    }
    return args.next();
  }

  private void run() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      warn(connection.getWarnings());
      for (SqlScript.Step step : SqlScript.parse(sql).steps()) {
        if (echo) {
          out.println(step.comment() ? step.text() : step.text() + ";");
        }
        if (!step.comment()) {
          run(step.text(), statement);
        }
      }
    }
  }

  private void run(String text, Statement statement) throws SQLException, IOException {
    if (statement.execute(text)) {
      try (ResultSet rows = statement.getResultSet()) {
        format.write(rows, out);
      }
    } else {
      out.println("(" + statement.getUpdateCount() + " done)");
    }
    if (echo) {
      out.println();
    }
    out.flush();
    warn(statement.getWarnings());
  }

  private void warn(@Nullable SQLWarning first) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      err.println("warning: " + oneLine(warning.getMessage()));
    }
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "" : message.replaceAll("\\s+", " ").strip();
  }
}
