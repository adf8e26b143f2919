package dev.roster.calcite.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a credential's file, and what is said of one that cannot be read. */
class CredentialFileTest {

  private final Path folder;

  CredentialFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String read(Path file) {
    return CredentialFile.read(ConnectionProperty.POSTPRESS_KEY_FILE, file.toString());
  }

  private static void assertRefused(Path file, String why) {
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(() -> read(file))
        .matches(failure -> failure.state() == SqlState.INVALID_AUTHORIZATION)
        .withMessage(
            "connection: property postpressKeyFile: "
                + why.replace("FILE", file.toString())
                + ". Give the path of a file whose first line is the credential.")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"key_1", "key_1\n", " key_1\t\r\nsecond line", "\uFEFFkey_1\r\n"})
  void theFirstLineWithoutTheBlanksAroundItCounts(String content) throws IOException {
    assertThat(read(Files.writeString(folder.resolve("key"), content))).isEqualTo("key_1");
  }

  @Test
  void aRelativePathBeginsInTheWorkingDirectoryAndATildeInTheHomeDirectory() throws IOException {
    Path file = Files.writeString(Files.createTempFile(Path.of("target"), "key", ""), "key_1");
    try {
      assertThat(read(file)).isEqualTo("key_1");
    } finally {
      Files.delete(file);
    }
    assertRefused(
        Path.of("~/not there"),
        "the file " + Path.of(System.getProperty("user.home"), "not there") + " does not exist");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertRefused(folder.resolve("absent"), "the file FILE does not exist");
  }

  @Test
  void aFolderCannotBeRead() {
    assertRefused(folder, "the file FILE cannot be read as text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "  \r\nkey on the second line"})
  void aFirstLineWithNothingInItIsRefused(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), content);
    assertRefused(file, "the first line of the file FILE is empty");
  }

  @Test
  void whatIsNoTextIsRefusedAndNotRepeated() throws IOException {
    Path file = folder.resolve("key");
    Files.write(file, "key_1\u00E9".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(file, "the file FILE cannot be read as text");
    Files.writeString(file, "k".repeat(1_000_000));
    assertRefused(file, "the file FILE cannot be read as text");
  }

  @Test
  void aValueThatIsNoPathIsNotRepeated() {
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(() -> CredentialFile.read(ConnectionProperty.POSTPRESS_KEY_FILE, "a\0b"))
        .withMessageContaining("its value is no path");
  }
}
