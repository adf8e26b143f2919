package dev.roster.calcite.procedure;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Field;
import dev.roster.calcite.error.AnswerState;
import dev.roster.calcite.write.Answer;
import dev.roster.calcite.write.ItemKeys;
import dev.roster.calcite.write.Said;
import dev.roster.calcite.write.Write;
import dev.roster.ledger.Intent;
import dev.roster.ledger.Repetition;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A write of one thing, made of a procedure's arguments and sent in a request of its own. Two with
 * the same arguments are the same thing as long as the first is not settled.
 *
 * @param procedure schema and name
 * @param parameters what it takes
 * @param baseUrl where its provider is
 * @param account the parameter that names the account; null if there is none
 * @param target the parameter that names what else it acts on; null if there is none
 * @param perAccount whether a statement may do it to several accounts, each of which is told of
 * @param request makes the request of the arguments, and of the key that names the thing
 * @param answer the fields of the answer
 * @param <T> the model of the answer
 */
record SingleWrite<T>(
    String procedure,
    List<Parameter> parameters,
    String baseUrl,
    @Nullable String account,
    @Nullable String target,
    boolean perAccount,
    BiFunction<Arguments, String, ApiCall<T>> request,
    List<Field<T>> answer)
    implements Write<Arguments, T> {

  /** Returns the same, for statements that may do it to several accounts. */
  SingleWrite<T> eachOfAnAccount() {
    return new SingleWrite<>(
        procedure, parameters, baseUrl, account, target, true, request, answer);
  }

  /** Returns the arguments that a row's columns give; a NULL is refused. */
  Arguments item(List<String> columns, List<String> names, @Nullable Object[] row) {
    @Nullable Object[] raw = new @Nullable Object[parameters.size()];
    for (int i = 0; i < names.size(); i++) {
      if (row[i] == null) {
        throw new IllegalArgumentException(
            "column "
                + columns.get(i)
                + " cannot be set to NULL. Leave it out, or empty it with ''.");
      }
      for (int j = 0; j < raw.length; j++) {
        if (parameters.get(j).name().equals(names.get(i))) {
          raw[j] = row[i];
        }
      }
    }
    return new Arguments(procedure, parameters, raw);
  }

  @Override
  public Intent intent(Arguments item, boolean keyGiven) {
    String of = account == null ? null : item.text(account);
    return new Intent(
        perAccount && of != null ? ItemKeys.of(of) : ItemKeys.ONLY,
        procedure,
        baseUrl,
        of,
        target == null ? null : item.text(target),
        RecordedArguments.content(item, account),
        RecordedArguments.json(item),
        keyGiven ? Repetition.BY_KEY : Repetition.WHEN_SETTLED,
        null);
  }

  @Override
  public Arguments item(String arguments) {
    return new Arguments(procedure, parameters, RecordedArguments.read(arguments, parameters));
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public Object group(Arguments item) {
    return procedure;
  }

  @Override
  public ApiCall<T> call(List<Arguments> items, @Nullable String ofAccount, String key) {
    return request.apply(items.get(0), key);
  }

  @Override
  public List<Said> said(List<Arguments> items, T model) {
    return List.of(new Said(AnswerState.SUCCESS, Answer.of(answer, model), null));
  }

  @Override
  public @Nullable String accountNamed(T model) {
    return null;
  }

  @Override
  public boolean tellsInRows() {
    return perAccount;
  }
}
