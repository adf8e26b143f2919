package dev.roster.calcite.postpress;

import java.util.Set;

/**
 * The procedure {@code edit_own_profile}: changes what has no procedure of its own. A field that
 * the edit document gains is a parameter here.
 *
 * <p>Source: {@code PATCH /users/me/edit} (postpress, own profile). One request.
 */
final class EditOwnProfileProcedure {

  // Headline and summary come first: they are what an edit is mostly about.
  private static final Set<String> FIRST = Set.of("headline", "summary");

  private static final Set<String> ELSEWHERE =
      Set.of(
          "picture",
          "picture_settings",
          "cover_picture",
          "cover_picture_settings",
          "experience",
          "education",
          "open_to_work",
          "custom_link");

  static final ProfileEdit EDIT =
      ProfileEdit.named(
              "edit_own_profile",
              "Changes the simple fields of a LinkedIn profile: headline, summary, location, skills. What"
                  + " is NULL or left out stays as it is.")
          .with(FIRST::contains)
          .with(name -> !FIRST.contains(name) && !ELSEWHERE.contains(name));

  private EditOwnProfileProcedure() {}
}
