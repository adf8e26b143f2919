package dev.roster.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specs of this project are without fault. */
class SpecLintTest {

  private static final SpecFolder SPECS = SpecFolder.ofProject();

  static Stream<String> documents() {
    return SPECS.documents().stream().map(SpecDocument::file);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDocumentAndItsExamplesAreWithoutFault(String file) {
    assertThat(new SpecLint(SPECS).faults(SPECS.document(file))).isEmpty();
  }

  @Test
  void theWholeFolderIsWithoutFault() {
    assertThat(new SpecLint(SPECS).faults()).isEmpty();
  }

  @Test
  void theFolderHoldsTheThreeProviders() {
    assertThat(documents())
        .containsExactly("connectsafely.yaml", "linkedapi.yaml", "postpress.yaml");
  }
}
