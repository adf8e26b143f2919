package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a schema with {@code oneOf}: which variants it has and what tells them apart. */
final class UnionReader {

  private final Map<String, Type.ObjectType> objects;

  UnionReader(Map<String, Type.ObjectType> objects) {
    this.objects = objects;
  }

  Type.UnionType read(Place place, String name, Schema<?> schema) {
    Keywords.check(place, schema);
    if (schema.getProperties() != null || !ShapeReader.types(schema).isEmpty()) {
      throw place.error("has properties or a type beside oneOf; leave them to the variants");
    }
    List<Type.ObjectType> variants = new ArrayList<>();
    for (Schema<?> variant : schema.getOneOf()) {
      variants.add(variant(place, variant));
    }
    Discriminator discriminator = schema.getDiscriminator();
    return new Type.UnionType(
        place,
        name,
        ObjectReader.description(place, schema),
        discriminator == null ? null : discriminator.getPropertyName(),
        discriminator == null
            ? byMarkers(place, variants)
            : byLabel(place.in("discriminator"), discriminator, variants));
  }

  private Type.ObjectType variant(Place place, Schema<?> schema) {
    Place at = place.in("oneOf");
    String ref = Refs.schema(at, schema.get$ref());
    if (ref == null) {
      throw at.error("has a variant without a name; make it a schema under components.schemas");
    }
    Type.ObjectType object = objects.get(ref);
    if (object == null) {
      throw at.error("has the variant " + ref + ", which is no object under components.schemas");
    }
    return object;
  }

  /** Each variant has the label as a constant; so a builder cannot forget it. */
  private static List<Type.Variant> byLabel(
      Place place, Discriminator discriminator, List<Type.ObjectType> variants) {
    String label = discriminator.getPropertyName();
    if (label == null) {
      throw place.error("has no propertyName");
    }
    Map<String, Type.Variant> read = new LinkedHashMap<>();
    for (Type.ObjectType variant : variants) {
      Property property = property(variant, label);
      if (property == null || !(property.constant() instanceof String value)) {
        throw place.error(
            "names " + label + ", which is no required const string of " + variant.name());
      }
      if (read.put(value, new Type.Variant(variant, value, List.of())) != null) {
        throw place.error("cannot tell two variants apart: both have " + label + " " + value);
      }
    }
    checkMapping(place, discriminator.getMapping(), read);
    return List.copyOf(read.values());
  }

  /** A mapping repeats what the variants' constants say; it must not say something else. */
  private static void checkMapping(
      Place place, @Nullable Map<String, String> mapping, Map<String, Type.Variant> read) {
    if (mapping == null) {
      return;
    }
    mapping.forEach(
        (value, ref) -> {
          Type.Variant variant = read.get(value);
          if (variant == null || !(Refs.SCHEMAS + variant.object().name()).equals(ref)) {
            throw place
                .in("mapping")
                .error("sends " + value + " to " + ref + ", whose const is not " + value);
          }
        });
    if (mapping.size() != read.size()) {
      throw place.in("mapping").error("does not name every variant");
    }
  }

  /** At most one variant may do without a marker: it is meant where no other's marker is there. */
  private static List<Type.Variant> byMarkers(Place place, List<Type.ObjectType> variants) {
    List<Type.Variant> read = new ArrayList<>();
    String unmarked = null;
    for (Type.ObjectType variant : variants) {
      List<String> markers = markers(variant, variants);
      if (markers.isEmpty()) {
        if (unmarked != null) {
          throw place.error(
              "cannot tell "
                  + unmarked
                  + " and "
                  + variant.name()
                  + " apart: neither has a required property that no other variant has; add one, or"
                  + " a const property and a discriminator");
        }
        unmarked = variant.name();
      }
      read.add(new Type.Variant(variant, null, markers));
    }
    return List.copyOf(read);
  }

  /** A marker must be there in its variant, more than null, and unknown to every other variant. */
  private static List<String> markers(Type.ObjectType variant, List<Type.ObjectType> variants) {
    return variant.properties().stream()
        .filter(property -> property.required() && !property.nullable())
        .map(Property::name)
        .filter(
            name ->
                variants.stream()
                    .noneMatch(other -> !other.equals(variant) && property(other, name) != null))
        .toList();
  }

  private static @Nullable Property property(Type.ObjectType object, String name) {
    return object.properties().stream()
        .filter(property -> property.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
