package dev.roster.ledger;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a ledger is. Its text shows no password. */
public final class LedgerLocation {

  private static final String H2 = "jdbc:h2:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  // Of a parameter (password, sslpassword, PASSWORD), or before the host.
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)[?;&][a-z]*password=([^;&]*)|//[^/?;:@]*:([^/?;]*)@");

  // Shared by the processes of a machine; a commit is written when it returns.
  private static final String FILE_SETTINGS = ";AUTO_SERVER=TRUE;TRACE_LEVEL_FILE=0";
  private static final String WRITE_AT_ONCE = ";WRITE_DELAY=0";

  private final @Nullable String url;
  private final @Nullable Path directory;
  private final String shown;

  private LedgerLocation(@Nullable String url, @Nullable Path directory, String shown) {
    this.url = url;
    this.directory = directory;
    this.shown = shown;
  }

  /**
   * Returns the location that a text names: {@code none}, a directory ({@code ~/} begins in the
   * home directory), or a URL that begins with {@code jdbc:h2:} or {@code jdbc:postgresql:}.
   *
   * @throws IllegalArgumentException if it names none; the message does not repeat the text
   */
  public static LedgerLocation of(String text) {
    if (text.equals("none")) {
      return new LedgerLocation(null, null, "none");
    }
    if (text.startsWith(POSTGRESQL)) {
      return new LedgerLocation(text, null, withoutUser(before(text, '?')));
    }
    if (text.startsWith(H2)) {
      return new LedgerLocation(atOnce(text), null, before(text, ';'));
    }
    if (text.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "is a JDBC URL of a database that Roster has no driver for. Give one that begins with "
              + H2
              + " or "
              + POSTGRESQL
              + ", or a directory.");
    }
    return ofDirectory(text);
  }

  /** Returns a location in the memory of this process; two with the same name are the same. */
  public static LedgerLocation inMemory(String name) {
    return new LedgerLocation("jdbc:h2:mem:roster-" + name, null, "memory");
  }

  /** Returns a location in the memory of this process that is no other's. */
  public static LedgerLocation inMemory() {
    return inMemory(UUID.randomUUID().toString());
  }

  private static LedgerLocation ofDirectory(String text) {
    Path directory;
    try {
      directory =
          text.equals("~") || text.startsWith("~/")
              ? Path.of(System.getProperty("user.home"), text.substring(1))
              : Path.of(text);
    } catch (InvalidPathException invalid) {
      throw new IllegalArgumentException("is no directory. Give a path, or none.", invalid);
    }
    Path absolute = directory.toAbsolutePath().normalize();
    if (absolute.toString().indexOf(';') >= 0) {
      throw new IllegalArgumentException(
          "has a semicolon in its path, which H2 cannot open. Give another directory.");
    }
    Path own = absolute.resolve("h2");
    return new LedgerLocation(
        atOnce(H2 + "file:" + own.resolve("ledger").toString().replace('\\', '/') + FILE_SETTINGS),
        own,
        absolute.toString());
  }

  private static String atOnce(String url) {
    return url.toUpperCase(Locale.ROOT).contains(";WRITE_DELAY=") ? url : url + WRITE_AT_ONCE;
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String withoutUser(String url) {
    int at = url.lastIndexOf('@');
    return at < 0 ? url : POSTGRESQL + "//" + url.substring(at + 1);
  }

  /** Returns whether nothing is to be recorded. */
  public boolean isNone() {
    return url == null;
  }

  /** Returns its JDBC URL, with whatever secret it holds. */
  String url() {
    if (url == null) {
      throw new IllegalStateException("ledger=none has no database.");
    }
    return url;
  }

  /** Returns the directory of the database, which is Roster's own; null if there is none. */
  @Nullable Path directory() {
    return directory;
  }

  boolean isPostgresql() {
    return url().startsWith(POSTGRESQL);
  }

  /** Returns whether another program, which must be running already, has the database. */
  boolean isServer() {
    return isPostgresql() || url().startsWith(H2 + "tcp:") || url().startsWith(H2 + "ssl:");
  }

  /** Returns what a driver is told beside the URL, whose own parameters win. */
  Properties properties() {
    Properties properties = new Properties();
    if (isPostgresql()) {
      // A server that answers no more must not hold a statement for ever. Seconds.
      properties.setProperty("connectTimeout", "10");
      properties.setProperty("socketTimeout", "60");
      properties.setProperty("tcpKeepAlive", "true");
      properties.setProperty("ApplicationName", "roster");
    }
    return properties;
  }

  /** Returns whether a failure repeats no password of the URL. */
  boolean isSafe(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (passwords().stream().anyMatch(message::contains)) {
        return false;
      }
    }
    return true;
  }

  // As they stand in the URL, and as they are meant.
  private List<String> passwords() {
    List<String> passwords = new ArrayList<>();
    Matcher matcher = PASSWORD.matcher(url());
    while (matcher.find()) {
      String written = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      passwords.add(written);
      try {
        passwords.add(URLDecoder.decode(written, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException plain) {
        // A percent sign that begins no code stands for itself.
      }
    }
    passwords.removeIf(String::isEmpty);
    return passwords;
  }

  /** Shows where it is: a directory, or a URL without user, password and parameters. */
  @Override
  public String toString() {
    return shown;
  }
}
