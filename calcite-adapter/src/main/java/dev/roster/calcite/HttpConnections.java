package dev.roster.calcite;

import dev.roster.calcite.cache.AnswerSize;
import dev.roster.calcite.requests.LoggedCalls;
import okhttp3.OkHttpClient;

/**
 * The HTTP connections of this process. A tool opens and closes JDBC connections as it likes, so
 * each having HTTP connections of its own would mean a TLS handshake for each, and sockets that
 * stay open minutes after it. No credential is among what is shared.
 */
public final class HttpConnections {

  /**
   * What every provider's client shares; it tells the log of requests of every call, and the cache
   * of the size of answers.
   */
  public static final OkHttpClient SHARED =
      LoggedCalls.listening(new OkHttpClient.Builder().addInterceptor(AnswerSize.COUNTING).build());

  private HttpConnections() {}
}
