package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import dev.roster.bindings.DriftListener;
import dev.roster.bindings.Operation;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the client of a provider needs: where the provider is, the time-outs, and the
 * credential under the name that the provider gives it. All but the credential has a default.
 *
 * @param <B> the client's own builder, which each setting returns
 */
public abstract class ApiClientBuilder<B extends ApiClientBuilder<B>> {

  // What OkHttp can count, in milliseconds of 31 bits.
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(24);

  private final String provider;
  private final List<Operation> operations;
  private final JsonAdapter.Factory adapters;
  private final String credentialHeader;
  private final String credentialPrefix;
  private HttpUrl baseUrl;
  private @Nullable Credential credential;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration readTimeout = Duration.ofMinutes(1);
  private Duration callTimeout = Duration.ofMinutes(2);
  private @Nullable OkHttpClient shared;
  private DriftListener drift = DriftListener.NONE;

  /**
   * Makes a builder with what the provider's generated binding knows of it.
   *
   * @param baseUrl the provider's base URL, unless {@link #baseUrl} gives another
   * @param operations the provider's operations
   * @param adapters the JSON adapters of its models
   * @param credentialHeader the header that carries the credential, such as {@code X-API-KEY}
   * @param credentialPrefix what stands before it, such as {@code "Bearer "}; may be empty
   */
  protected ApiClientBuilder(
      String baseUrl,
      List<Operation> operations,
      JsonAdapter.Factory adapters,
      String credentialHeader,
      String credentialPrefix) {
    this.provider = operations.get(0).provider();
    this.operations = List.copyOf(operations);
    this.adapters = adapters;
    this.credentialHeader = credentialHeader;
    this.credentialPrefix = credentialPrefix;
    this.baseUrl = parsed(baseUrl);
  }

  /** Returns this builder as what it is. */
  protected abstract B self();

  /**
   * Sets the token or key, without the prefix.
   *
   * @throws IllegalArgumentException if it is blank or holds a character that no header can
   */
  protected final B credential(String text) {
    this.credential = new Credential(provider, credentialHeader, credentialPrefix, text);
    return self();
  }

  /**
   * Sets another base URL than that of the live service, such as a sandbox's; a closing slash is
   * optional.
   *
   * @throws IllegalArgumentException if it is no http or https URL, or holds user, password, query
   *     or fragment
   */
  public final B baseUrl(String url) {
    this.baseUrl = parsed(url);
    return self();
  }

  // The refused text is not shown: what makes a URL unfit here may be a password in it.
  private HttpUrl parsed(String text) {
    HttpUrl url = HttpUrl.parse(text.endsWith("/") ? text : text + "/");
    if (url == null) {
      throw new IllegalArgumentException(
          provider + ": the base URL is no http or https URL, such as https://api.example.com/v1");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          provider + ": the base URL holds a user or password; give the credential on its own");
    }
    if (url.query() != null || url.fragment() != null) {
      throw new IllegalArgumentException(
          provider + ": the base URL holds a query or fragment; end it with its path");
    }
    return url;
  }

  /**
   * Sets how long opening a connection may take, TLS included; 10 s by default, 0 is for ever.
   *
   * @throws IllegalArgumentException if it is neither 0 nor from 1 ms to 24 days
   */
  public final B connectTimeout(Duration timeout) {
    this.connectTimeout = checked("connect", timeout);
    return self();
  }

  /**
   * Sets how long the connection may be silent; 60 s by default, 0 is for ever.
   *
   * @throws IllegalArgumentException if it is neither 0 nor from 1 ms to 24 days
   */
  public final B readTimeout(Duration timeout) {
    this.readTimeout = checked("read", timeout);
    return self();
  }

  /**
   * Sets how long a call may take as a whole; 120 s by default, 0 is for ever.
   *
   * @throws IllegalArgumentException if it is neither 0 nor from 1 ms to 24 days
   */
  public final B callTimeout(Duration timeout) {
    this.callTimeout = checked("call", timeout);
    return self();
  }

  private Duration checked(String which, Duration timeout) {
    boolean none = timeout.isZero();
    if (!none && (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException(
          provider
              + ": the "
              + which
              + " time-out is "
              + timeout
              + "; give 0 for none, or from 1 ms to 24 days");
    }
    return timeout;
  }

  /**
   * Shares the connections, proxy, TLS settings, interceptors and event listeners of {@code
   * client}, which itself stays as it is. Time-outs are this builder's; redirects and the cache are
   * off.
   *
   * <p>The client's network interceptors run before the credential is put on a request, so they do
   * not see it there; they can see it in {@code response.request()}. Share no client whose
   * interceptors log the headers of that.
   */
  public final B httpClient(OkHttpClient client) {
    this.shared = client;
    return self();
  }

  /**
   * Tells {@code listener} where answers and their spec differ: fields and values that the spec
   * does not know, values that are missing or of another type. Nothing listens by default.
   */
  public final B driftListener(DriftListener listener) {
    this.drift = listener;
    return self();
  }

  /**
   * Returns the connection that the client calls through.
   *
   * @throws IllegalStateException if no credential was given
   */
  protected final ApiTransport transport() {
    Credential given = credential;
    if (given == null) {
      throw new IllegalStateException(
          provider + ": the credential is missing; give the builder the provider's token or key");
    }
    return new ApiTransport(operations, adapters, baseUrl, given, client(given), drift);
  }

  private OkHttpClient client(Credential given) {
    OkHttpClient.Builder client = shared == null ? new OkHttpClient.Builder() : shared.newBuilder();
    return client
        .connectTimeout(connectTimeout)
        .readTimeout(readTimeout)
        .writeTimeout(readTimeout)
        .callTimeout(callTimeout)
        .followRedirects(false)
        .followSslRedirects(false)
        // A cache goes by URL: it would give one credential's answers to another.
        .cache(null)
        .addNetworkInterceptor(new CredentialInterceptor(baseUrl, given))
        .addNetworkInterceptor(new SendGate.Keeper())
        .build();
  }
}
