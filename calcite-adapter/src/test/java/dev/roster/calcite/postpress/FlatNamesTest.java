package dev.roster.calcite.postpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What nested fields are called in SQL. */
class FlatNamesTest {

  @Test
  void aPathIsJoinedInSnakeCase() {
    assertThat(FlatNames.of(List.of(List.of("skills"), List.of("location", "id"))))
        .containsExactly("skills", "location_id");
  }

  @Test
  void aGroupThatOnlyBundlesIsLeftOut() {
    assertThat(
            FlatNames.of(
                List.of(
                    List.of("layout", "bottomLeft", "x"),
                    List.of("seniority", "start_date", "month"),
                    List.of("connection_params", "smtp", "host"))))
        .containsExactly("bottom_left_x", "start_date_month", "smtp_host");
  }

  @Test
  void aFieldThatIsClearAloneStandsAlone() {
    assertThat(FlatNames.of(List.of(List.of("location", "postal_code"))))
        .containsExactly("postal_code");
  }

  @Test
  void namesThatWouldBeTheSameAreWholePaths() {
    assertThat(
            FlatNames.of(
                List.of(List.of("seniority", "start_date", "year"), List.of("start_date", "year"))))
        .containsExactly("seniority_start_date_year", "start_date_year");
  }
}
