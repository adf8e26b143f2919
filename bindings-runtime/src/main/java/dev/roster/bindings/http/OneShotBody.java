package dev.roster.bindings.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The body of a call that writes: it can be written once. OkHttp sends no request again whose body
 * says so, be it for a cut connection, a 408, a 503 with {@code Retry-After: 0} or a challenge; and
 * whoever tries nevertheless (an interceptor of a shared client, say) fails instead.
 */
final class OneShotBody extends RequestBody {

  private final RequestBody body;
  private final AtomicBoolean written = new AtomicBoolean();

  OneShotBody(RequestBody body) {
    this.body = body;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    if (!written.compareAndSet(false, true)) {
      throw new IOException("The body of a call that writes is sent once, and was sent before");
    }
    body.writeTo(sink);
  }
}
