package dev.roster.calcite.write;

import dev.roster.ledger.Sha256;

/** How things are called within their statement. */
public final class ItemKeys {

  /** The only thing of its statement. */
  public static final String ONLY = "1";

  // What the ledger takes; one more word, for another attempt, has room behind it.
  private static final int MOST_CHARACTERS = 240;

  private ItemKeys() {}

  /** Returns a key: the text, or its fingerprint where it is too long or unfit for one. */
  public static String of(String text) {
    boolean fits =
        !text.isBlank()
            && text.length() <= MOST_CHARACTERS
            && text.chars().noneMatch(Character::isISOControl);
    return fits ? text : Sha256.of(text);
  }
}
