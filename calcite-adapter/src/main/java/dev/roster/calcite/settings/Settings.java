package dev.roster.calcite.settings;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.ledger.LedgerLocation;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one connection, with their values. A value given with the connection wins over
 * the environment, and the environment over the default; a blank one counts as none.
 *
 * <p>A credential is given itself or in a file, not both: nobody could tell which was meant. One
 * that is given with the connection, in either way, wins over the environment.
 */
public final class Settings {

  private static final Map<ConnectionProperty, WholeNumbers> NUMBERS =
      Map.of(
          ConnectionProperty.MAX_CONCURRENCY, new WholeNumbers(1, 1000),
          ConnectionProperty.REQUESTS_PER_MINUTE, new WholeNumbers(0, 1_000_000),
          ConnectionProperty.CACHE_TTL, new WholeNumbers(0, 86_400),
          ConnectionProperty.CACHE_MAX_BYTES, new WholeNumbers(0, Integer.MAX_VALUE),
          ConnectionProperty.MAX_CALLS_PER_STATEMENT, new WholeNumbers(0, 1_000_000_000));

  private final Map<ConnectionProperty, String> values;

  private Settings(Map<ConnectionProperty, String> values) {
    this.values = values;
  }

  /**
   * Returns the settings of a connection; reads the files that hold credentials.
   *
   * @param given what was given with the connection
   * @param environment gives the value of an environment variable, or null
   * @throws SqlStateException 42000 if a value is not among the choices of its property, or no URL
   *     where one must be, or a credential is given twice; 28000 if a credential's file cannot be
   *     read
   */
  public static Settings of(
      Map<ConnectionProperty, String> given, UnaryOperator<@Nullable String> environment) {
    Map<ConnectionProperty, String> values = new EnumMap<>(ConnectionProperty.class);
    for (ConnectionProperty property : ConnectionProperty.values()) {
      String value =
          property.isCredential()
              ? credential(property, given, environment)
              : plain(property, given, environment);
      if (value != null) {
        values.put(property, checked(property, value.strip()));
      }
    }
    return new Settings(values);
  }

  private static @Nullable String plain(
      ConnectionProperty property,
      Map<ConnectionProperty, String> given,
      UnaryOperator<@Nullable String> environment) {
    String value = unlessBlank(given.get(property));
    if (value == null) {
      value = variable(property, environment);
    }
    return value == null ? property.defaultValue() : value;
  }

  private static @Nullable String credential(
      ConnectionProperty property,
      Map<ConnectionProperty, String> given,
      UnaryOperator<@Nullable String> environment) {
    ConnectionProperty file = Objects.requireNonNull(property.file());
    String value = unlessBlank(given.get(property));
    String path = unlessBlank(given.get(file));
    if (value != null && path != null) {
      throw ambiguous(property.key(), file.key());
    }
    if (value == null && path == null) {
      value = variable(property, environment);
      path = variable(file, environment);
      if (value != null && path != null) {
        throw ambiguous(
            "the environment variables " + property.environment(),
            String.valueOf(file.environment()));
      }
    }
    return path == null ? value : CredentialFile.read(file, path.strip());
  }

  private static SqlStateException ambiguous(String one, String other) {
    return new SqlStateException(
        SqlState.INVALID_STATEMENT,
        "connection: " + one + " and " + other + " are both set. Set one of them.");
  }

  private static @Nullable String variable(
      ConnectionProperty property, UnaryOperator<@Nullable String> environment) {
    String name = property.environment();
    return name == null ? null : unlessBlank(environment.apply(name));
  }

