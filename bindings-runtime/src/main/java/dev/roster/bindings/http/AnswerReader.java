package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.Operation.Envelope;
import java.io.IOException;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of one operation, streaming: a success becomes the model, all else an
 * exception.
 */
final class AnswerReader<T> {

  private final JsonAdapter<T> adapter;
  private final ErrorReader errors;
  private final Failures failures;

  AnswerReader(JsonAdapter<T> adapter, ErrorReader errors, Failures failures) {
    this.adapter = adapter;
    this.errors = errors;
    this.failures = failures;
  }

  /** Returns a reader of the same answers that keeps their JSON. */
  AnswerReader<AnswerWithJson<T>> withJson() {
    return new AnswerReader<>(new WithJson<>(adapter), errors, failures);
  }

  /** Returns what makes the exceptions of the operation. */
  Failures failures() {
    return failures;
  }

  /**
   * Returns the model that {@code response} holds.
   *
   * @throws IOException if the connection ended before the answer did
   */
  T read(Response response) throws IOException {
    Envelope envelope = failures.operation().envelope();
    Network network = new Network(response.body().source());
    BufferedSource body = Okio.buffer(network);
    if (!response.isSuccessful()) {
      throw failures.answered(response, errors.read(body));
    }
    try {
      if (body.exhausted()) {
        throw new JsonDataException("the body is empty");
      }
      if (envelope == null) {
        return whole(body);
      }
      // Looked for first, wherever it stands, as it decides what the rest is read as.
      if (succeeded(envelope, body)) {
        return payload(envelope, body);
      }
    } catch (IOException | RuntimeException e) {
      IOException cut = network.failure;
      if (cut != null) {
        throw cut;
      }
      throw failures.unreadable(response, e);
    }
    throw failures.answered(response, errors.read(body));
  }

  private T whole(BufferedSource body) throws IOException {
    JsonReader json = JsonReader.of(body);
    T value = required(adapter.fromJson(json), "$");
    end(json);
    return value;
  }

  private static boolean succeeded(Envelope envelope, BufferedSource body) throws IOException {
    JsonReader json = JsonReader.of(body.peek());
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals(envelope.success())) {
        return json.nextBoolean();
      }
      json.skipValue();
    }
    throw new JsonDataException("Required value '" + envelope.success() + "' missing at $");
  }

  private T payload(Envelope envelope, BufferedSource body) throws IOException {
    JsonReader json = JsonReader.of(body);
    @Nullable T payload = null;
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals(envelope.payload())) {
        payload = required(adapter.fromJson(json), "$." + envelope.payload());
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    end(json);
    if (payload == null) {
      throw new JsonDataException("Required value '" + envelope.payload() + "' missing at $");
    }
    return payload;
  }

  private static <V> V required(@Nullable V value, String path) {
    if (value == null) {
      throw new JsonDataException("Required value is null at " + path);
    }
    return value;
  }

  private static void end(JsonReader json) throws IOException {
    if (json.peek() != JsonReader.Token.END_DOCUMENT) {
      throw new JsonDataException("something follows the JSON value");
    }
  }

  /**
   * Remembers that the connection failed, to tell a body that was cut from one that the provider
   * ended too early: the JSON reader says of both that the input ended.
   */
  private static final class Network extends ForwardingSource {

    private @Nullable IOException failure;

    Network(Source connection) {
      super(connection);
    }

    @Override
    public long read(okio.Buffer sink, long byteCount) throws IOException {
      try {
        return super.read(sink, byteCount);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
