package dev.roster.integration.writes;

import dev.roster.clients.testing.SandboxProcess;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The driver of the driver jar, in a class loader of its own: no other opens a ledger file that
 * programs on the jar have made.
 */
final class DriverOfJar implements AutoCloseable {

  private final URLClassLoader loader;
  private final Driver driver;

  private DriverOfJar(URLClassLoader loader, Driver driver) {
    this.loader = loader;
    this.driver = driver;
  }

  static DriverOfJar load() throws IOException {
    URL jar = SandboxProcess.driverJar().toUri().toURL();
    URLClassLoader loader =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    try {
      Object driver =
          loader.loadClass("dev.roster.jdbc.Driver").getDeclaredConstructor().newInstance();
      return new DriverOfJar(loader, (Driver) driver);
    } catch (ReflectiveOperationException absent) {
      throw new IllegalStateException(jar + " has no driver", absent);
    }
  }

  Connection connect(String url) throws SQLException {
    return driver.connect(url, new Properties());
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
