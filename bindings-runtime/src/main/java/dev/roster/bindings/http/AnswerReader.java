package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.roster.bindings.AnswerWithGaps;
import dev.roster.bindings.AnswerWithJson;
import dev.roster.bindings.Operation.Envelope;
import dev.roster.bindings.json.Expected;
import dev.roster.bindings.json.Gaps;
import dev.roster.bindings.json.Required;
import dev.roster.bindings.json.Scalars;
import dev.roster.bindings.json.SeenDrift;
import dev.roster.bindings.json.Unknown;
import java.io.IOException;
import okhttp3.Response;
import okio.Buffer;
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
  private final DriftTeller drift;
  private final boolean gaps;

  AnswerReader(JsonAdapter<T> adapter, ErrorReader errors, Failures failures, DriftTeller drift) {
    this(adapter, errors, failures, drift, false);
  }

  private AnswerReader(
      JsonAdapter<T> adapter,
      ErrorReader errors,
      Failures failures,
      DriftTeller drift,
      boolean gaps) {
    this.adapter = adapter;
    this.errors = errors;
    this.failures = failures;
    this.drift = drift;
    this.gaps = gaps;
  }

  /** Returns a reader of the same answers that keeps their JSON. */
  AnswerReader<AnswerWithJson<T>> withJson() {
    return new AnswerReader<>(new WithJson<>(adapter), errors, failures, drift, gaps);
  }

  /** Returns a reader of the same answers that leaves out items which cannot be read. */
  AnswerReader<AnswerWithGaps<T>> withGaps() {
    return new AnswerReader<>(new WithGaps<>(adapter, failures), errors, failures, drift, true);
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
    Network network = new Network(response.body().source());
    BufferedSource body = Okio.buffer(network);
    if (!response.isSuccessful()) {
      throw failures.answered(response, errors.read(body));
    }
    SeenDrift seen = new SeenDrift();
    T answer;
    try {
      answer = gaps ? answerWithGaps(body, seen) : answer(body, seen, null);
    } catch (IOException | RuntimeException e) {
      IOException cut = network.failure;
      if (cut != null) {
        throw cut;
      }
      // Of what is no JSON at all nothing is known.
      if (e instanceof JsonDataException) {
        drift.tell(seen);
      }
      throw failures.unreadable(response, e);
    }
    if (answer == null) {
      throw failures.answered(response, errors.read(body));
    }
    drift.tell(seen);
    return answer;
  }

  /**
   * Reads an answer, and once more if that fails: looking ahead at each item takes longer than
   * reading it.
   */
  private @Nullable T answerWithGaps(BufferedSource body, SeenDrift seen) throws IOException {
    body.request(Long.MAX_VALUE);
    Buffer kept = body.getBuffer().copy();
    try {
      return answer(body, seen, null);
    } catch (JsonDataException e) {
      seen.clear();
      return answer(kept, seen, new Gaps());
    }
  }

  /** Reads a body; returns null where the envelope says that it is a failure, unread. */
  private @Nullable T answer(BufferedSource body, SeenDrift seen, @Nullable Gaps left)
      throws IOException {
    if (body.exhausted()) {
      throw new JsonDataException("the body is empty");
    }
    Envelope envelope = failures.operation().envelope();
    // Looked for first, wherever it stands, as it decides what the rest is read as.
    if (envelope != null && !succeeded(envelope, reader(body.peek(), seen, null))) {
      return null;
    }
    JsonReader json = reader(body, seen, left);
    T answer = envelope == null ? value(json) : payload(envelope, json);
    if (json.peek() != JsonReader.Token.END_DOCUMENT) {
      throw new JsonDataException("something follows the JSON value");
    }
    return answer;
  }

  private JsonReader reader(BufferedSource body, SeenDrift seen, @Nullable Gaps left) {
    JsonReader json = drift.noting(JsonReader.of(body), seen);
    if (left != null) {
      // Also if nobody listens: what was noted tells which value of an item is wrong.
      json.setTag(SeenDrift.class, seen);
      json.setTag(Gaps.class, left);
    }
    return json;
  }

  private static boolean succeeded(Envelope envelope, JsonReader json) throws IOException {
    enter(json);
    while (json.hasNext()) {
      if (json.nextName().equals(envelope.success())) {
        Boolean success = Scalars.bool(json);
        if (success != null) {
          return success;
        }
      } else {
        json.skipValue();
      }
    }
    throw Required.missing(envelope.success(), json);
  }

  private T payload(Envelope envelope, JsonReader json) throws IOException {
    @Nullable T payload = null;
    enter(json);
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals(envelope.payload())) {
        payload = value(json);
      } else if (name.equals(envelope.success())) {
        json.skipValue();
      } else {
        Unknown.named(json, name, "the answer");
      }
    }
    if (payload == null) {
      throw Required.missing(envelope.payload(), json);
    }
    json.endObject();
    return payload;
  }

  private T value(JsonReader json) throws IOException {
    T value = adapter.fromJson(json);
    if (value == null) {
      throw Required.isNull(json);
    }
    return value;
  }

  private static void enter(JsonReader json) throws IOException {
    if (!Expected.object(json)) {
      throw Required.isNull(json);
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
    public long read(Buffer sink, long byteCount) throws IOException {
      try {
        return super.read(sink, byteCount);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
