package dev.roster.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lint finds each kind of fault, and says in which file and at which place. */
class LintRulesTest {

  private static final Path RESOURCES = Path.of("src/test/resources/lint");

  /** A document without fault, with its examples. */
  private static final Path SMALL = RESOURCES.resolve("small");

  /**
   * A change that breaks the small document or one of its examples.
   *
   * @param name what is wrong
   * @param file the file that is changed
   * @param text what stands in it once
   * @param replacement what stands there instead
   * @param place the file and JSON pointer that the lint must name
   * @param message a part of what it must say
   */
  record Seed(
      String name, String file, String text, String replacement, String place, String message) {

    static Seed of(JsonNode node) {
      return new Seed(
          node.path("name").asText(),
          node.path("file").asText("small.yaml"),
          node.path("text").asText(),
          node.path("replacement").asText(),
          node.path("place").asText(),
          node.path("message").asText());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Seed> seeds() throws IOException {
    JsonNode faults = new YAMLMapper().readTree(RESOURCES.resolve("faults.yaml").toFile());
    return StreamSupport.stream(faults.spliterator(), false).map(Seed::of).toList();
  }

  @Test
  void theSmallDocumentIsWithoutFault() {
    assertThat(lint(SMALL)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSeededFaultIsFound(Seed seed, @TempDir Path folder) throws IOException {
    copySmallDocument(folder);
    replace(folder.resolve(seed.file()), seed.text(), seed.replacement());

    assertThat(lint(folder))
        .anySatisfy(
            fault -> {
              assertThat(fault.file() + "#" + fault.pointer()).isEqualTo(seed.place());
              assertThat(fault.message()).contains(seed.message());
            });
  }

  @Test
  void aKeyThatStandsTwiceIsRefused(@TempDir Path folder) throws IOException {
    copySmallDocument(folder);
    replace(folder.resolve("small.yaml"), "  title: Small", "  title: Small\n  title: Tiny");

    assertThatThrownBy(() -> lint(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("small.yaml")
        .hasMessageContaining("title");
  }

  private static List<Fault> lint(Path folder) {
    return new SpecLint(new SpecFolder(folder)).faults();
  }

  private static void copySmallDocument(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(SMALL)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SMALL.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
  }

  private static void replace(Path file, String text, String replacement) throws IOException {
    String before = Files.readString(file);
    assertThat(before).containsOnlyOnce(text);
    Files.writeString(file, before.replace(text, replacement));
  }
}
