package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.roster.bindings.DriftListener;
import dev.roster.bindings.Operation;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
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

  /** Makes a transport over {@code client}, which already guards the credential and the writes. */
  ApiTransport(
      List<Operation> operations,
      JsonAdapter.Factory adapters,
      HttpUrl baseUrl,
      Credential credential,
      OkHttpClient client,
      DriftListener drift) {
    Moshi moshi = new Moshi.Builder().add(adapters).build();
    Executor threads = daemonThreads(operations.get(0).provider());
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            // Makes requests and never sends one: the listeners hear of real calls only.
            .callFactory(client.newBuilder().eventListener(EventListener.NONE).build())
            .addCallAdapterFactory(
                new ApiCalls(operations, moshi, baseUrl, credential, client, threads, drift))
            .addConverterFactory(new RequestBodies(moshi))
            .validateEagerly(true)
            .build();
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
