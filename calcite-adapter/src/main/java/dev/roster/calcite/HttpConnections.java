package dev.roster.calcite;

import dev.roster.calcite.cache.AnswerSize;
import dev.roster.calcite.requests.LoggedCalls;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The HTTP connections of this process. A tool opens and closes JDBC connections as it likes, so
 * each having HTTP connections of its own would mean a TLS handshake for each, and sockets that
 * stay open minutes after it. No credential is among what is shared.
 */
public final class HttpConnections {

  /**
   * What every provider's client shares; it tells the log of requests of every call, and the cache
   * of the size of answers. It repeats nothing by itself: what is worth another try is sent again
   * by {@code Retries}, which counts.
   */
  public static final OkHttpClient SHARED =
      LoggedCalls.listening(
          new OkHttpClient.Builder()
              .retryOnConnectionFailure(false)
              .addInterceptor(AnswerSize.COUNTING)
              .addInterceptor(HttpConnections::withoutDeadOnes)
              .addNetworkInterceptor(HttpConnections::withoutComeBackAtOnce)
              .build());

  private HttpConnections() {}

  // Where one connection broke the idle ones may be dead too, and the next tries would meet them.
  private static Response withoutDeadOnes(Interceptor.Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (IOException broken) {
      if (!chain.call().isCanceled()) {
        SHARED.connectionPool().evictAll();
      }
      throw broken;
    }
  }

  // A 503 with this header OkHttp itself would send again, whatever it is told.
  private static Response withoutComeBackAtOnce(Interceptor.Chain chain) throws IOException {
    Response answer = chain.proceed(chain.request());
    return answer.code() == 503 && "0".equals(answer.header("Retry-After"))
        ? answer.newBuilder().removeHeader("Retry-After").build()
        : answer;
  }
}
