package dev.roster.calcite.linkedapi;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Field;
import dev.roster.bindings.Operation;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.Send;
import dev.roster.calcite.table.Column;
import dev.roster.linkedapi.model.AccountRequest;
import java.util.List;
import java.util.function.Function;

/**
 * The row of a procedure that acts on one account: which account it was, and what the provider
 * answered.
 *
 * @param <A> the model of the answer
 */
record OfAccount<A>(AccountRequest request, A answer) {

  /**
   * Begins the procedure of an operation that takes an account and nothing else.
   *
   * @param answer the fields of the answer
   * @param call makes the call for an account's id
   */
  static <A> Procedure.Builder<OfAccount<A>> procedure(
      String name, Operation operation, List<Field<A>> answer, Function<String, ApiCall<A>> call) {
    return Procedure.<OfAccount<A>>named(name, operation)
        .parameters(Parameter.of(AccountRequest.FIELDS))
        .columns(Column.of(AccountRequest.FIELDS, OfAccount::request))
        .columns(Column.of(answer, OfAccount::answer))
        .sends(
            arguments -> {
              String accountId = arguments.requiredText("account_id");
              AccountRequest request = AccountRequest.builder().accountId(accountId).build();
              return List.of(
                  Send.of(
                      call.apply(accountId),
                      answered -> List.of(new OfAccount<>(request, answered))));
            });
  }
}
