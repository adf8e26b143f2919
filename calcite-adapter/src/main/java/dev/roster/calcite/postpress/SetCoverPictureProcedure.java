package dev.roster.calcite.postpress;

import dev.roster.postpress.model.PictureSettings;

/**
 * The procedure {@code set_cover_picture}: sets the cover picture and its settings; each may be
 * sent alone.
 *
 * <p>Source: {@code PATCH /users/me/edit} (postpress, own profile). One request.
 */
final class SetCoverPictureProcedure {

  static final ProfileEdit EDIT =
      ProfileEdit.named(
              "set_cover_picture",
              "Sets the cover picture of a LinkedIn profile, and how it is cut and coloured.")
          .with("cover_picture"::equals)
          .withPart("cover_picture_settings", PictureSettings.FIELDS);

  private SetCoverPictureProcedure() {}
}