  private static @Nullable String unlessBlank(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  /** Returns whether a property may have this value; one that it may not have can be a secret. */
  public static boolean accepts(ConnectionProperty property, String value) {
    return refusal(property, value) == null;
  }

  private static String checked(ConnectionProperty property, String value) {
    String refusal = refusal(property, value);
    if (refusal != null) {
      throw new SqlStateException(
          SqlState.INVALID_STATEMENT, "connection: property " + property.key() + " " + refusal);
    }
    return value;
  }

  // Says why and does not repeat the value: a URL may hold a credential, and so may whatever stands
  // where one of few words is expected.
  private static @Nullable String refusal(ConnectionProperty property, String value) {
    if (!property.choices().isEmpty() && !property.choices().contains(value)) {
      return "accepts " + String.join(" or ", property.choices()) + " alone.";
    }
    if (property == ConnectionProperty.LEDGER) {
      return ledgerRefusal(value);
    }
    WholeNumbers numbers = NUMBERS.get(property);
    if (numbers != null) {
      return numbers.contain(value) ? null : "accepts " + numbers + " alone.";
    }
    if (!property.isUrl()) {
      return null;
    }
    HttpUrl url = HttpUrl.parse(value);
    if (url == null) {
      return "is no http or https URL. Give one such as https://api.example.com/v1.";
    }
    return url.username().isEmpty() && url.password().isEmpty()
        ? null
        : "holds a user or a password, which would not be sent. Take it out.";
  }

  private static @Nullable String ledgerRefusal(String value) {
    try {
      LedgerLocation.of(value);
      return null;
    } catch (IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  /** Returns where writes are recorded. */
  public LedgerLocation ledger() {
    return LedgerLocation.of(String.valueOf(values.get(ConnectionProperty.LEDGER)));
  }

  /** Returns a value, or null if there is none. */
  public @Nullable String get(ConnectionProperty property) {
    return values.get(property);
  }

  /**
   * Returns the base URL of a provider as writes are recorded with it: without a slash at its end.
   *
   * @param otherwise what it is where none was given
   */
  public String url(ConnectionProperty property, String otherwise) {
    HttpUrl url = HttpUrl.get(values.getOrDefault(property, otherwise));
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /**
   * Returns a credential.
   *
   * @throws SqlStateException 28000 if there is none, saying how to give it
   */
  public String credential(ConnectionProperty property) {
    String value = values.get(property);
    if (value == null) {
      throw new SqlStateException(
          SqlState.INVALID_AUTHORIZATION,
          "connection: property "
              + property.key()
              + " is missing. Set it, or "
              + property.key()
              + "File, or the environment variable "
              + property.environment()
              + ".");
    }
    return value;
  }

  /** Returns whether a property is {@code true}. */
  public boolean flag(ConnectionProperty property) {
    return "true".equals(values.get(property));
  }

  /** Returns how many calls may be under way at once. */
  public int maxConcurrency() {
    return (int) number(ConnectionProperty.MAX_CONCURRENCY);
  }

  /** Returns how long an answer is kept for later statements; zero if for none. */
  public Duration cacheTtl() {
    return Duration.ofSeconds(number(ConnectionProperty.CACHE_TTL));
  }

  /** Returns how many bytes of answers are kept for a credential. */
  public long cacheMaxBytes() {
    return number(ConnectionProperty.CACHE_MAX_BYTES);
  }

  /** Returns how many calls a statement may make; {@link Long#MAX_VALUE} is no bound. */
  public long maxCallsPerStatement() {
    long most = number(ConnectionProperty.MAX_CALLS_PER_STATEMENT);
    return most == 0 ? Long.MAX_VALUE : most;
  }

  private long number(ConnectionProperty property) {
    return Long.parseLong(Objects.requireNonNull(values.get(property)));
  }

  /**
   * Returns how many requests may be sent in a minute: 0 for any number, null for what the spec
   * says.
   */
  public @Nullable Integer requestsPerMinute() {
    String value = values.get(ConnectionProperty.REQUESTS_PER_MINUTE);
    return value == null ? null : Integer.valueOf(value);
  }

  /** Returns the parts of a value that commas separate; none if there is no value. */
  public List<String> list(ConnectionProperty property) {
    String value = values.get(property);
    return value == null
        ? List.of()
        : Arrays.stream(value.split(","))
            .map(String::trim)
            .filter(part -> !part.isEmpty())
            .distinct()
            .toList();
  }

  /** Shows which properties have a value; a secret one not. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Settings");
    values.forEach(
        (property, value) ->
            text.append(' ')
                .append(property.key())
                .append('=')
                .append(property.secret() ? "***" : value));
    return text.toString();
  }
}
