package dev.roster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of clients in {@code docs/connecting.md}, cell by cell, and the tests it names. */
class TestedClientsTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Path CLIENTS = Path.of("clients");
  private static final Pattern LINK = Pattern.compile("\\[[^]]+]\\(([^)]+)\\).*");
  private static final Pattern TEST = Pattern.compile("`(\\w+)`");
  private static final Pattern REASON = Pattern.compile("no: \\S.*");
  private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+(?:IT|Test))(?:\\.(\\w+))?`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| *(\\[.*) *\\|$");

  @Test
  void eachCellNamesATestThatExistsOrSaysWhyThereIsNone() throws IOException {
    List<String[]> rows = rows();
    assertThat(rows).isNotEmpty();
    for (String[] row : rows) {
      assertThat(row).as(row[0]).hasSize(7);
      String source = Files.readString(test(row));
      for (String cell : Arrays.asList(row).subList(1, row.length)) {
        Matcher named = TEST.matcher(cell);
        if (named.matches()) {
          assertThat(source).as(row[0]).containsPattern(testMethod(named.group(1)));
        } else {
          assertThat(cell).as(row[0]).matches(REASON);
        }
      }
    }
  }

  @Test
  void eachTestedClientHasARow() throws IOException {
    List<Path> listed = rows().stream().map(TestedClientsTest::test).toList();
    assertThat(testClasses(CLIENTS).filter(file -> file.toString().endsWith("IT.java")))
        .map(file -> file.toAbsolutePath().normalize())
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void eachTestThatTheTextNamesExists() throws IOException {
    List<Path> classes;
    try (Stream<Path> files =
        Stream.of(CLIENTS, Path.of("..", "calcite-adapter"))
            .flatMap(TestedClientsTest::testClasses)) {
      classes = files.toList();
    }
    List<MatchResult> named = NAMED_TEST.matcher(page()).results().toList();
    assertThat(named).isNotEmpty();
    for (MatchResult each : named) {
      List<Path> found =
          classes.stream().filter(file -> file.endsWith(Path.of(each.group(1) + ".java"))).toList();
      assertThat(found).as(each.group()).hasSize(1);
      if (each.group(2) != null) {
        assertThat(Files.readString(found.get(0)))
            .as(each.group())
            .containsPattern(testMethod(each.group(2)));
      }
    }
  }

  private static Pattern testMethod(String name) {
    return Pattern.compile(
        "@(?:Parameterized)?Test\\b[^;{}]*(?:\\{[^;{}]*}[^;{}]*)?\\bvoid " + name + "\\(");
  }

  /** The class that a row's first cell links to. */
  private static Path test(String[] row) {
    Matcher link = LINK.matcher(row[0]);
    assertThat(link.matches()).as(row[0]).isTrue();
    return DOCS.resolve(link.group(1)).toAbsolutePath().normalize();
  }

  private static List<String[]> rows() throws IOException {
    String page = page();
    String table =
        page.substring(page.indexOf("<!-- clients:"), page.indexOf("<!-- end of clients -->"));
    return ROW.matcher(table).results().map(row -> row.group(1).strip().split(" *\\| *")).toList();
  }

  private static Stream<Path> testClasses(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      // Collected here, so that the folder is closed.
      return files
          .filter(file -> file.toString().contains("src/test/java"))
          .filter(file -> file.toString().endsWith(".java"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String page() throws IOException {
    return Files.readString(DOCS.resolve("connecting.md"));
  }
}
