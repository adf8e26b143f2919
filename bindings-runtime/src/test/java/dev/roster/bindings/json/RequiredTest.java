package dev.roster.bindings.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredTest {

  /**
   * Goes into arrays and objects as {@code way} says, skips all members, and asks for the error.
   */
  private static String message(JsonReader reader, String way) throws IOException {
    for (String step : way.split(" ", -1)) {
      switch (step) {
        case "[" -> reader.beginArray();
        case "{" -> reader.beginObject();
        case "next" -> reader.skipValue();
        default -> assertThat(reader.nextName()).isNotEmpty();
      }
    }
    while (reader.hasNext()) {
      assertThat(reader.nextName()).isNotEmpty();
      reader.skipValue();
    }
    return String.valueOf(Required.missing("id", reader).getMessage());
  }

  @Test
  void namesTheRoot() throws IOException {
    assertThat(message(Json.reader("{\"a\":1}"), "{"))
        .isEqualTo("Required value 'id' missing at $");
    assertThat(message(Json.reader("{}"), "{")).isEqualTo("Required value 'id' missing at $");
  }

  @Test
  void namesAMember() throws IOException {
    assertThat(message(Json.reader("{\"session\":{\"a\":1}}"), "{ name {"))
        .isEqualTo("Required value 'id' missing at $.session");
    assertThat(message(Json.reader("{\"session\":{}}"), "{ name {"))
        .isEqualTo("Required value 'id' missing at $.session");
  }

  @Test
  void namesTheItemAndNotTheNextOne() throws IOException {
    String json = "{\"accounts\":[{},{\"a\":1},{}]}";

    assertThat(message(Json.reader(json), "{ name [ {"))
        .isEqualTo("Required value 'id' missing at $.accounts[0]");
    assertThat(message(Json.reader(json), "{ name [ next {"))
        .isEqualTo("Required value 'id' missing at $.accounts[1]");
    assertThat(message(Json.reader(json), "{ name [ next next {"))
        .isEqualTo("Required value 'id' missing at $.accounts[2]");
  }

  @Test
  void namesAnItemBeyondTheNinth() throws IOException {
    assertThat(
            message(
                Json.reader("[1,1,1,1,1,1,1,1,1,{}]"),
                "[ next next next next next next next next next {"))
        .isEqualTo("Required value 'id' missing at $[9]");
  }

  @Test
  void namesAMemberWhoseNameLooksLikeAnIndex() throws IOException {
    assertThat(message(Json.reader("{\"a[3]\":{\"b.c\":1}}"), "{ name {"))
        .isEqualTo("Required value 'id' missing at $.a[3]");
  }

  @Test
  void namesTheSameInAJsonTree() throws IOException {
    Object tree =
        new Moshi.Builder().build().adapter(Object.class).fromJson("{\"accounts\":[{\"a\":1},{}]}");

    assertThat(new RequiredIn("{ name [ next {").fromJsonValue(tree))
        .isEqualTo("Required value 'id' missing at $.accounts[1]");
  }

  /** Reads a tree, which only an adapter can. */
  private static final class RequiredIn extends JsonAdapter<String> {

    private final String way;

    RequiredIn(String way) {
      this.way = way;
    }

    @Override
    public String fromJson(JsonReader reader) throws IOException {
      return message(reader, way);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable String value) {
      throw new UnsupportedOperationException("only reads");
    }
  }
}
