package dev.roster.calcite.postpress;

import dev.roster.postpress.model.AddExperience;

/**
 * The procedure {@code add_experience}: adds a position.
 *
 * <p>Source: {@code PATCH /users/me/edit} (postpress, own profile). One request.
 */
final class AddExperienceProcedure {

  static final ProfileEdit EDIT =
      ProfileEdit.named("add_experience", "Adds a position to a LinkedIn profile.")
          .withPart("experience", AddExperience.FIELDS);

  private AddExperienceProcedure() {}
}
