package dev.roster.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Fingerprints: SHA-256, as 64 hexadecimal digits in lower case. */
public final class Sha256 {

  private Sha256() {}

  /** Returns the fingerprint of some bytes. */
  public static String of(byte[] bytes) {
    return hex(digest(), bytes);
  }

  /**
   * Returns the fingerprint of several texts. Where one ends and the next begins counts, and so
   * does whether one is null: {@code ("a", "bc")}, {@code ("ab", "c")} and {@code ("abc", null)}
   * have three fingerprints.
   */
  public static String of(@Nullable String... parts) {
    MessageDigest digest = digest();
    for (String part : parts) {
      byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : bytes.length).flip());
      digest.update(bytes);
    }
    return hex(digest, new byte[0]);
  }

  private static String hex(MessageDigest digest, byte[] last) {
    return HexFormat.of().formatHex(digest.digest(last));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
