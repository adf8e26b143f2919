package dev.roster.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTest {

  @ParameterizedTest
  @CsvSource({
    "me.jpg, image/jpeg",
    "me.JPEG, image/jpeg",
    "me.png, image/png",
    "me.gif, image/gif",
    "me.webp, image/webp",
    "cv.pdf, application/pdf",
    "talk.mp4, video/mp4",
    "archive.tar.xz, application/octet-stream",
    "none, application/octet-stream",
  })
  void theMediaTypeFollowsTheEnding(String fileName, String type) {
    assertThat(Upload.of(fileName, new byte[0]).contentType()).isEqualTo(type);
  }

  @Test
  void aFileIsReadWholeAndNamedWithoutItsFolder(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("me.png"), new byte[] {1, 2, 3});

    Upload upload = Upload.of(file);

    assertThat(upload.fileName()).isEqualTo("me.png");
    assertThat(upload.content().toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void aMissingFileIsAnError(@TempDir Path folder) {
    assertThatThrownBy(() -> Upload.of(folder.resolve("none.png")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void theBytesAreCopied() {
    byte[] bytes = {1};
    Upload upload = Upload.of("a.png", bytes);

    bytes[0] = 9;

    assertThat(upload.content().toByteArray()).containsExactly(1);
  }

  @Test
  void itShowsItsSizeButNotItsBytes() {
    assertThat(Upload.of("a.png", new byte[] {104, 105}))
        .hasToString("Upload[a.png, image/png, 2 bytes]");
  }
}
