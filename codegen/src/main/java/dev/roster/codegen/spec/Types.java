package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The schemas of a spec, read: Java types and envelopes, each by name in the order of the spec. */
public record Types(Map<String, Type> types, Map<String, Envelope> envelopes) {

  static Types read(Place place, Map<String, Schema<?>> schemas) {
    Map<String, ComponentKind> kinds = new LinkedHashMap<>();
    schemas.forEach((name, schema) -> kinds.put(name, ComponentKind.of(place.in(name), schema)));

    ObjectReader objectReader = new ObjectReader(new ShapeReader(kinds));
    Map<String, Type.ObjectType> objects = new LinkedHashMap<>();
    schemas.forEach(
        (name, schema) -> {
          if (kinds.get(name) == ComponentKind.OBJECT) {
            objects.put(name, objectReader.read(place.in(name), name, schema));
          }
        });

    UnionReader unionReader = new UnionReader(objects);
    EnvelopeReader envelopeReader = new EnvelopeReader(objectReader);
    Map<String, Type> types = new LinkedHashMap<>();
    Map<String, Envelope> envelopes = new LinkedHashMap<>();
    schemas.forEach(
        (name, schema) -> {
          Place at = place.in(name);
          switch (ComponentKind.of(at, schema)) {
            case OBJECT -> types.put(name, Objects.requireNonNull(objects.get(name)));
            case UNION -> types.put(name, unionReader.read(at, name, schema));
            case ENUM -> types.put(name, EnumReader.read(at, name, schema));
            case ENVELOPE -> envelopes.put(name, envelopeReader.read(at, name, schema));
          }
        });
    Types read = new Types(types, envelopes);
    schemas.forEach((name, schema) -> read.checkNot(place.in(name), name, schema));
    Recursion.check(types);
    return read;
  }

  /**
   * A {@code not} that only says "this variant of a oneOf is not that one" holds by how variants
   * are told apart; any other would be lost.
   */
  private void checkNot(Place place, String name, Schema<?> schema) {
    if (schema.getNot() == null) {
      return;
    }
    String other = Refs.schema(place.in("not"), schema.getNot().get$ref());
    boolean siblings =
        types.values().stream()
            .filter(Type.UnionType.class::isInstance)
            .map(type -> ((Type.UnionType) type).variants().stream())
            .map(variants -> variants.map(variant -> variant.object().name()).toList())
            .anyMatch(names -> other != null && names.containsAll(List.of(name, other)));
    if (!siblings) {
      throw place.error(
          "uses not, which the generator cannot express except between two variants of one oneOf");
    }
  }

  /** Returns the type of that name, which must be there. */
  public Type type(String name) {
    Type type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("no type " + name);
    }
    return type;
  }
}
