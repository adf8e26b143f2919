package dev.roster.calcite.settings;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file with a credential, as containers and secret stores hand them out: its first line counts,
 * without the blanks around it. It is read anew for each connection, so that a credential may
 * change while a program runs.
 */
final class CredentialFile {

  // More than any credential has; a wrong path may lead to a device that never ends.
  private static final int MOST_CHARACTERS = 16_384;

  private CredentialFile() {}

  /**
   * Returns the credential.
   *
   * @param property the property that names the file, for messages
   * @param path where it is; relative to the working directory, or {@code ~/} and a path in the
   *     home directory
   * @throws SqlStateException 28000 if there is no such file, or none that can be read, or its
   *     first line is blank; with the path and never with what is in the file
   */
  static String read(ConnectionProperty property, String path) {
    Path file;
    try {
      file = path.startsWith("~/") ? inHome(path.substring(2)) : Path.of(path).toAbsolutePath();
    } catch (InvalidPathException invalid) {
      throw failure(property, "its value is no path");
    }
    String line;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      line = firstLine(reader);
    } catch (NoSuchFileException absent) {
      throw failure(property, "the file " + file + " does not exist");
    } catch (AccessDeniedException denied) {
      throw failure(property, "the file " + file + " may not be read by this program's user");
    } catch (IOException unreadable) {
      throw failure(property, "the file " + file + " cannot be read as text");
    }
    if (line.isEmpty()) {
      throw failure(property, "the first line of the file " + file + " is empty");
    }
    return line;
  }

  private static Path inHome(String path) {
    return Path.of(System.getProperty("user.home"), path);
  }

  private static String firstLine(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = reader.read(); next >= 0 && next != '\n'; next = reader.read()) {
      if (line.length() == MOST_CHARACTERS) {
        throw new IOException("no line ends");
      }
      line.append((char) next);
    }
    // Editors on Windows put a byte order mark in front.
    return line.toString().replace("\uFEFF", "").strip();
  }

  private static SqlStateException failure(ConnectionProperty property, String what) {
    return new SqlStateException(
        SqlState.INVALID_AUTHORIZATION,
        "connection: property "
            + property.key()
            + ": "
            + what
            + ". Give the path of a file whose first line is the credential.");
  }
}
