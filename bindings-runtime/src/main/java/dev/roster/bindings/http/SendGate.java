package dev.roster.bindings.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The last point of a call before its first byte leaves. A request passes it or finds it closed, so
 * that it is certain of each call that ended early whether the provider can have seen it.
 */
final class SendGate {

  private enum State {
    WAITING,
    PASSED,
    CLOSED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  /** Returns whether a request passed, so that bytes of it may have left. */
  boolean passed() {
    return state.get() == State.PASSED;
  }

  /** Closes the gate for good, unless a request passed before. */
  void close() {
    state.compareAndSet(State.WAITING, State.CLOSED);
  }

  private boolean pass() {
    return state.compareAndSet(State.WAITING, State.PASSED) || passed();
  }

  /**
   * Stands where the gate is: the last network interceptor, behind connecting, the TLS handshake
   * and the interceptors of a shared client, with nothing after it but the writing of the request.
   */
  static final class Keeper implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
      // Of the call, not of the chain: an interceptor of a shared client may have made a new one.
      @Nullable SendGate gate = chain.call().request().tag(SendGate.class);
      if (gate != null && !gate.pass()) {
        throw new IOException("Canceled");
      }
      return chain.proceed(chain.request());
    }
  }
}
