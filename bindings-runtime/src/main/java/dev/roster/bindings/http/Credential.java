package dev.roster.bindings.http;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A provider's token or key, and the header that carries it. It is never shown: not by {@link
 * #toString}, and not by any text that went through {@link #redact}.
 */
final class Credential {

  private static final String MASK = "***";

  private final String header;
  private final String prefix;
  private final String text;

  /**
   * Makes a credential.
   *
   * @param header the header's name, such as {@code X-API-KEY}
   * @param prefix what stands before the credential in the header, such as {@code "Bearer "}
   * @param text the token or key
   * @throws IllegalArgumentException if the text is blank or cannot stand in a header; the message
   *     does not show it
   */
  Credential(String provider, String header, String prefix, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          provider + ": the credential is blank; give the token or key that the provider issued");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            provider
                + ": the credential has a character at position "
                + i
                + " that no header can hold (a line end, a space or a letter outside ASCII); copy"
                + " it again");
      }
    }
    this.header = header;
    this.prefix = prefix;
    this.text = text;
  }

  /** Returns the name of the header that carries the credential. */
  String header() {
    return header;
  }

  /**
   * Returns the header's value: the credential itself, to be put into a request and nowhere else.
   */
  String headerValue() {
    return prefix + text;
  }

  /** Returns what stands in the header's place wherever a request is shown. */
  String maskedHeaderValue() {
    return prefix + MASK;
  }

  /** Returns {@code said} with each occurrence of the credential masked; null for null. */
  @Nullable String redact(@Nullable String said) {
    return said == null ? null : said.replace(text, MASK);
  }

  /** Returns {@code headers} with each occurrence of the credential in a value masked. */
  Headers redact(Headers headers) {
    Headers.Builder redacted = new Headers.Builder();
    for (int i = 0; i < headers.size(); i++) {
      redacted.addUnsafeNonAscii(headers.name(i), headers.value(i).replace(text, MASK));
    }
    return redacted.build();
  }

  @Override
  public String toString() {
    return header + ": " + maskedHeaderValue();
  }
}
