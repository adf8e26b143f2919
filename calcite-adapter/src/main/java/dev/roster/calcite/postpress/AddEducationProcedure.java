package dev.roster.calcite.postpress;

import dev.roster.postpress.model.AddEducation;

/**
 * The procedure {@code add_education}: adds an education.
 *
 * <p>Source: {@code PATCH /users/me/edit} (postpress, own profile). One request.
 */
final class AddEducationProcedure {

  static final ProfileEdit EDIT =
      ProfileEdit.named("add_education", "Adds an education to a LinkedIn profile.")
          .withPart("education", AddEducation.FIELDS);

  private AddEducationProcedure() {}
}
