package dev.roster.integration;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Prints all that a user of the driver could get to see: what its objects say of themselves, its
 * metadata, rows and plans, its failures with all their causes, and its log at the finest level. It
 * knows JDBC and nothing else, so that it runs on the driver jar alone.
 */
final class WhatTheDriverShows {

  // Where the driver keeps what it sent.
  private static final String[] RECORDS = {
    "roster.requests", "roster.ledger", "roster.drift", "connectsafely.follow_invitations"
  };

  private final PrintStream out;

  private WhatTheDriverShows(PrintStream out) {
    this.out = out;
  }

  /** Prints it; each argument is a URL to connect to, with properties after a blank. */
  public static void main(String[] args) throws SQLException {
    show(System.out, args);
  }

  static void show(PrintStream out, String... connections) throws SQLException {
    Handler handler = printing(out);
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    Handler[] handlers = root.getHandlers();
    Arrays.stream(handlers).forEach(root::removeHandler);
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    try {
      for (String connection : connections) {
        String[] urlAndPassword = connection.split(" ", 2);
        Properties properties = new Properties();
        properties.setProperty("user", "someone");
        if (urlAndPassword.length > 1) {
          properties.setProperty("password", urlAndPassword[1]);
        }
        // The metadata does not depend on the credentials: once is enough.
        boolean everything = connection.equals(connections[0]);
        new WhatTheDriverShows(out).connection(urlAndPassword[0], properties, everything);
      }
    } finally {
      root.setLevel(before);
      root.removeHandler(handler);
      Arrays.stream(handlers).forEach(root::addHandler);
    }
  }

  private static Handler printing(PrintStream out) {
    return new Handler() {
      private final SimpleFormatter formatter = new SimpleFormatter();

      {
        setLevel(Level.ALL);
      }

      @Override
      public void publish(LogRecord line) {
        // Not the JDK's own: what its HTTP server and its logging do is none of the driver's.
        String name = String.valueOf(line.getLoggerName());
        if (!name.startsWith("com.sun.") && !name.startsWith("sun.") && !name.startsWith("jdk.")) {
          out.println("log " + name + ": " + formatter.format(line));
        }
      }

      @Override
      public void flush() {
        out.flush();
      }

      @Override
      public void close() {
        out.flush();
      }
    };
  }

