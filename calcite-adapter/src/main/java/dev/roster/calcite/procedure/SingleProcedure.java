package dev.roster.calcite.procedure;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Field;
import dev.roster.bindings.Operation;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.write.AnswerColumns;
import dev.roster.calcite.write.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a procedure that does one thing in one request. Its row has what it acted on,
 * what the provider answered, and the request key.
 *
 * <pre>{@code
 * SingleProcedure.named("disconnect", Operations.DISCONNECT, baseUrl, EmptyResult.FIELDS)
 *     .parameters(Parameter.of(AccountRequest.FIELDS))
 *     .account("account_id")
 *     .sends((arguments, key) -> client.get().disconnect(arguments.requiredText("account_id")))
 * }</pre>
 *
 * @param <T> the model of the answer
 */
public final class SingleProcedure<T> {

  private final String name;
  private final Operation operation;
  private final String baseUrl;
  private final List<Field<T>> answer;
  private final List<Parameter> parameters = new ArrayList<>();
  private String remarks;
  private @Nullable String account;
  private @Nullable String target;
  private boolean returnsSecrets;

  private SingleProcedure(String name, Operation operation, String baseUrl, List<Field<T>> answer) {
    this.name = name;
    this.operation = operation;
    this.baseUrl = baseUrl;
    this.answer = answer;
    this.remarks = operation.description();
  }

  /**
   * Begins the declaration.
   *
   * @param name lower snake case, without the schema, which is the operation's provider
   * @param operation what it calls
   * @param baseUrl where its provider is
   * @param answer the fields of the answer
   */
  public static <T> SingleProcedure<T> named(
      String name, Operation operation, String baseUrl, List<Field<T>> answer) {
    return new SingleProcedure<>(name, operation, baseUrl, answer);
  }

  /** Says what it does, where the operation's description does not. */
  public SingleProcedure<T> remarks(String other) {
    remarks = other;
    return this;
  }

  /** Adds parameters. */
  public SingleProcedure<T> parameters(List<Parameter> more) {
    parameters.addAll(more);
    return this;
  }

  /** Says which parameter names the account that it is done to. */
  public SingleProcedure<T> account(String parameter) {
    account = parameter;
    return this;
  }

  /** Says which parameter names what it is done to beside the account. */
  public SingleProcedure<T> target(String parameter) {
    target = parameter;
    return this;
  }

  /** Says that its answer is a secret: it is refused unless the connection reveals secrets. */
  public SingleProcedure<T> returnsSecrets() {
    returnsSecrets = true;
    return this;
  }

  /**
   * Returns the procedure.
   *
   * @param request makes the request of the arguments and of the key that names this write; what it
   *     throws is an argument that breaks a rule
   */
  public Procedure<Result<Arguments>> sends(BiFunction<Arguments, String, ApiCall<T>> request) {
    Procedure.Builder<Result<Arguments>> procedure =
        Procedure.writing(name, operation, write(false, request), List::of)
            .remarks(remarks)
            .parameters(parameters);
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(account) || parameter.name().equals(target)) {
        procedure.column(
            Column.of(
                Field.text(
                    parameter.name(),
                    parameter.remarks(),
                    result -> result.item().requiredText(parameter.name()))));
      }
    }
    procedure.columns(AnswerColumns.of(answer));
    return (returnsSecrets ? procedure.returnsSecrets() : procedure).build();
  }

  private SingleWrite<T> write(
      boolean perAccount, BiFunction<Arguments, String, ApiCall<T>> request) {
    return new SingleWrite<>(
        operation.provider() + "." + name,
        List.copyOf(parameters),
        baseUrl,
        account,
        target,
        perAccount,
        request,
        answer);
  }
}
