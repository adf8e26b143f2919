package dev.roster.calcite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.Operation;
import dev.roster.calcite.error.ErrorMapping;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrorTypesTest {

  private SandboxEngine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new SandboxEngine();
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  @Test
  void everyDocumentedFailureOfEveryOperationIsARowAndNobodyIsCalled() throws SQLException {
    long documented =
        Providers.ALL.stream()
            .flatMap(provider -> provider.operations().stream())
            .mapToLong(operation -> operation.failures().size())
            .sum();
    assertThat(engine.rows("SELECT count(*) FROM roster.error_types"))
        .containsExactly(String.valueOf(documented));
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void everyDocumentedTypeIsMappedByItselfAndNotByItsStatus() {
    List<String> followTheStatus =
        Providers.ALL.stream()
            .flatMap(provider -> provider.operations().stream())
            .flatMap(operation -> operation.failures().stream())
            .map(Operation.Failure::type)
            .filter(type -> type != null)
            // No type stands for this status, so a type that nobody listed is what it is alone.
            .filter(type -> ErrorMapping.of(299, type) == ErrorMapping.of(299, null))
            .distinct()
            .toList();
    assertThat(followTheStatus)
        .isSubsetOf(
            "errors/unexpected_error",
            "errors/provider_error",
            "errors/authentication_intent_error");
  }

  @Test
  void aFailureThatLeavesTheOutcomeOfAWriteOpenSaysSo() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT status, sqlstate FROM roster.error_types WHERE provider = 'connectsafely'"
                    + " ORDER BY status"))
        .containsExactly("401|28000", "403|42501", "500|08007");
  }

  @Test
  void theTypeDecidesAndNotTheStatus() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT DISTINCT status, type, sqlstate FROM roster.error_types"
                    + " WHERE type IN ('noAvailableSeats', 'accountNotFound', 'sessionNotFound')"
                    + " ORDER BY type"))
        .containsExactly(
            "401|accountNotFound|28000", "403|noAvailableSeats|53400", "404|sessionNotFound|02000");
  }
}
