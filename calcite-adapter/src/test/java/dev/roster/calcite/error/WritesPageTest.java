package dev.roster.calcite.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of answers in {@code docs/writes.md} says what the constants say. */
class WritesPageTest {

  private static final Path PAGE = Path.of("../docs/writes.md");
  private static final String BEGIN = "by WritesPageTest -->\n";
  private static final String END = "<!-- end of answers -->";

  @Test
  void thePageHasEveryAnswerAsItsConstantSaysIt() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN, END);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    assertThat(page.substring(begin, page.indexOf(END, begin)))
        .as("paste the expected table into %s", PAGE)
        .isEqualTo(
            Arrays.stream(AnswerState.values())
                .map(row -> "| %s | `%s` |\n".formatted(row.answer(), row.state()))
                .collect(Collectors.joining("", "| answer | state |\n|---|---|\n", "")));
  }
}
