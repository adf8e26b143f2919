package dev.roster.bindings;

import java.util.concurrent.CompletableFuture;
import okhttp3.Request;

/**
 * One call of one operation, prepared and not yet sent. A call is sent at most once; {@link #copy}
 * gives a fresh one.
 *
 * @param <T> the model that a success answers with
 */
public interface ApiCall<T> {

  /**
   * Sends the call and waits for the answer.
   *
   * @throws ApiException if the provider answered with a failure, or with something that cannot be
   *     read
   * @throws ApiTransportException if no answer came: not connected, cut, timed out, cancelled; of
   *     kind CANCELLED too if this thread is interrupted, which stays so
   * @throws IllegalStateException if the call was sent before
   */
  T execute();

  /**
   * Sends the call without waiting. The future ends as {@link #execute} would, its failure being
   * the {@link ApiException} or {@link ApiTransportException} itself; cancelling it cancels the
   * HTTP call.
   *
   * @throws IllegalStateException if the call was sent before
   */
  CompletableFuture<T> executeAsync();

  /** Ends the call, now or before it is sent; harmless afterwards. */
  void cancel();

  /** Returns a call like this one, not yet sent. */
  ApiCall<T> copy();

  /**
   * Returns a call like this one, not yet sent, that keeps the JSON of the answer beside the model:
   * for those who want what the spec does not know as well. It holds the whole text in memory.
   */
  ApiCall<AnswerWithJson<T>> withJson();

  /**
   * Returns a call like this one, not yet sent, that leaves items of the answer's lists out which
   * cannot be read, instead of failing: one that lacks a required value or has one of another type.
   * It holds the whole text in memory while it reads.
   */
  ApiCall<AnswerWithGaps<T>> withGaps();

  /**
   * Returns a call like this one, not yet sent, whose request carries a tag of OkHttp: for the
   * interceptors and event listeners of a shared client, which find beside it the {@link Operation}
   * under that class. Nothing of a tag is sent.
   *
   * @param type the class under which it is found, of which a request has one tag
   */
  <X> ApiCall<T> tagged(Class<X> type, X tag);

  /** Returns what the spec says of the operation. */
  Operation operation();

  /**
   * Returns the request that this call sends, but for its credential: the header that carries it
   * has a mask.
   */
  Request request();
}
