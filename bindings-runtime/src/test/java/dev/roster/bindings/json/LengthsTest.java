package dev.roster.bindings.json;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class LengthsTest {

  @Test
  void passesWhatFitsAndWhatIsNotThere() {
    assertThatCode(
            () -> {
              Lengths.ofText("A.b", "12345", 5, 5);
              Lengths.ofText("A.b", null, 5, 5);
              Lengths.ofList("A.b", List.of(1), 0, 1);
              Lengths.ofList("A.b", null, 1, 1);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void saysWhichLimitWasBrokenAndNotWhatTheTextWas() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Lengths.ofText("EditLocation.postal_code", "1234", 5, 5))
        .withMessage("EditLocation.postal_code: at least 5 characters, given 4");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Lengths.ofList("A.b", List.of(1, 2), 0, 1))
        .withMessage("A.b: at most 1 item, given 2");
  }

  @Test
  void countsACharacterOutsideTheBasicPlaneOnce() {
    assertThatCode(() -> Lengths.ofText("A.b", "\uD83D\uDE00", 1, 1)).doesNotThrowAnyException();
  }
}
