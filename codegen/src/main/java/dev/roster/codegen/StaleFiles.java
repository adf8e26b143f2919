package dev.roster.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes what an earlier run left and this one no longer writes, such as the class of a schema
 * that was renamed. Emptying the folder first would do it too, but then every build would compile
 * every binding again.
 */
final class StaleFiles {

  private StaleFiles() {}

  static void delete(Path folder, Set<String> written) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!written.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete old files in " + folder, e);
    }
  }
}
