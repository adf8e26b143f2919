package dev.roster.calcite.postpress;

import dev.roster.postpress.model.EditEducation;

/**
 * The procedure {@code edit_education}: changes the education that has the given id. The provider
 * documents the fields of a position here; those of an education are an extension (decision A43).
 *
 * <p>Source: {@code PATCH /users/me/edit} (postpress, own profile). One request.
 */
final class EditEducationProcedure {

  static final ProfileEdit EDIT =
      ProfileEdit.named(
              "edit_education",
              "Changes an education on a LinkedIn profile. What is NULL or left out stays as it is.")
          .withPart("education", EditEducation.FIELDS);

  private EditEducationProcedure() {}
}
