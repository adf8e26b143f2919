package dev.roster.calcite.postpress;

import dev.roster.postpress.model.PictureSettings;

/**
 * The procedure {@code set_picture}: sets the profile picture and its settings; each may be sent
 * alone.
 *
 * <p>Source: {@code PATCH /users/me/edit} (postpress, own profile). One request.
 */
final class SetPictureProcedure {

  static final ProfileEdit EDIT =
      ProfileEdit.named(
              "set_picture",
              "Sets the picture of a LinkedIn profile, and how it is cut and coloured.")
          .with("picture"::equals)
          .withPart("picture_settings", PictureSettings.FIELDS);

  private SetPictureProcedure() {}
}
