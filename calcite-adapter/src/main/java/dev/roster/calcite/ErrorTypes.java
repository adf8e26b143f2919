package dev.roster.calcite;

import dev.roster.bindings.Field;
import dev.roster.bindings.Operation;
import dev.roster.calcite.error.CallFailures;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The table {@code roster.error_types}: one row for each failure that a provider documents for an
 * operation, with the SQLSTATE that it has here. It comes from the specs; reading it calls nobody.
 */
final class ErrorTypes {

  private record ErrorType(Operation operation, Operation.Failure failure) {
    SqlState state() {
      return CallFailures.stateOf(operation, failure);
    }
  }

  private static final List<Field<ErrorType>> FIELDS =
      List.of(
          Field.text("provider", "The provider's id.", type -> type.operation().provider()),
          Field.text(
              "operation",
              "The provider's own name of the operation.",
              type -> type.operation().name()),
          Field.integer("status", "The HTTP status.", type -> (long) type.failure().status()),
          Field.<ErrorType>text(
                  "type",
                  "The provider's error type; NULL where it has none.",
                  type -> type.failure().type())
              .orNull(),
          Field.text(
              "sqlstate",
              "The SQLSTATE of a statement that it ends. A keyed read whose key is not found has no row instead.",
              type -> type.state().code()),
          Field.text("description", "What it means.", type -> type.failure().description()));

  private ErrorTypes() {}

  static ApiTable<?> table(List<Provider> providers) {
    List<ErrorType> rows =
        providers.stream()
            .flatMap(provider -> provider.operations().stream())
            .flatMap(
                operation ->
                    operation.failures().stream().map(failure -> new ErrorType(operation, failure)))
            .toList();
    return ApiTable.<ErrorType>named(
            "error_types", "The documented failures of all operations, with their SQLSTATEs.")
        .columns(Column.of(FIELDS))
        .allRows(calls -> CompletableFuture.completedFuture(rows))
        .build();
  }
}
