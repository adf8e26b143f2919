package dev.roster.calcite.postpress;

import dev.roster.bindings.Field;
import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.SingleProcedure;
import dev.roster.calcite.statement.Changes;
import dev.roster.calcite.write.Result;
import dev.roster.ledger.Sha256;
import dev.roster.postpress.PostpressClient;
import dev.roster.postpress.api.Operations;
import dev.roster.postpress.model.EditOwnProfileRequest;
import dev.roster.postpress.model.ProfileEdited;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The declaration of a procedure that sets some of the fields of the edit document. All of them are
 * one operation; each takes the parameters that belong together, {@code account_id} first, and
 * answers with one row.
 *
 * @param name the name without the schema
 * @param remarks what it does
 * @param fields what it can set
 */
record ProfileEdit(String name, String remarks, List<EditField> fields) {

  private static final Field<EditOwnProfileRequest> ACCOUNT_ID =
      EditOwnProfileRequest.FIELDS.stream()
          .filter(field -> field.name().equals("account_id"))
          .findFirst()
          .orElseThrow();

  /** Returns a declaration that can set nothing yet. */
  static ProfileEdit named(String name, String remarks) {
    return new ProfileEdit(name, remarks, EditField.of(List.of(), List.of(ACCOUNT_ID)));
  }

  /** Returns this, but able to set those fields of the request that have one of these names. */
  ProfileEdit with(Predicate<String> names) {
    return and(
        EditField.of(
            List.of(),
            EditOwnProfileRequest.FIELDS.stream()
                .filter(field -> names.test(field.name()) && field != ACCOUNT_ID)
                .toList()));
  }

  /**
   * Returns this, but able to set the fields of a part of the request. What the part requires must
   * be given.
   */
  <M> ProfileEdit withPart(String part, List<Field<M>> partFields) {
    return and(EditField.of(List.of(part), partFields));
  }

  private ProfileEdit and(List<EditField> more) {
    List<EditField> all = new ArrayList<>(fields);
    all.addAll(more);
    return new ProfileEdit(name, remarks, List.copyOf(all));
  }

  /** Returns the procedure. */
  Procedure<Result<Arguments>> procedure(Supplier<PostpressClient> client, String baseUrl) {
    return SingleProcedure.named(name, Operations.EDIT_OWN_PROFILE, baseUrl, ProfileEdited.FIELDS)
        .remarks(remarks)
        .parameters(fields.stream().flatMap(field -> field.parameters().stream()).toList())
        .account("account_id")
        .sends(
            (arguments, key) ->
                client
                    .get()
                    .editOwnProfile(new EditRequest(fields, arguments).build(), header(key))
                    .tagged(Changes.class, changes(arguments)));
  }

  // What is kept of the account's profile; that of others may stay.
  private static Changes changes(Arguments arguments) {
    return Changes.of(Operations.GET_OWN_PROFILE, arguments.requiredText("account_id"));
  }

  // A request key may be any text, and the header Idempotency-Key may not.
  private static String header(String key) {
    return key.chars().allMatch(c -> c > ' ' && c <= '~') ? key : Sha256.of(key);
  }
}
