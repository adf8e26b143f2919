package dev.roster.calcite.requests;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells by its name that a header, a query parameter or a member of a body holds a secret. What a
 * request is shown from is the request alone, which does not know its spec; a test holds these
 * words against every {@code format: password} of the specs.
 */
final class SecretNames {

  /** What stands where a secret is. */
  static final String MASK = "***";

  private static final Set<String> WORDS =
      Set.of(
          "apikey",
          "authorization",
          "bearer",
          "cookie",
          "cookies",
          "credential",
          "credentials",
          "passphrase",
          "passwd",
          "password",
          "secret",
          "secrets",
          "token",
          "tokens");

  // A key alone may be anything, such as the Idempotency-Key.
  private static final Set<String> BEFORE_KEY = Set.of("access", "api", "private", "signing");

  private SecretNames() {}

  /** Returns whether a name such as {@code X-API-KEY} or {@code identificationToken} says so. */
  static boolean has(String name) {
    List<String> words =
        List.of(
            name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+"));
    for (int i = 0; i < words.size(); i++) {
      boolean key = i > 0 && words.get(i).equals("key") && BEFORE_KEY.contains(words.get(i - 1));
      if (key || WORDS.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }
}
