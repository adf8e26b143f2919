package dev.roster.calcite.postpress;

import dev.roster.postpress.model.EditExperience;

/**
 * The procedure {@code edit_experience}: changes the position that has the given id.
 *
 * <p>Source: {@code PATCH /users/me/edit} (postpress, own profile). One request.
 */
final class EditExperienceProcedure {

  static final ProfileEdit EDIT =
      ProfileEdit.named(
              "edit_experience",
              "Changes a position on a LinkedIn profile. What is NULL or left out stays as it is.")
          .withPart("experience", EditExperience.FIELDS);

  private EditExperienceProcedure() {}
}
