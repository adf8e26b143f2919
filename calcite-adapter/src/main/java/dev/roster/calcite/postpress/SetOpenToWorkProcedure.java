package dev.roster.calcite.postpress;

import dev.roster.postpress.model.OpenToWork;

/**
 * The procedure {@code set_open_to_work}: sets the sign that the person looks for work.
 *
 * <p>Source: {@code PATCH /users/me/edit} (postpress, own profile). One request.
 */
final class SetOpenToWorkProcedure {

  static final ProfileEdit EDIT =
      ProfileEdit.named(
              "set_open_to_work",
              "Sets the sign on a LinkedIn profile that the person looks for work.")
          .withPart("open_to_work", OpenToWork.FIELDS);

  private SetOpenToWorkProcedure() {}
}
