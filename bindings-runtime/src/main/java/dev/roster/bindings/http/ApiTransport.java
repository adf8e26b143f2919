package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.roster.bindings.Operation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * The connection to one provider with one credential: it turns the generated Retrofit interfaces
 * into objects that call the provider. One transport serves any number of threads.
 *
 * <p>What it holds to, also over a shared {@link OkHttpClient}:
 *
 * <ul>
 *   <li>the credential goes to the base URL's scheme, host and port and nowhere else;
 *   <li>redirects are not followed: one is an {@link dev.roster.bindings.ApiException};
 *   <li>a call that writes is sent at most once, whatever happens; one that only reads may be sent
 *       again by OkHttp when a kept-alive connection turns out to be dead;
 *   <li>nothing is cached, and nothing is logged.
 * </ul>
 *
 * <p>Calls run on daemon threads of the transport, which keep no JVM alive; their number is the
 * number of calls in flight, which is for the caller to bound.
 */
public final class ApiTransport {

  private final Retrofit retrofit;

  private ApiTransport(Retrofit retrofit) {
    this.retrofit = retrofit;
  }

  /**
   * Returns a builder for a provider, with what its generated binding knows of it.
   *
   * @param baseUrl the provider's base URL, unless {@link Builder#baseUrl} gives another
   * @param operations the provider's operations
   * @param adapters the JSON adapters of its models
   * @param credentialHeader the header that carries the credential, such as {@code X-API-KEY}
   * @param credentialPrefix what stands before it, such as {@code "Bearer "}; may be empty
   */
  public static Builder builder(
      String baseUrl,
      List<Operation> operations,
      JsonAdapter.Factory adapters,
      String credentialHeader,
      String credentialPrefix) {
    return new Builder(baseUrl, operations, adapters, credentialHeader, credentialPrefix);
  }

  /**
   * Returns an object that makes calls through this transport.
   *
   * @param api a generated Retrofit interface
   * @throws IllegalArgumentException if a method of it names no operation, or a model without a
   *     JSON adapter
   */
  public <A> A create(Class<A> api) {
    return retrofit.create(api);
  }

  /** Gathers what a transport needs. All but the credential has a default. */
  public static final class Builder {

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

    private Builder(
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

    /**
     * Sets where the provider is; a closing slash is optional.
     *
     * @throws IllegalArgumentException if it is no http or https URL, or holds user, password,
     *     query or fragment
     */
    public Builder baseUrl(String url) {
      this.baseUrl = parsed(url);
      return this;
    }

    // The refused text is not shown: what makes a URL unfit here may be a password in it.
    private HttpUrl parsed(String text) {
      HttpUrl url = HttpUrl.parse(text.endsWith("/") ? text : text + "/");
      if (url == null) {
        throw new IllegalArgumentException(
            provider
                + ": the base URL is no http or https URL, such as https://api.example.com/v1");
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
     * Sets the token or key, without the prefix.
     *
     * @throws IllegalArgumentException if it is blank or holds a character that no header can
     */
    public Builder credential(String text) {
      this.credential = new Credential(provider, credentialHeader, credentialPrefix, text);
      return this;
    }

    /**
     * Sets how long opening a connection may take, TLS included; 10 s by default, 0 is for ever.
     */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = checked("connect", timeout);
      return this;
    }

    /** Sets how long the connection may be silent; 60 s by default, 0 is for ever. */
    public Builder readTimeout(Duration timeout) {
      this.readTimeout = checked("read", timeout);
      return this;
    }

    /** Sets how long a call may take as a whole; 120 s by default, 0 is for ever. */
    public Builder callTimeout(Duration timeout) {
      this.callTimeout = checked("call", timeout);
      return this;
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
     * client}, which itself stays as it is. Time-outs are this builder's; redirects and the cache
     * are off.
     *
     * <p>The client's network interceptors run before the credential is put on a request, so they
     * do not see it there; they can see it in {@code response.request()}. Share no client whose
     * interceptors log the headers of that.
     */
    public Builder httpClient(OkHttpClient client) {
      this.shared = client;
      return this;
    }

    /**
     * Returns the transport.
     *
     * @throws IllegalStateException if no credential was given
     */
    public ApiTransport build() {
      Credential given = credential;
      if (given == null) {
        throw new IllegalStateException(
            provider + ": the credential is missing; give the builder the provider's token or key");
      }
      OkHttpClient client = client(given);
      Moshi moshi = new Moshi.Builder().add(adapters).build();
      ApiCalls calls =
          new ApiCalls(operations, moshi, baseUrl, given, client, daemonThreads(provider));
      Retrofit retrofit =
          new Retrofit.Builder()
              .baseUrl(baseUrl)
              // Makes requests and never sends one: the listeners hear of real calls only.
              .callFactory(client.newBuilder().eventListener(EventListener.NONE).build())
              .addCallAdapterFactory(calls)
              .addConverterFactory(new RequestBodies(moshi))
              .validateEagerly(true)
              .build();
      return new ApiTransport(retrofit);
    }

    private OkHttpClient client(Credential given) {
      OkHttpClient.Builder client =
          shared == null ? new OkHttpClient.Builder() : shared.newBuilder();
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

    // OkHttp's own threads for asynchronous calls are no daemons (a program would end a minute
    // late), and it runs no more than five of them at a time against one host.
    private static Executor daemonThreads(String provider) {
      AtomicInteger count = new AtomicInteger();
      return new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "roster-" + provider + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });
    }
  }
}
