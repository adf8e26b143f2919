package dev.roster.calcite.postpress;

import dev.roster.postpress.model.CustomLink;

/**
 * The procedure {@code set_custom_link}: sets the link shown on the profile.
 *
 * <p>Source: {@code PATCH /users/me/edit} (postpress, own profile). One request.
 */
final class SetCustomLinkProcedure {

  static final ProfileEdit EDIT =
      ProfileEdit.named("set_custom_link", "Sets the link shown on a LinkedIn profile.")
          .withPart("custom_link", CustomLink.FIELDS);

  private SetCustomLinkProcedure() {}
}
