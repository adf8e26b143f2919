package dev.roster.calcite.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table of properties in {@code docs/connecting.md} says what the constants say. */
class ConnectingPageTest {

  private static final Path PAGE = Path.of("../docs/connecting.md");
  private static final String BEGIN = "by ConnectingPageTest -->\n";
  private static final String END = "<!-- end of properties -->";

  @Test
  void thePageHasEveryPropertyAsItsConstantSaysIt() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    assertThat(page).contains(BEGIN, END);
    assertThat(page.substring(begin, page.indexOf(END, begin)))
        .as("paste the expected table into %s", PAGE)
        .isEqualTo(table());
  }

  private static String table() {
    return """
        | property | environment variable | values | default | required | what it is |
        |---|---|---|---|---|---|
        """
        + Arrays.stream(ConnectionProperty.values())
            .map(ConnectingPageTest::row)
            .collect(Collectors.joining());
  }

  private static String row(ConnectionProperty property) {
    return "| `%s`%s | %s | %s | %s | %s | %s |\n"
        .formatted(
            property.key(),
            property.secret() ? " (secret)" : "",
            code(property.environment()),
            property.choices().isEmpty() ? "" : "`" + String.join("`, `", property.choices()) + "`",
            code(property.defaultValue()),
            property.required() ? "yes" : "no",
            property.description());
  }

  private static String code(@Nullable String text) {
    return text == null ? "" : "`" + text + "`";
  }
}
