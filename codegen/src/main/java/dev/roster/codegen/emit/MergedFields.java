package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Limits;
import dev.roster.codegen.spec.Property;
import dev.roster.codegen.spec.Shape;
import dev.roster.codegen.spec.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of all variants of a union, those of one name made one. */
final class MergedFields {

  /** A property in the variant that has it. */
  private record Owned(String variant, Property property) {

    Shape shape() {
      return property.shape();
    }

    boolean required() {
      return property.required();
    }

    @Nullable Object constant() {
      return property.constant();
    }
  }

  private final Type.UnionType union;
  private final Map<String, List<Owned>> byName = new LinkedHashMap<>();

  MergedFields(Type.UnionType union) {
    this.union = union;
    for (Type.Variant variant : union.variants()) {
      for (Property property : variant.object().properties()) {
        byName
            .computeIfAbsent(property.name(), name -> new ArrayList<>())
            .add(new Owned(variant.object().name(), property));
      }
    }
    byName.values().forEach(this::check);
  }

  private void check(List<Owned> owned) {
    Owned first = owned.get(0);
    for (Owned other : owned) {
      if (!sameKind(first.property.shape(), other.property.shape())) {
        throw union
            .place()
            .error(
                "has variants of which %s and %s hold different things under %s; one field must fit"
                        .formatted(first.variant, other.variant, first.property.name())
                    + " both");
      }
    }
  }

  /** Texts and enumerations are all texts in a field; everything else must be the same. */
  private static boolean sameKind(Shape one, Shape other) {
    return one.equals(other) || (isText(one) && isText(other));
  }

  private static boolean isText(Shape shape) {
    return shape == Shape.Scalar.TEXT || isEnum(shape);
  }

  private static boolean isEnum(Shape shape) {
    return shape instanceof Shape.EnumOf;
  }

  List<String> code() {
    return byName.values().stream()
        .map(owned -> FieldCode.of(union.name(), merged(owned), values(owned), getter(owned)))
        .toList();
  }

  /** An unknown variant has no field but the label, so that all others may be null. */
  private Property merged(List<Owned> owned) {
    Property first = owned.get(0).property;
    Set<String> descriptions = new LinkedHashSet<>();
    owned.forEach(one -> descriptions.add(one.property.description()));
    return new Property(
        first.place(),
        first.name(),
        owned.stream()
            .map(Owned::shape)
            .filter(MergedFields::isEnum)
            .findFirst()
            .orElse(first.shape()),
        isLabel(first) ? "Which variant this is." : String.join(" ", descriptions),
        owned.size() == union.variants().size() && owned.stream().allMatch(Owned::required),
        !isLabel(first),
        owned.stream().anyMatch(one -> one.property.secret()),
        owned.stream()
            .map(Owned::constant)
            .filter(String.class::isInstance)
            .findFirst()
            .orElse(null),
        Limits.NONE);
  }

  /** Returns Java for the values of all variants, in their order, each once. */
  private static String values(List<Owned> owned) {
    Set<String> texts = new LinkedHashSet<>();
    Set<String> lists = new LinkedHashSet<>();
    for (Owned one : owned) {
      if (one.property.constant() instanceof String constant) {
        texts.add(constant);
      } else if (one.property.shape() instanceof Shape.EnumOf) {
        lists.add(FieldCode.values(one.property));
      }
    }
    if (lists.isEmpty()) {
      return JavaText.list(List.copyOf(texts));
    }
    if (lists.size() == 1 && texts.isEmpty()) {
      return lists.iterator().next();
    }
    if (!texts.isEmpty()) {
      lists.add(JavaText.list(List.copyOf(texts)));
    }
    return "java.util.stream.Stream.of("
        + String.join(", ", lists)
        + ").flatMap(List::stream).distinct().toList()";
  }

  /** Returns Java for a function that asks the variants in turn. */
  private String getter(List<Owned> owned) {
    if (isLabel(owned.get(0).property)) {
      return union.name() + "::" + accessor(owned.get(0).property);
    }
    StringBuilder code = new StringBuilder("it -> {\n");
    for (Owned one : owned) {
      String value = "variant." + accessor(one.property) + "()";
      if (one.property.shape() instanceof Shape.EnumOf) {
        value =
            one.property.mayBeNull()
                ? "%1$s == null ? null : %1$s.value()".formatted(value)
                : value + ".value()";
      }
      code.append("  if (it instanceof ").append(one.variant).append(" variant) {\n");
      code.append("    return ").append(value).append(";\n  }\n");
    }
    return code.append("  return null;\n}").toString();
  }

  private boolean isLabel(Property property) {
    return property.name().equals(union.label());
  }

  private static String accessor(Property property) {
    return JavaNames.member(property.place(), property.name());
  }
}
