package dev.roster.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pages that explain the specs explain all of it. */
class PagesTest {

  private static final Path README = Path.of("README.md");
  private static final Path DECISIONS = Path.of("../docs/provider-decisions.md");

  /** A row of a table that begins with a number, alone in its first cell. */
  private static final Pattern NUMBERED_ROW =
      Pattern.compile("^\\| (A?\\d+) \\|", Pattern.MULTILINE);

  @Test
  void theReadmeDefinesEachExtensionOnce() throws IOException {
    String readme = Files.readString(README);

    assertThat(Extension.ALL)
        .allSatisfy(
            extension -> assertThat(readme).containsOnlyOnce("| `" + extension.key() + "` |"));
  }

  @Test
  void everyDecisionAndEveryRuleOfTheSandboxStandsOnItsPageInOrder() throws IOException {
    List<String> expected = new ArrayList<>(decisions());
    IntStream.rangeClosed(1, 42).mapToObj(String::valueOf).forEach(expected::add);

    assertThat(numbers()).isEqualTo(expected);
  }

  @Test
  void theSpecsNameEveryDecisionWhereItApplies() {
    List<String> named =
        SpecFolder.ofProject().documents().stream()
            .flatMap(document -> document.root().tree())
            .filter(place -> place.name().equals("x-decision"))
            .flatMap(place -> place.texts().stream())
            .distinct()
            .toList();

    assertThat(named).containsExactlyInAnyOrderElementsOf(decisions());
  }

  private static List<String> decisions() {
    return IntStream.rangeClosed(1, 53).mapToObj(number -> "A" + number).toList();
  }

  private static List<String> numbers() throws IOException {
    return NUMBERED_ROW
        .matcher(Files.readString(DECISIONS))
        .results()
        .map(row -> row.group(1))
        .toList();
  }
}
