package dev.roster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/**
 * The directory of a ledger in H2. Nobody but its owner may enter: the files say who was invited,
 * and how to reach the process that serves them to others.
 */
final class LedgerFiles {

  private LedgerFiles() {}

  /** Makes the directory, if there is to be one. */
  static void prepare(LedgerLocation location) throws SQLException {
    Path directory = location.directory();
    if (directory == null) {
      return;
    }
    try {
      Files.createDirectories(directory);
      // Windows has no such thing; there a user's directory is the user's own.
      if (Files.getFileAttributeView(directory, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException failure) {
      throw new SQLException(
          "the directory " + directory + " cannot be made, or be made the owner's alone",
          "58030",
          failure);
    }
  }
}
