package dev.roster.ledger;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.util.NetUtils;

/**
 * Connections to the database of a ledger. Its driver is asked directly, and {@link DriverManager}
 * left as it was: a program's own connections are none of Roster's business.
 */
final class ConnectionSource implements DataSource {

  private static final String BIND_ADDRESS = "h2.bindAddress";

  private final LedgerLocation location;

  ConnectionSource(LedgerLocation location) {
    this.location = location;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = driver().connect(location.url(), location.properties());
    if (connection == null) {
      throw new SQLException("The URL is none of the database's.", "08001");
    }
    return connection;
  }

  private Driver driver() throws SQLException {
    return location.isPostgresql() ? postgresql() : h2();
  }

  private static synchronized Driver h2() {
    listenAtHome();
    boolean registered = DriverManager.drivers().anyMatch(org.h2.Driver.class::isInstance);
    Driver driver = new org.h2.Driver();
    if (!registered) {
      org.h2.Driver.unload();
    }
    return driver;
  }

  // The process that has the file open serves it to the others of this machine. H2 would listen to
  // the whole network; what it listens to instead it reads once, as it loads.
  private static void listenAtHome() {
    if (System.getProperty(BIND_ADDRESS) == null) {
      System.setProperty(BIND_ADDRESS, "localhost");
      try {
        NetUtils.getLocalAddress();
      } finally {
        System.clearProperty(BIND_ADDRESS);
      }
    }
  }

  private static synchronized Driver postgresql() throws SQLException {
    boolean registered = DriverManager.drivers().anyMatch(org.postgresql.Driver.class::isInstance);
    Driver driver = new org.postgresql.Driver();
    if (!registered && org.postgresql.Driver.isRegistered()) {
      org.postgresql.Driver.deregister();
    }
    return driver;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The location says who connects.");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException("It writes no log.");
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("It writes no log.");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("The location says how long.");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("It writes no log.");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("It wraps nothing.");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
