package dev.roster.bindings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonDataException;
import dev.roster.bindings.Upload;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class UploadJsonAdapterTest {

  private static final String JSON =
      "{\"fileName\":\"me.jpg\",\"contentType\":\"image/jpeg\",\"content\":\"AQL/\"}";

  @Test
  void readsAndWritesAFile() throws IOException {
    Upload read = Adapters.UPLOAD.fromJson(JSON);

    assertThat(read).isEqualTo(Upload.of("me.jpg", new byte[] {1, 2, -1}));
    assertThat(Adapters.UPLOAD.toJson(read)).isEqualTo(JSON);
  }

  @Test
  void skipsMembersThatItDoesNotKnow() throws IOException {
    assertThat(Adapters.UPLOAD.fromJson(JSON.replace("{", "{\"size\":{},")))
        .isEqualTo(Adapters.UPLOAD.fromJson(JSON));
  }

  @Test
  void namesWhatIsMissing() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Adapters.UPLOAD.fromJson("{\"fileName\":\"a\",\"contentType\":\"b\"}"))
        .withMessage("Required value 'content' missing at $");
  }

  @Test
  void refusesWhatIsNoBase64() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Adapters.UPLOAD.fromJson(JSON.replace("AQL/", "ä")))
        .withMessage("Expected base64 at path $.content");
  }
}
