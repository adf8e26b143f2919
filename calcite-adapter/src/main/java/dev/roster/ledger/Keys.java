package dev.roster.ledger;

/** What a request key or an item key may be. */
final class Keys {

  // Both together must fit an index of PostgreSQL, 2704 bytes.
  static final int MOST_CHARACTERS = 255;

  private Keys() {}

  static String check(String what, String key) {
    if (key.isBlank()
        || key.length() > MOST_CHARACTERS
        || key.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          what + ": must have 1 to " + MOST_CHARACTERS + " characters, none of them for control.");
    }
    return key;
  }
}
