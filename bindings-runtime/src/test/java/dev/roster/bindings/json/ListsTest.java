package dev.roster.bindings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists, and values of any kind. */
class ListsTest {

  private static final JsonAdapter<List<String>> TEXTS = Adapters.list(Adapters.TEXT);

  @Test
  void readsAndWritesAList() throws IOException {
    assertThat(TEXTS.fromJson("[\"a\",\"b\"]")).containsExactly("a", "b");
    assertThat(Json.again(TEXTS, "[\"a\",\"b\"]")).isEqualTo("[\"a\",\"b\"]");
    assertThat(TEXTS.fromJson("[]")).isEmpty();
  }

  @Test
  void refusesANullItemAndNamesItsPath() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> TEXTS.fromJson("[\"a\",null]"))
        .withMessage("Required value missing at $[1]");
  }

  @Test
  void refusesWhatIsNoList() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> TEXTS.fromJson("\"a\""))
        .withMessageContaining("Expected BEGIN_ARRAY but was STRING at path $");
  }

  @Test
  void givesListsThatCannotBeChanged() throws IOException {
    List<String> read = TEXTS.fromJson("[\"a\"]");

    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> read.add("b"));
  }

  @Test
  void readsAnythingIntoAList() throws IOException {
    assertThat(Adapters.ANY_LIST.fromJson("[1,null,\"a\",true,[],{}]"))
        .isEqualTo(Arrays.asList(1L, null, "a", true, List.of(), Map.of()));
  }

  @Test
  void keepsNumbersWhole() throws IOException {
    assertThat(Adapters.ANY.fromJson("1")).isEqualTo(1L);
    assertThat(Adapters.ANY.fromJson("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(Adapters.ANY.fromJson("9223372036854775808"))
        .isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(Adapters.ANY.fromJson("1.0")).isEqualTo(1.0);
    assertThat(Adapters.ANY.fromJson("1e3")).isEqualTo(1000.0);
    assertThat(Adapters.ANY.fromJson("0.1")).isEqualTo(0.1);
    assertThat(Adapters.ANY.fromJson("0.12345678901234567890"))
        .isEqualTo(new BigDecimal("0.12345678901234567890"));
    assertThat(Adapters.ANY.fromJson("1e400")).isEqualTo(new BigDecimal("1e400"));
  }

  @Test
  void writesAnythingAsItWas() throws IOException {
    String json =
        "{\"a\":[1,2.5,null,{\"b\":\"c\"}],\"d\":null,\"e\":true,\"f\":12345678901234567890}";

    assertThat(Json.again(Adapters.ANY, json)).isEqualTo(json);
  }

  @Test
  void refusesToWriteWhatHasNoJsonForm() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Adapters.ANY.toJson(new Object()))
        .withMessage(
            "a java.lang.Object has no JSON form; give a map, a list, a text, a number, a boolean or"
                + " null");
  }
}
