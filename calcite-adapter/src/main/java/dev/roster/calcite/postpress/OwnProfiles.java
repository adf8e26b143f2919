package dev.roster.calcite.postpress;

import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.Field;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import dev.roster.postpress.PostpressClient;
import dev.roster.postpress.api.Operations;
import dev.roster.postpress.model.OwnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all tables of postpress have in common: they need {@code account_id}, and their rows come
 * out of one read of the account's own profile, which all tables of a statement share.
 *
 * @param client gives the client
 * @param accountIds the accounts that a read without account ids is about
 */
record OwnProfiles(Supplier<PostpressClient> client, List<String> accountIds) {

  private static final String ACCOUNT_ID = "account_id";

  /** Returns a table with one row an account, whatever its provider. */
  ApiTable<AnswerWithJson<OwnProfile>> any(
      String name, String remarks, List<Field<AnswerWithJson<OwnProfile>>> fields) {
    return table(name, remarks, fields, List::of).primaryKey(ACCOUNT_ID).build();
  }

  /** Begins the table of one variant: no row for an account of another provider. */
  <M extends OwnProfile> ApiTable.Builder<M> variant(
      String name, String remarks, List<Field<M>> fields, Class<M> variant) {
    return table(
            name,
            remarks,
            fields,
            answer ->
                variant.isInstance(answer.model())
                    ? List.of(variant.cast(answer.model()))
                    : List.<M>of())
        .primaryKey(ACCOUNT_ID)
        .references(ACCOUNT_ID, OwnProfileTable.NAME, ACCOUNT_ID);
  }

  /**
   * Returns the table of a list that a variant holds, one row an item. It has no primary key: no
   * document says that anything in an item is unique.
   *
   * @param parent the name of the variant's table
   */
  <V extends OwnProfile, M> ApiTable<M> items(
      String name,
      String parent,
      String remarks,
      List<Field<M>> fields,
      Class<V> variant,
      Function<V, List<M>> items) {
    return table(
            name,
            remarks,
            fields,
            answer ->
                variant.isInstance(answer.model())
                    ? items.apply(variant.cast(answer.model()))
                    : List.<M>of())
        .references(ACCOUNT_ID, parent, ACCOUNT_ID)
        .build();
  }

  // With its JSON in every table: it is one call that all of a statement share.
  private <M> ApiTable.Builder<M> table(
      String name,
      String remarks,
      List<Field<M>> fields,
      Function<AnswerWithJson<OwnProfile>, List<M>> rows) {
    return ApiTable.<M>named(name, remarks)
        .column(Column.key(ACCOUNT_ID, "The linked account at postpress that was asked for."))
        .columns(columns(fields))
        .calls(Operations.GET_OWN_PROFILE)
        .rowsByKey(
            ACCOUNT_ID,
            "acc_linkedin_1",
            (calls, accountId) ->
                calls
                    .read(client.get().getOwnProfile(accountId).withJson(), accountId)
                    .thenApply(rows))
        .defaultKeys(accountIds, "postpressAccountIds");
  }

  private static <M> List<Column<M>> columns(List<Field<M>> fields) {
    List<Field<M>> leaves = Field.flatten(fields);
    List<String> names = FlatNames.of(leaves.stream().map(Field::path).toList());
    List<Column<M>> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(Column.of(leaves.get(i)).named(names.get(i)));
    }
    return columns;
  }
}
