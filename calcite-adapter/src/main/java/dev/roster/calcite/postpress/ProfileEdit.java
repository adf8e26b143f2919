package dev.roster.calcite.postpress;

import dev.roster.bindings.Field;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.Send;
import dev.roster.calcite.table.Column;
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

  /** The answer to an edit, which does not say whose profile it was. */
  record Edited(String accountId, ProfileEdited answer) {}

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
  Procedure<Edited> procedure(Supplier<PostpressClient> client) {
    Procedure.Builder<Edited> procedure =
        Procedure.<Edited>named(name, Operations.EDIT_OWN_PROFILE).remarks(remarks);
    fields.forEach(field -> procedure.parameters(field.parameters()));
    return procedure
        .column(Column.of(Field.text("account_id", ACCOUNT_ID.description(), Edited::accountId)))
        .columns(Column.of(ProfileEdited.FIELDS, Edited::answer))
        .sends(
            arguments -> {
              EditOwnProfileRequest request = new EditRequest(fields, arguments).build();
              return List.of(
                  Send.of(
                      client.get().editOwnProfile(request),
                      answer -> List.of(new Edited(request.accountId(), answer))));
            })
        .build();
  }
}
