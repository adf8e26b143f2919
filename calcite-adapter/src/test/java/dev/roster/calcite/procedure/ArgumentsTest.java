package dev.roster.calcite.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.roster.bindings.Field;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.util.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What arguments become, and what is said of those that break a rule. */
class ArgumentsTest {

  private static final JsonAdapter<Object> ANY = new Moshi.Builder().build().adapter(Object.class);

  private static Arguments of(Field.Kind kind, @Nullable Object value) {
    return new Arguments(
        "fake.send", List.of(Parameter.of("x", kind, "the thing")), new @Nullable Object[] {value});
  }

  @Test
  void valuesBecomeWhatTheirParametersAre() {
    assertThat(of(Field.Kind.TEXT, 5).text("x")).isEqualTo("5");
    assertThat(of(Field.Kind.TEXT, "").text("x")).isEmpty();
    assertThat(of(Field.Kind.BOOLEAN, "TRUE").bool("x")).isTrue();
    assertThat(of(Field.Kind.INTEGER, new BigDecimal("7.0")).integer("x")).isEqualTo(7L);
    assertThat(of(Field.Kind.NUMBER, 1).number("x")).isEqualTo(1.0);
    assertThat(of(Field.Kind.INSTANT, 1771585911732L).instant("x"))
        .isEqualTo("2026-02-20T11:11:51.732Z");
    assertThat(of(Field.Kind.INSTANT, "2026-02-20 11:11:51").instant("x"))
        .isEqualTo(Instant.parse("2026-02-20T11:11:51Z"));
    assertThat(of(Field.Kind.LIST, Arrays.asList("a", "b")).texts("x")).containsExactly("a", "b");
    assertThat(of(Field.Kind.LIST, "[\"a\"]").texts("x")).containsExactly("a");
    assertThat(of(Field.Kind.OBJECT, "{\"a\":1}").json("x", ANY)).isEqualTo(Map.of("a", 1.0));
  }

  @Test
  void whatWasLeftOutIsNull() {
    assertThat(of(Field.Kind.TEXT, null).text("x")).isNull();
    assertThat(of(Field.Kind.LIST, null).texts("x")).isEmpty();
    assertThat(of(Field.Kind.TEXT, null).has("x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "BOOLEAN, yes, must be true or false.",
    "INTEGER, 1.5, must be a whole number.",
    "INTEGER, x, must be a whole number.",
    "NUMBER, x, must be a number.",
    "INSTANT, yesterday, 'must be a TIMESTAMP, or ISO 8601 text.'",
    "BINARY, x, must be bytes (VARBINARY).",
    "LIST, {}, must be a JSON array.",
    "LIST, '[1', must be a JSON array.",
    "OBJECT, [], must be a JSON object.",
    "ANY, x, must be JSON.",
  })
  void aValueOfAnotherTypeIsRefused(Field.Kind kind, String value, String rule) {
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(() -> of(kind, value))
        .matches(failure -> failure.state() == SqlState.INVALID_ARGUMENT)
        .withMessage("fake.send: argument x " + rule);
  }

  @Test
  void anArrayIsNoText() {
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(() -> of(Field.Kind.TEXT, List.of("a")))
        .withMessage("fake.send: argument x must be text.");
  }

  @Test
  void aFileNeedsItsName() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("picture", Field.Kind.BINARY, "the file"),
            Parameter.of("file_name", Field.Kind.TEXT, "its name"));
    ByteString bytes = new ByteString("jpg".getBytes(StandardCharsets.UTF_8));
    assertThat(
            new Arguments("fake.send", parameters, new @Nullable Object[] {bytes, "me.jpg"})
                .upload("picture", "file_name"))
        .hasToString("Upload[me.jpg, image/jpeg, 3 bytes]");
    assertThat(
            new Arguments("fake.send", parameters, new @Nullable Object[] {null, null})
                .upload("picture", "file_name"))
        .isNull();
    assertThatExceptionOfType(SqlStateException.class)
        .isThrownBy(
            () ->
                new Arguments("fake.send", parameters, new @Nullable Object[] {bytes, null})
                    .upload("picture", "file_name"))
        .withMessageStartingWith("fake.send: argument file_name must be given with picture");
  }
}
