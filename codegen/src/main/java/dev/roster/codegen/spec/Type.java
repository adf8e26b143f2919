package dev.roster.codegen.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named schema that becomes a Java type. */
public sealed interface Type {

  /** Returns where the spec has it. */
  Place place();

  /** Returns the schema's name, which is the Java name too. */
  String name();

  /** Returns the schema's description. */
  String description();

  /** An object with properties, in the order of the spec; possibly none. */
  record ObjectType(Place place, String name, String description, List<Property> properties)
      implements Type {}

  /**
   * Exactly one of several objects.
   *
   * @param label the property that tells the variants apart, or null where markers do
   * @param variants in the order of the spec
   */
  record UnionType(
      Place place, String name, String description, @Nullable String label, List<Variant> variants)
      implements Type {}

  /**
   * An object of a union.
   *
   * @param object the schema
   * @param label the value of the union's label that means this variant, or null without a label
   * @param markers without a label: names that only this variant has; empty for the one variant
   *     that is meant when no marker is there
   */
  record Variant(ObjectType object, @Nullable String label, List<String> markers) {}

  /** A text of which the spec knows some values. */
  record EnumType(Place place, String name, String description, List<EnumValue> values)
      implements Type {}

  /** A known value of an enumeration. */
  record EnumValue(String value, String description) {}
}
