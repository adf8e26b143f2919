package dev.roster.calcite.cache;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes the body of an answer has, as it is read: unpacked, where it came compressed. A
 * tag of a call's request, which {@link #COUNTING} fills.
 */
public final class AnswerSize {

  /** Counts the answers of those calls that ask for it; to be added to the HTTP client. */
  public static final Interceptor COUNTING = AnswerSize::counted;

  private static final long UNKNOWN = -1;

  private volatile long bytes = UNKNOWN;

  /** Returns whether they were counted, and are no more than {@code most}. */
  boolean isAtMost(long most) {
    return bytes != UNKNOWN && bytes <= most;
  }

  /** Returns how many were read of the last answer. */
  long bytes() {
    return bytes;
  }

  /** Begins with {@code first} bytes, then adds what is read. */
  void set(long first) {
    bytes = first;
  }

  // One thread reads an answer, others see the sum when it is done.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void add(long more) {
    bytes += more;
  }

  private static Response counted(Interceptor.Chain chain) throws IOException {
    AnswerSize size = chain.request().tag(AnswerSize.class);
    Response response = chain.proceed(chain.request());
    if (size == null) {
      return response;
    }
    size.set(0);
    return response.newBuilder().body(new CountedBody(response.body(), size)).build();
  }

  private static final class CountedBody extends ResponseBody {
    private final ResponseBody body;
    private final BufferedSource source;

    CountedBody(ResponseBody body, AnswerSize size) {
      this.body = body;
      this.source =
          Okio.buffer(
              new ForwardingSource(body.source()) {
                @Override
                public long read(Buffer sink, long byteCount) throws IOException {
                  long read = super.read(sink, byteCount);
                  size.add(Math.max(0, read));
                  return read;
                }
              });
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public BufferedSource source() {
      return source;
    }
  }
}
