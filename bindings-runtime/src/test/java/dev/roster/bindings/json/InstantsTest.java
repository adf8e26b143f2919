package dev.roster.bindings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  /** The years 0000 to 9999, which have four digits. */
  private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * 86_400;

  private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay() * 86_400;

  @Test
  void readsWhatTheLibraryReads() {
    Random random = new Random(20251105);
    for (int i = 0; i < 200_000; i++) {
      long seconds = FIRST + (long) (random.nextDouble() * (LAST - FIRST));
      Instant instant =
          switch (i % 3) {
            case 0 -> Instant.ofEpochSecond(seconds);
            case 1 -> Instant.ofEpochSecond(seconds, random.nextInt(1000) * 1_000_000L);
            default -> Instant.ofEpochSecond(seconds, random.nextInt(1_000_000_000));
          };
      assertThat(Instants.parse(instant.toString())).isEqualTo(instant);
      assertThat(Instants.parse(Instants.format(instant))).isEqualTo(instant);
    }
  }

  @Test
  void readsEveryDayOfFourHundredYears() {
    LocalDate end = LocalDate.of(2100, 1, 1);
    for (LocalDate day = LocalDate.of(1700, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
      assertThat(Instants.parse(day + "T00:00:00Z"))
          .isEqualTo(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T12:00:00Z",
        "2024-12-31T23:59:59.999999999Z",
        "2024-01-01T00:00:00.5Z",
        "2024-01-01T00:00Z",
        "+12024-01-01T00:00:00Z"
      })
  void readsOtherFormsTheLibrarysWay(String text) {
    assertThat(Instants.parse(text)).isEqualTo(java.time.OffsetDateTime.parse(text).toInstant());
  }

  @Test
  void readsAnOffset() {
    assertThat(Instants.parse("2024-01-01T02:30:00.000+02:30")).isEqualTo("2024-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2023-02-29T12:00:00Z",
        "2024-13-01T00:00:00Z",
        "2024-00-01T00:00:00Z",
        "2024-01-00T00:00:00Z",
        "2024-01-01T24:00:01Z",
        "2024-01-01T00:60:00Z",
        "2024-01-01T00:00:60Z",
        "2024-01-01 00:00:00Z",
        "2024-01-01T00:00:00.00:Z",
        "2024-01-01T00:00:00",
        "-024-01-01T00:00:00Z"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Instants.parse(text));
  }

  @Test
  void writesAtLeastMilliseconds() {
    assertThat(Instants.format(Instant.parse("2024-01-01T00:00:00Z")))
        .isEqualTo("2024-01-01T00:00:00.000Z");
    assertThat(Instants.format(Instant.parse("2024-01-01T00:00:00.120Z")))
        .isEqualTo("2024-01-01T00:00:00.120Z");
    assertThat(Instants.format(Instant.parse("2024-01-01T00:00:00.123456Z")))
        .isEqualTo("2024-01-01T00:00:00.123456Z");
  }

  @Test
  void namesThePathOfATextThatIsNoTime() throws Exception {
    JsonReader reader = Json.reader("{\"at\":\"noon\"}");
    reader.beginObject();
    assertThat(reader.nextName()).isEqualTo("at");

    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> Scalars.instant(reader))
        .withMessage(
            "Expected a time such as 2025-11-05T10:30:00.000Z but was 'noon' at path $.at");
  }
}
