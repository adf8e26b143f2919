package dev.roster.calcite.postpress;

import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.Field;
import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.OwnProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code own_profile}: what the own profiles of all providers have in common, one row an
 * account. A provider that no spec knows has a row too, with its JSON and little else.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account.
 */
final class OwnProfileTable {

  static final String NAME = "own_profile";

  private static final Field<AnswerWithJson<OwnProfile>> RAW_JSON =
      Field.text(
          "raw_json",
          "The whole profile as JSON, as postpress wrote it: with what Roster does not know.",
          AnswerWithJson::json);

  private OwnProfileTable() {}

  static ApiTable<AnswerWithJson<OwnProfile>> table(OwnProfiles profiles) {
    List<Field<AnswerWithJson<OwnProfile>>> fields = new ArrayList<>();
    for (Field<OwnProfile> common : CommonFields.ALL) {
      fields.add(common.readFrom(answer -> common.value(answer.model())));
    }
    fields.add(RAW_JSON);
    return profiles.any(
        NAME,
        "The own profiles of linked accounts of any provider: what they have in common.",
        fields);
  }
}
