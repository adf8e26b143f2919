package dev.roster.jdbc;

import dev.roster.jdbc.metadata.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the build says of this driver. */
final class DriverBuild {

  static final String NAME = "Roster JDBC Driver";
  static final String PRODUCT = "Roster";

  /** The project's version, such as {@code 0.1.0-SNAPSHOT}. */
  static final String VERSION = version();

  static final int MAJOR = part(1);
  static final int MINOR = part(2);

  /** All of it, as the metadata of a connection tell it. */
  static final Product DESCRIPTION = new Product(PRODUCT, NAME, VERSION, MAJOR, MINOR);

  private DriverBuild() {}

  private static String version() {
    Properties build = new Properties();
    try (InputStream in = DriverBuild.class.getResourceAsStream("driver.properties")) {
      if (in == null) {
        throw new IllegalStateException("driver.properties is not beside " + DriverBuild.class);
      }
      build.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return build.getProperty("version", "");
  }

  private static int part(int index) {
    Matcher numbers = Pattern.compile("(\\d+)\\.(\\d+).*").matcher(VERSION);
    return numbers.matches() ? Integer.parseInt(numbers.group(index)) : 0;
  }
}