  private void connection(String url, Properties properties, boolean everything)
      throws SQLException {
    propertyInfo(DriverManager.getDriver("jdbc:roster:"), url, properties);
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      out.println(connection);
      out.println(connection.getClientInfo());
      warnings(connection.getWarnings());
      out.println(connection.getMetaData() + " " + connection.getMetaData().getURL());
      if (everything) {
        metaData(connection.getMetaData());
      }
      query(connection, "explain plan for select * from linkedapi.accounts");
      query(connection, "select * from linkedapi.accounts");
      query(connection, "select * from postpress.own_profile where account_id = 'acc_linkedin_1'");
      query(connection, "select * from no_such_schema.no_such_table");
      query(
          connection,
          "call connectsafely.send_follow_invitations('105672170', '[\"urn:li:fsd_profile:A1\"]')");
      partial(url, properties);
      prepared(connection);
      revealed(url, properties);
      dryRun(url, properties);
      for (String table : RECORDS) {
        query(connection, "select * from " + table);
      }
    } catch (SQLException failed) {
      failure(failed);
    }
  }

  // What is revealed is meant to be seen, so it is not printed; what is recorded of it is.
  private void revealed(String url, Properties properties) throws SQLException {
    try (Connection connection = also(url, properties, "revealSecrets", "irreversible");
        Statement statement = connection.createStatement()) {
      String account = "acc_unknown";
      try (ResultSet rows = statement.executeQuery("select min(id) from linkedapi.accounts")) {
        rows.next();
        account = rows.getString(1);
      } catch (SQLException failed) {
        failure(failed);
      }
      statement
          .executeQuery("call linkedapi.regenerate_identification_token('" + account + "')")
          .close();
      warnings(statement.getWarnings());
    } catch (SQLException failed) {
      failure(failed);
    }
  }

  private void partial(String url, Properties properties) throws SQLException {
    try (Connection connection = also(url, properties, "partial")) {
      query(connection, "select * from linkedapi.accounts");
      query(connection, "select * from postpress.own_profile where account_id = 'acc_linkedin_1'");
    } catch (SQLException failed) {
      failure(failed);
    }
  }

  private void dryRun(String url, Properties properties) throws SQLException {
    Properties dry = new Properties();
    dry.putAll(properties);
    dry.setProperty("writes", "dry_run");
    // What the URL says wins.
    String dryUrl = url.replace("writes=allow", "writes=dry_run");
    try (Connection connection = DriverManager.getConnection(dryUrl, dry)) {
      query(
          connection,
          "call postpress.edit_own_profile(account_id => 'acc_linkedin_1', headline => 'Hi')");
    } catch (SQLException failed) {
      failure(failed);
    }
  }

  private static Connection also(String url, Properties properties, String... flags)
      throws SQLException {
    Properties more = new Properties();
    more.putAll(properties);
    for (String flag : flags) {
      more.setProperty(flag, "true");
    }
    return DriverManager.getConnection(url, more);
  }

  private void propertyInfo(Driver driver, String url, Properties properties) throws SQLException {
    out.println(driver);
    for (DriverPropertyInfo info : driver.getPropertyInfo(url, properties)) {
      out.println(
          String.join(
              " ",
              info.name,
              info.description,
              String.valueOf(info.value),
              Arrays.toString(info.choices)));
    }
  }

  // Every method that takes nothing, and every one that lists something.
  private void metaData(DatabaseMetaData metaData) throws SQLException {
    out.println(metaData);
    for (Method method : DatabaseMetaData.class.getMethods()) {
      Object[] everything = new Object[method.getParameterCount()];
      boolean lists = method.getReturnType() == ResultSet.class;
      boolean texts = Arrays.stream(method.getParameterTypes()).allMatch(String.class::equals);
      if (method.getParameterCount() > 0 && !(lists && texts)) {
        continue;
      }
      try {
        Object value = method.invoke(metaData, everything);
        if (value instanceof ResultSet rows) {
          rows(rows);
        } else {
          out.println(method.getName() + " " + value);
        }
      } catch (InvocationTargetException failed) {
        Throwable cause = failed.getCause();
        failure(cause == null ? failed : cause);
      } catch (IllegalAccessException impossible) {
        throw new AssertionError(impossible);
      }
    }
    try (ResultSet columns = metaData.getColumns(null, null, null, null)) {
      rows(columns);
    }
    try (ResultSet tables = metaData.getTables(null, null, null, null)) {
      rows(tables);
    }
  }

  private void query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(5);
      out.println(statement);
      try (ResultSet rows = statement.executeQuery(sql)) {
        out.println(rows + " " + rows.getMetaData());
        rows(rows);
      }
      warnings(statement.getWarnings());
    } catch (SQLException failed) {
      failure(failed);
    }
  }

  private void prepared(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select * from linkedapi.accounts where id = ?")) {
      statement.setString(1, "no such account");
      out.println(
          statement + " " + statement.getParameterMetaData() + " " + statement.getMetaData());
      rows(statement.executeQuery());
      warnings(statement.getWarnings());
    } catch (SQLException failed) {
      failure(failed);
    }
  }

  private void rows(ResultSet rows) throws SQLException {
    while (rows.next()) {
      StringBuilder line = new StringBuilder();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        line.append(rows.getMetaData().getColumnLabel(i)).append('=').append(rows.getString(i));
        line.append(' ');
      }
      out.println(line);
    }
    warnings(rows.getWarnings());
  }

  private void warnings(SQLWarning first) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      failure(warning);
    }
  }

  private void failure(Throwable thrown) {
    StringWriter trace = new StringWriter();
    // With the causes and what was suppressed.
    thrown.printStackTrace(new PrintWriter(trace, true));
    String state = thrown instanceof SQLException sql ? sql.getSQLState() : "";
    out.println(String.format(Locale.ROOT, "failure %s %s", state, trace));
    if (thrown instanceof SQLException sql && sql.getNextException() != null) {
      failure(sql.getNextException());
    }
  }
}
