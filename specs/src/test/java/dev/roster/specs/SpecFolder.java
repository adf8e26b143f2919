package dev.roster.specs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder with the documents ({@code *.yaml}) and their examples ({@code examples/**}).
 *
 * @param root where it lies
 */
record SpecFolder(Path root) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  /** The specs of this project. The build runs the tests in the folder of their module. */
  static SpecFolder ofProject() {
    return new SpecFolder(Path.of("").toAbsolutePath());
  }

  /** Every document, by file name, so that a new one is checked without being listed. */
  List<SpecDocument> documents() {
    return files(root, 1, path -> path.toString().endsWith(".yaml")).stream()
        .map(SpecDocument::read)
        .toList();
  }

  SpecDocument document(String file) {
    return SpecDocument.read(root.resolve(file));
  }

  /**
   * The path of every example below the folder, such as {@code examples/linkedapi/getAll.200.json}.
   */
  List<String> examples() {
    return files(root.resolve("examples"), Integer.MAX_VALUE, Files::isRegularFile).stream()
        .map(path -> root.relativize(path).toString().replace('\\', '/'))
        .toList();
  }

  boolean hasExample(String example) {
    return Files.isRegularFile(root.resolve(example));
  }

  /**
   * Reads an example.
   *
   * @throws UncheckedIOException if it is no JSON or names a member twice
   */
  JsonNode example(String example) {
    try {
      return JSON.readTree(root.resolve(example).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(example + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Path> files(Path folder, int depth, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.walk(folder, depth)) {
      return paths.filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed: " + e.getMessage(), e);
    }
  }
}
