package dev.roster.bindings.http;

import com.squareup.moshi.JsonReader;
import dev.roster.bindings.Drift;
import dev.roster.bindings.DriftListener;
import dev.roster.bindings.Operation;
import dev.roster.bindings.json.SeenDrift;
import java.util.Objects;

/** Tells a listener where the answers of one operation differ from its spec. */
record DriftTeller(Operation operation, Credential credential, DriftListener listener) {

  /** Has {@code json} note into {@code seen}, if anybody listens. */
  JsonReader noting(JsonReader json, SeenDrift seen) {
    if (listener != DriftListener.NONE) {
      json.setTag(SeenDrift.class, seen);
    }
    return json;
  }

  /** Tells what was seen; a credential that an answer has as a name is masked. */
  void tell(SeenDrift seen) {
    seen.tell(
        (kind, pointer, expected, found, count) ->
            listener.seen(
                new Drift(
                    operation,
                    kind,
                    Objects.requireNonNull(credential.redact(pointer)),
                    expected,
                    found,
                    count)));
  }
}
