package dev.roster.sandbox;

import java.util.List;
import java.util.Locale;

/**
 * A made-up LinkedIn member. The same number always gives the same person, at Linked API and at
 * postpress.
 *
 * @param number counts from 1
 */
record Person(int number) {

  private static final List<String> FIRST_NAMES =
      List.of(
          "Ada", "Bruno", "Chiara", "Daniel", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jonas",
          "Keiko", "Liam", "Mara", "Noah", "Olga", "Paul", "Quinn", "Rosa", "Samir", "Tess");
  private static final List<String> LAST_NAMES =
      List.of(
          "Abbot",
          "Berg",
          "Costa",
          "Dahl",
          "Evans",
          "Fischer",
          "Garcia",
          "Hansen",
          "Ito",
          "Jansen",
          "Kowalski",
          "Lopez",
          "Martin");
  private static final List<String> TITLES =
      List.of("Founder", "Head of Sales", "Recruiter", "Consultant", "Account Executive");
  private static final List<String> COMPANIES =
      List.of("Northwind", "Contoso", "Fabrikam", "Tailspin", "Adatum", "Litware", "Proseware");
  private static final List<String> COUNTRIES = List.of("US", "DE", "GB", "FR", "ES", "NL", "JP");
  private static final List<String> PLACES =
      List.of(
          "San Francisco, CA",
          "Berlin, Germany",
          "London, England",
          "Paris, France",
          "Madrid, Spain",
          "Utrecht, Netherlands",
          "Osaka, Japan");

  String firstName() {
    return pick(FIRST_NAMES);
  }

  String lastName() {
    return pick(LAST_NAMES);
  }

  String name() {
    return firstName() + " " + lastName();
  }

  /** The last part of the public profile's address, for example {@code ada-abbot-1}. */
  String publicIdentifier() {
    return (firstName() + "-" + lastName() + "-" + number).toLowerCase(Locale.ROOT);
  }

  String publicProfileUrl() {
    return "https://www.linkedin.com/in/" + publicIdentifier();
  }

  String pictureUrl() {
    return "https://media.licdn.com/sandbox/" + publicIdentifier() + ".jpg";
  }

  String headline() {
    return pick(TITLES) + " at " + pick(COMPANIES);
  }

  String countryCode() {
    return pick(COUNTRIES);
  }

  String place() {
    return pick(PLACES);
  }

  private String pick(List<String> values) {
    return values.get((number - 1) % values.size());
  }
}
