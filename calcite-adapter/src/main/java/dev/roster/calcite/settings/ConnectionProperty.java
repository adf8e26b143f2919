package dev.roster.calcite.settings;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a connection, each said once: the driver's property info, the documentation and
 * the messages are made of these constants.
 */
public enum ConnectionProperty {
  /** The credential of Linked API. */
  LINKEDAPI_TOKEN(
      "linkedapiToken",
      "ROSTER_LINKEDAPI_TOKEN",
      "Linked API token; needed to use the schema linkedapi.",
      true),
  /** Where the credential of Linked API lies. */
  LINKEDAPI_TOKEN_FILE(
      "linkedapiTokenFile",
      "ROSTER_LINKEDAPI_TOKEN_FILE",
      "A file whose first line is the Linked API token."),
  /** Where Linked API is. */
  LINKEDAPI_URL(
      "linkedapiUrl",
      "ROSTER_LINKEDAPI_URL",
      "Base URL of Linked API; without it the provider's own."),
  /** The credential of ConnectSafely. */
  CONNECTSAFELY_KEY(
      "connectsafelyKey",
      "ROSTER_CONNECTSAFELY_KEY",
      "ConnectSafely API key; needed to use the schema connectsafely.",
      true),
  /** Where the credential of ConnectSafely lies. */
  CONNECTSAFELY_KEY_FILE(
      "connectsafelyKeyFile",
      "ROSTER_CONNECTSAFELY_KEY_FILE",
      "A file whose first line is the ConnectSafely API key."),
  /** Where ConnectSafely is. */
  CONNECTSAFELY_URL(
      "connectsafelyUrl",
      "ROSTER_CONNECTSAFELY_URL",
      "Base URL of ConnectSafely; without it the provider's own."),
  /** The credential of postpress. */
  POSTPRESS_KEY(
      "postpressKey",
      "ROSTER_POSTPRESS_KEY",
      "postpress API key; needed to use the schema postpress.",
      true),
  /** Where the credential of postpress lies. */
  POSTPRESS_KEY_FILE(
      "postpressKeyFile",
      "ROSTER_POSTPRESS_KEY_FILE",
      "A file whose first line is the postpress API key."),
  /** Where postpress is. */
  POSTPRESS_URL(
      "postpressUrl",
      "ROSTER_POSTPRESS_URL",
      "Base URL of postpress; without it the provider's own."),
  /** The accounts that a full scan of a postpress table reads. */
  POSTPRESS_ACCOUNT_IDS(
      "postpressAccountIds",
      "ROSTER_POSTPRESS_ACCOUNT_IDS",
      "The postpress accounts that a full scan reads, separated by commas; without them a"
          + " statement must name its accounts."),
  /** Whether what changes something may run. */
  WRITES(
      "writes",
      "deny",
      ImmutableList.of("deny", "dry_run", "allow"),
      "Whether what changes something at a provider may run. dry_run shows the requests and sends"
          + " none."),
  /** Whether what cannot be undone may run. */
  IRREVERSIBLE(
      "irreversible",
      "false",
      ImmutableList.of("true", "false"),
      "With writes=allow: whether procedures that cannot be undone may run."),
  /** Whether secrets are shown. */
  REVEAL_SECRETS(
      "revealSecrets",
      "false",
      ImmutableList.of("true", "false"),
      "Whether identification tokens are shown instead of a mask."),
  /** How many calls may be under way at once. */
  MAX_CONCURRENCY(
      "maxConcurrency",
      "8",
      ImmutableList.of(),
      "How many calls of a credential may be under way when one of this connection is: a whole"
          + " number from 1 to 1000."),
  /** How many requests may be sent in a minute. */
  REQUESTS_PER_MINUTE(
      "requestsPerMinute",
      null,
      "How many requests of a credential may be sent in a minute when one of this connection is: a"
          + " whole number up to 1000000, 0 for any number; without it what the provider is taken"
          + " to allow."),
  /** How long an answer is kept for later statements. */
  CACHE_TTL(
      "cacheTtl",
      "30",
      ImmutableList.of(),
      "For how many seconds the answer to a read is kept for later statements that use the same"
          + " credential: a whole number from 0 to 86400; 0 shares nothing between statements."),
  /** How much is kept. */
  CACHE_MAX_BYTES(
      "cacheMaxBytes",
      "16777216",
      ImmutableList.of(),
      "How many bytes of answers are kept for a credential; a larger answer is not kept: a whole"
          + " number from 0 to 2147483647."),
  /** How many calls a statement may make. */
  MAX_CALLS_PER_STATEMENT(
      "maxCallsPerStatement",
      "1000",
      ImmutableList.of(),
      "How many calls a statement may make at the providers before it fails: a whole number from 0"
          + " to 1000000000; 0 is no bound. A read that the cache answers is none, nor is another"
          + " try."),
  /** Whether what does not answer is left out. */
  PARTIAL(
      "partial",
      "false",
      ImmutableList.of("true", "false"),
      "Whether a query leaves out, with a warning each, the accounts that do not answer or whose"
          + " answer cannot be read, instead of failing."),
  /** Where writes are recorded; a URL may hold a password. */
  LEDGER(
      "ledger",
      "Where writes are recorded before they are sent: a directory, a JDBC URL that begins with"
          + " jdbc:h2: or jdbc:postgresql:, or none.",
      "~/.roster/ledger",
      ImmutableList.of(),
      null,
      true),
  /** What a tool asks for; Roster knows no users. */
  USER("user", null, "Ignored: what counts are the credentials of the providers."),
  /** The credentials, for tools that offer no other secret field. */
  PASSWORD(
      "password",
      null,
      "The credentials in one field: linkedapiToken=...;connectsafelyKey=...;postpressKey=...",
      true);

