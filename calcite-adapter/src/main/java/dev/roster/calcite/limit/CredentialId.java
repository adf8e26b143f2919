package dev.roster.calcite.limit;

import dev.roster.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Tells one credential of a provider from another, without holding it: what is limited or kept for
 * a credential is so for all connections of this process that use it.
 *
 * @param provider the provider's id
 * @param baseUrl where the provider is, without a slash at its end
 * @param fingerprint the SHA-256 of the credential, as 64 hexadecimal digits
 */
public record CredentialId(String provider, String baseUrl, String fingerprint) {

  private static final int SHOWN_DIGITS = 8;

  /**
   * Returns the identity of a credential.
   *
   * @param credential null where none is given, so that nothing can be sent
   */
  public static CredentialId of(String provider, String baseUrl, @Nullable String credential) {
    return new CredentialId(provider, baseUrl, Sha256.of(credential));
  }

  /** Shows a part of the fingerprint: whoever has the whole can try out guesses. */
  @Override
  public String toString() {
    return provider + " at " + baseUrl + ", credential " + fingerprint.substring(0, SHOWN_DIGITS);
  }
}
