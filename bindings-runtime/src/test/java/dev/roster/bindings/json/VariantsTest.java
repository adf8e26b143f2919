package dev.roster.bindings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How variants are told apart, and raw JSON of those that nobody knows. */
class VariantsTest {

  private static final JsonReader.Options KIND = JsonReader.Options.of("kind");
  private static final JsonReader.Options MARKERS = JsonReader.Options.of("id", "name");

  @Test
  void findsTheLabelAnywhereAndLeavesTheReaderAtItsPlace() throws IOException {
    JsonReader reader = Json.reader("{\"a\":{\"kind\":\"inner\"},\"kind\":\"outer\",\"b\":1}");

    assertThat(Variants.label(reader, KIND, "kind")).isEqualTo("outer");
    assertThat(reader.peek()).isEqualTo(JsonReader.Token.BEGIN_OBJECT);
    assertThat(reader.getPath()).isEqualTo("$");
  }

  @Test
  void namesThePathOfAMissingLabel() throws IOException {
    JsonReader reader = Json.reader("[{\"kind\":\"a\"},{\"kind\":null}]");
    reader.beginArray();
    reader.skipValue();

    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Variants.label(reader, KIND, "kind"))
        .withMessage("Required value 'kind' missing at $[1]");
  }

  @Test
  void refusesALabelOfWhatIsNoObject() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Variants.label(Json.reader("[]"), KIND, "kind"))
        .withMessage("Expected BEGIN_OBJECT but was BEGIN_ARRAY at path $");
  }

  @Test
  void findsTheFirstMarkerThatIsNotNull() throws IOException {
    assertThat(Variants.marker(Json.reader("{\"x\":1,\"name\":1,\"id\":1}"), MARKERS)).isEqualTo(1);
    assertThat(Variants.marker(Json.reader("{\"name\":null,\"id\":1}"), MARKERS)).isEqualTo(0);
  }

  @Test
  void findsNoMarker() throws IOException {
    assertThat(Variants.marker(Json.reader("{\"x\":{\"id\":1}}"), MARKERS)).isEqualTo(-1);
    assertThat(Variants.marker(Json.reader("{\"id\":null}"), MARKERS)).isEqualTo(-1);
    assertThat(Variants.marker(Json.reader("[]"), MARKERS)).isEqualTo(-1);
    assertThat(Variants.marker(Json.reader("\"id\""), MARKERS)).isEqualTo(-1);
  }

  @Test
  void keepsRawJsonToTheLastCharacter() throws IOException {
    JsonReader reader = Json.reader("[{ \"a\" : 1.50, \"b\":\"\\u00e4\" }, 1]");
    reader.beginArray();

    assertThat(RawJson.read(reader)).isEqualTo("{ \"a\" : 1.50, \"b\":\"\\u00e4\" }");
    assertThat(reader.nextInt()).isEqualTo(1);
  }

  @Test
  void writesRawJsonAsItIs() throws IOException {
    String written =
        Json.written(
            writer -> {
              writer.beginObject();
              writer.name("a");
              RawJson.write(writer, "{ \"b\" : 1.50 }");
              writer.name("c").value(1);
              writer.endObject();
            });

    assertThat(written).isEqualTo("{\"a\":{ \"b\" : 1.50 },\"c\":1}");
  }

  @Test
  void writesANullThatTheWriterWouldLeaveOut() throws IOException {
    String written =
        Json.written(
            writer -> {
              writer.beginObject();
              writer.name("a");
              ExplicitNull.write(writer);
              writer.name("b").nullValue();
              writer.endObject();
            });

    assertThat(written).isEqualTo("{\"a\":null}");
  }
}
