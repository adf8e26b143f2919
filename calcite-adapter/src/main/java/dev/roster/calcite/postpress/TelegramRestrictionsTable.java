package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.TelegramProfile;
import dev.roster.postpress.model.TelegramRestriction;
import java.util.List;

/**
 * The table {@code telegram_restrictions}: why Telegram restricts accounts, one row a reason.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account, shared with
 * the profile tables. An account of another provider has no row and is no error.
 */
final class TelegramRestrictionsTable {

  private TelegramRestrictionsTable() {}

  static ApiTable<TelegramRestriction> table(OwnProfiles profiles) {
    return profiles.items(
        "telegram_restrictions",
        TelegramProfileTable.NAME,
        "The reasons why Telegram restricts an account; none for most.",
        TelegramRestriction.FIELDS,
        TelegramProfile.class,
        profile -> {
          List<TelegramRestriction> reasons = profile.restrictionReason();
          return reasons == null ? List.of() : reasons;
        });
  }
}
