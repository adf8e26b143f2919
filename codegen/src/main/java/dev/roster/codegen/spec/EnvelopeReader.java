package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;

/** Reads a schema with {@code x-envelope-payload}. */
final class EnvelopeReader {

  private final ObjectReader objects;

  EnvelopeReader(ObjectReader objects) {
    this.objects = objects;
  }

  /** Reads the wrapper: a flag that is always true in a success, and the answer. */
  Envelope read(Place place, String name, Schema<?> schema) {
    Extensions extensions = new Extensions(place, schema.getExtensions());
    String payload = extensions.text("x-envelope-payload", "the member that holds the answer");
    String success = extensions.text("x-envelope-success", "the boolean that is false in failures");
    List<Property> properties = objects.read(place, name, schema).properties();
    Property answer = property(place, properties, payload);
    if (!(answer.shape() instanceof Shape.ModelOf model) || answer.mayBeNull()) {
      throw answer.place().error("is the payload of an envelope; make it a required object");
    }
    Property flag = property(place, properties, success);
    if (!Boolean.TRUE.equals(flag.constant())) {
      throw flag.place().error("tells a success in an envelope; write const: true");
    }
    if (properties.size() != 2) {
      throw place.error("is an envelope with more members than " + success + " and " + payload);
    }
    return new Envelope(success, payload, model.type());
  }

  private static Property property(Place place, List<Property> properties, String name) {
    return properties.stream()
        .filter(property -> property.name().equals(name))
        .findFirst()
        .orElseThrow(() -> place.error("is an envelope without the property " + name));
  }
}
