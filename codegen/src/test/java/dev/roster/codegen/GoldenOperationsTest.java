package dev.roster.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.Operation;
import dev.roster.codegen.golden.api.Operations;
import dev.roster.codegen.golden.model.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the golden operations say. */
class GoldenOperationsTest {

  @Test
  void saysEverythingOfAnOperation() {
    assertThat(Operations.LIST_BOOKS)
        .isEqualTo(
            new Operation(
                "library",
                "listBooks",
                "books.list",
                "GET",
                "/shelves/{shelf}/books",
                true,
                false,
                "Lists the books of a shelf.",
                "Every book once.",
                "Handbook, section Listing (documented)",
                new Operation.Rate(5, Duration.ofSeconds(10)),
                null,
                new Operation.ErrorShape(Problem.class, List.of("code", "type"), List.of("detail")),
                List.of(
                    new Operation.Failure(404, "shelf/unknown", "There is no such shelf."),
                    new Operation.Failure(404, "shelf/closed", "The shelf is being dusted."),
                    new Operation.Failure(500, null, "The library is on fire."))));
  }

  @Test
  void tellsWhatOnlyReadsAndWhatCannotBeUndone() {
    assertThat(Operations.ALL)
        .extracting(Operation::id)
        .containsExactly("listBooks", "countBooks", "burnBook", "editMember");
    assertThat(Operations.ALL.stream().filter(Operation::readOnly))
        .containsExactly(Operations.LIST_BOOKS, Operations.COUNT_BOOKS);
    assertThat(Operations.ALL.stream().filter(Operation::irreversible))
        .containsExactly(Operations.BURN_BOOK);
  }

  @Test
  void unwrapsAnEnvelope() {
    assertThat(Operations.COUNT_BOOKS.envelope()).isEqualTo(new Operation.Envelope("ok", "data"));
    assertThat(Operations.COUNT_BOOKS.description())
        .isEqualTo("Counts \"all\" books.\n\nTakes a while.");
  }

  @Test
  void tellsWhereTheCredentialGoes() {
    assertThat(Operations.BASE_URL).isEqualTo("https://library.example/api");
    assertThat(Operations.CREDENTIAL_HEADER).isEqualTo("Authorization");
    assertThat(Operations.CREDENTIAL_PREFIX).isEqualTo("Bearer ");
  }
}
