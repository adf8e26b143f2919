package dev.roster.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A thing that a statement wants done: one person invited, one profile edited, one account
 * disconnected.
 *
 * @param itemKey what it is called within its statement; 1 to 255 characters, and the same whether
 *     or not the account is known
 * @param procedure what does it, as {@code connectsafely.send_follow_invitations}
 * @param baseUrl where its provider is
 * @param account whom it is done by or to; null if there is none, or it was left out and is the
 *     credential's own
 * @param target what it is done to beside the account: a company and a URN, a session; null if
 *     nothing
 * @param content fingerprint of the arguments other than the account, secrets and bytes included;
 *     see {@link Sha256}
 * @param arguments the arguments as a JSON object, for resuming and for people; null where they
 *     hold a secret, or bytes, which are not kept
 * @param repetition whether it may be done again
 * @param credential fingerprint of the credential, where the account was left out and the
 *     credential decides; else null
 */
public record Intent(
    String itemKey,
    String procedure,
    String baseUrl,
    @Nullable String account,
    @Nullable String target,
    String content,
    @Nullable String arguments,
    Repetition repetition,
    @Nullable String credential) {

  /**
   * Makes an intent.
   *
   * @throws IllegalArgumentException if the item key is no key, or there are both an account and a
   *     credential
   */
  public Intent {
    Keys.check("item key", itemKey);
    if (account != null && credential != null) {
      throw new IllegalArgumentException(
          "An intent has an account, or a credential to decide it: not both.");
    }
  }

  /**
   * Returns what tells this thing from others: a fingerprint of procedure, base URL, account and
   * content. While the account is not known, the credential stands in its place.
   */
  public String hash() {
    return hash(account);
  }

  /** Returns the hash that it has once its account is known to be this one. */
  String hash(@Nullable String known) {
    return hash(procedure, baseUrl, known, credential, content);
  }

  /** The one place where hashes are made; entries that waited for their account come here too. */
  static String hash(
      String procedure,
      String baseUrl,
      @Nullable String account,
      @Nullable String credential,
      String content) {
    return account == null
        ? Sha256.of(procedure, baseUrl, null, credential, content)
        : Sha256.of(procedure, baseUrl, account, content);
  }
}