  private final String key;
  private final String description;
  private final @Nullable String defaultValue;
  private final ImmutableList<String> choices;
  private final @Nullable String environment;
  private final boolean secret;

  ConnectionProperty(
      String key,
      String description,
      @Nullable String defaultValue,
      ImmutableList<String> choices,
      @Nullable String environment,
      boolean secret) {
    this.key = key;
    this.description = description;
    this.defaultValue = defaultValue;
    this.choices = choices;
    this.environment = environment;
    this.secret = secret;
  }

  ConnectionProperty(String key, @Nullable String environment, String description) {
    this(key, environment, description, false);
  }

  ConnectionProperty(String key, @Nullable String environment, String description, boolean secret) {
    this(key, description, null, ImmutableList.of(), environment, secret);
  }

  ConnectionProperty(
      String key, String defaultValue, ImmutableList<String> choices, String description) {
    this(key, description, defaultValue, choices, null, false);
  }

  /** Returns the name in a URL and in Properties. */
  public String key() {
    return key;
  }

  /** Returns what it is, in a sentence. */
  public String description() {
    return description;
  }

  /** Returns the value that counts where none is given, or null if there is none. */
  public @Nullable String defaultValue() {
    return defaultValue;
  }

  /** Returns the values allowed, or none if any is. */
  public ImmutableList<String> choices() {
    return choices;
  }

  /** Returns the environment variable that may hold it, or null if none may. */
  public @Nullable String environment() {
    return environment;
  }

  /**
   * Returns whether a connection cannot be opened without it. None is: without a credential a
   * provider's tables are there, and using them says which credential is missing.
   */
  public boolean required() {
    return false;
  }

  /** Returns whether its value is the base URL of a provider. */
  public boolean isUrl() {
    return key.endsWith("Url");
  }

  /** Returns whether its value is never to be shown. */
  public boolean secret() {
    return secret;
  }

  /** Returns whether its value is what a provider asks for. */
  public boolean isCredential() {
    return file() != null;
  }

  /** Returns the property that names a file with its value, or null if it has none. */
  public @Nullable ConnectionProperty file() {
    return named(key + "File");
  }

  /** Returns the property with this name, or null if there is none. */
  public static @Nullable ConnectionProperty named(String key) {
    return Arrays.stream(values())
        .filter(property -> property.key.equals(key))
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns the property whose name is most like {@code key}, for messages; null if none is like
   * it.
   */
  public static @Nullable ConnectionProperty nearest(String key) {
    ConnectionProperty nearest = null;
    int least = Math.max(2, key.length() / 3) + 1;
    for (ConnectionProperty property : values()) {
      int distance = EditDistance.between(key, property.key);
      if (distance < least) {
        least = distance;
        nearest = property;
      }
    }
    return nearest;
  }
}
