package dev.roster.codegen.spec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which types are sent, received or written as form parts, and which unions they belong to. */
public final class Usage {

  private final Types types;
  private final Set<String> sent = new LinkedHashSet<>();
  private final Set<String> received = new LinkedHashSet<>();
  private final Set<String> parts = new LinkedHashSet<>();

  /** Follows every call of the spec from its body and its answers into their properties. */
  public Usage(Spec spec) {
    this.types = spec.types();
    for (Api api : spec.apis()) {
      for (Call call : api.calls()) {
        reach(received, call.answer());
        reach(received, call.error().type());
        Call.Body body = call.body();
        if (body != null) {
          reach(sent, body.type());
          if (body.bracketMultipart()) {
            reach(parts, body.type());
          }
        }
      }
    }
  }

  private void reach(Set<String> reached, String name) {
    if (!reached.add(name)) {
      return;
    }
    Type type = types.type(name);
    if (type instanceof Type.ObjectType object) {
      object.properties().stream()
          .flatMap(property -> Recursion.models(property.shape()))
          .forEach(inner -> reach(reached, inner));
    } else if (type instanceof Type.UnionType union) {
      union.variants().forEach(variant -> reach(reached, variant.object().name()));
    }
  }

  /** Returns whether the type is only ever sent, so that its limits are checked. */
  public boolean onlySent(Type type) {
    return sent.contains(type.name()) && !received.contains(type.name());
  }

  /** Returns whether the type may be part of a form. */
  public boolean writesParts(Type type) {
    return parts.contains(type.name());
  }

  /** Returns the unions that the object is a variant of. */
  public List<Type.UnionType> unionsOf(Type.ObjectType object) {
    return types.types().values().stream()
        .flatMap(type -> type instanceof Type.UnionType union ? Stream.of(union) : Stream.empty())
        .filter(
            union ->
                union.variants().stream()
                    .anyMatch(variant -> variant.object().name().equals(object.name())))
        .toList();
  }
}
