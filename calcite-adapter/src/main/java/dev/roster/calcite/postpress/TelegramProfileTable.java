package dev.roster.calcite.postpress;

import dev.roster.calcite.table.ApiTable;
import dev.roster.postpress.model.TelegramProfile;

/**
 * The table {@code telegram_profile}: the own profiles of Telegram accounts, one row an account.
 *
 * <p>Source: {@code GET /users/me} (postpress, own profile). One request an account. An account of
 * another provider has no row and is no error.
 */
final class TelegramProfileTable {

  static final String NAME = "telegram_profile";

  private TelegramProfileTable() {}

  static ApiTable<TelegramProfile> table(OwnProfiles profiles) {
    return profiles
        .variant(
            NAME,
            "The own profiles of the Telegram accounts among those asked for, with all their"
                + " fields.",
            TelegramProfile.FIELDS,
            TelegramProfile.class)
        .build();
  }
}
