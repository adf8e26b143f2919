package dev.roster.bindings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarsTest {

  @Test
  void readsValues() throws IOException {
    assertThat(Adapters.TEXT.fromJson("\"a\"")).isEqualTo("a");
    assertThat(Adapters.BOOLEAN.fromJson("true")).isTrue();
    assertThat(Adapters.INTEGER.fromJson("9007199254740993")).isEqualTo(9007199254740993L);
    assertThat(Adapters.NUMBER.fromJson("1.25")).isEqualTo(1.25);
    assertThat(Adapters.INSTANT.fromJson("\"1970-01-01T00:00:00Z\"")).isEqualTo(Instant.EPOCH);
  }

  @Test
  void readsNullAsNullAndWritesItAgain() throws IOException {
    for (JsonAdapter<?> adapter :
        List.of(
            Adapters.TEXT,
            Adapters.BOOLEAN,
            Adapters.INTEGER,
            Adapters.NUMBER,
            Adapters.INSTANT,
            Adapters.UPLOAD,
            Adapters.ANY,
            Adapters.ANY_LIST,
            Adapters.list(Adapters.TEXT))) {
      assertThat(adapter.fromJson("null")).as(adapter.toString()).isNull();
      assertThat(adapter.toJson(null)).as(adapter.toString()).isEqualTo("null");
    }
  }

  @Test
  void writesWhatItRead() throws IOException {
    assertThat(Json.again(Adapters.TEXT, "\"ä\\n\"")).isEqualTo("\"ä\\n\"");
    assertThat(Json.again(Adapters.BOOLEAN, "false")).isEqualTo("false");
    assertThat(Json.again(Adapters.INTEGER, "-1")).isEqualTo("-1");
    assertThat(Json.again(Adapters.NUMBER, "0.5")).isEqualTo("0.5");
    assertThat(Json.again(Adapters.INSTANT, "\"2024-01-01T00:00:00Z\""))
        .isEqualTo("\"2024-01-01T00:00:00.000Z\"");
  }

  @Test
  void refusesAValueOfAnotherType() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Adapters.INTEGER.fromJson("1.5"))
        .withMessageContaining("Expected a long but was 1.5 at path $");
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Adapters.TEXT.fromJson("{}"))
        .withMessageContaining("Expected a string but was BEGIN_OBJECT at path $");
  }
}
