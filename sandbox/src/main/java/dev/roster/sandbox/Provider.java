package dev.roster.sandbox;

import java.util.Locale;

/** The three providers, in the order in which documents and print-outs name them. */
enum Provider {
  LINKEDAPI("linked"),
  CONNECTSAFELY("cs"),
  POSTPRESS("pp");

  private final String credentialPrefix;

  Provider(String credentialPrefix) {
    this.credentialPrefix = credentialPrefix;
  }

  /**
   * The provider's id: the name of its document, and the first segment of its paths in the sandbox.
   */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The credential of a tenant, for example {@code linked_sandbox} for the tenant {@code sandbox}.
   */
  String credential(String tenant) {
    return credentialPrefix + "_" + tenant;
  }
}
