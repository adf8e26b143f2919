package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Property;
import dev.roster.codegen.spec.Shape;
import dev.roster.codegen.spec.Type;
import dev.roster.codegen.spec.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the templates print of an object: its class and its adapter.
 *
 * @param properties all, in the order of the spec
 * @param unions the interfaces of the unions that it is a variant of
 * @param parts whether it may be part of a form
 * @param partStatements then, what it writes into one
 */
record ObjectView(
    String name,
    String description,
    List<PropertyView> properties,
    List<String> unions,
    boolean parts,
    List<String> partStatements) {

  /** Names the properties in Java, and finds what of the spec does not fit into a class. */
  static ObjectView of(Type.ObjectType type, Usage usage) {
    Map<String, String> seen = new HashMap<>();
    List<PropertyView> properties = new ArrayList<>();
    int variable = 0;
    // Behind the others, so that those have the places of their locals.
    int constant = (int) type.properties().stream().filter(one -> one.constant() == null).count();
    for (Property property : type.properties()) {
      String name = JavaNames.member(property.place(), property.name());
      String other = seen.put(name, property.name());
      if (other != null) {
        throw property.place().error("has the Java name " + name + ", which " + other + " has too");
      }
      int index = property.constant() == null ? variable++ : constant++;
      properties.add(new PropertyView(type.name(), name, property, usage.onlySent(type), index));
    }
    return new ObjectView(
        JavaNames.type(type.place(), type.name()),
        type.description(),
        List.copyOf(properties),
        usage.unionsOf(type).stream().map(Type.UnionType::name).toList(),
        usage.writesParts(type),
        usage.writesParts(type) ? properties.stream().map(PropertyView::part).toList() : List.of());
  }

  public String doc() {
    return Javadoc.of(description).indented(0);
  }

  /** {@code " implements A, B"}, or nothing. */
  public String implemented() {
    List<String> all = new ArrayList<>(unions);
    if (parts && unions.isEmpty()) {
      all.add("BracketParts");
    }
    return all.isEmpty() ? "" : " implements " + String.join(", ", all);
  }

  /** The properties that are no constants. */
  public List<PropertyView> variables() {
    return properties.stream().filter(property -> !property.constant()).toList();
  }

  /** The properties that always have the same value. */
  public List<PropertyView> constants() {
    return properties.stream().filter(PropertyView::constant).toList();
  }

  public boolean hasVariables() {
    return !variables().isEmpty();
  }

  /** The properties that must be there and be more than null. */
  public List<PropertyView> needed() {
    return properties.stream().filter(PropertyView::needed).toList();
  }

  /** The elements of FIELDS, constants included. */
  public List<String> fields() {
    return properties.stream().map(PropertyView::field).toList();
  }

  public List<String> limits() {
    return properties.stream().filter(PropertyView::limited).map(PropertyView::check).toList();
  }

  public boolean limited() {
    return !limits().isEmpty();
  }

  private List<String> names() {
    return variables().stream().map(PropertyView::name).toList();
  }

  /** The head of the constructor. */
  public String constructor() {
    return Layout.call(
        2, name, variables().stream().map(view -> view.type() + " " + view.name()).toList(), " {");
  }

  /** The statement that returns an instance made of local variables. */
  public String creation() {
    List<String> locals = variables().stream().map(PropertyView::local).toList();
    return Layout.call(4, "return new " + name, locals, ";");
  }

  /** The same, a level deeper. */
  public String creationInBuilder() {
    return Layout.call(6, "return new " + name, names(), ";");
  }

  /** The statement of hashCode. */
  public String hash() {
    return Layout.call(4, "return Objects.hash", names(), ";");
  }

  /** The names on the wire that the adapter looks for. */
  public String options() {
    return Layout.call(
        6,
        "JsonReader.Options.of",
        Stream.concat(variables().stream(), constants().stream())
            .map(PropertyView::literal)
            .toList(),
        ";");
  }

  public List<PropertyView> adapterConstants() {
    return properties.stream().filter(PropertyView::adapterConstant).toList();
  }

  /** The terms of the sum that toString returns, between the class name and the last bracket. */
  public List<String> shown() {
    List<String> terms = new ArrayList<>();
    for (PropertyView property : properties) {
      String separator = terms.isEmpty() ? "" : ", ";
      terms.add(
          JavaText.literal(separator + property.property().name() + "=")
              + " + "
              + property.shown());
    }
    return terms;
  }

  private Stream<Shape> shapes() {
    return variables().stream()
        .map(view -> view.property().shape())
        .map(shape -> shape instanceof Shape.ListOf list ? list.item() : shape);
  }

  private boolean has(Shape.Scalar scalar) {
    return shapes().anyMatch(shape -> shape == scalar);
  }

  private boolean hasList() {
    return variables().stream().anyMatch(PropertyView::isList);
  }

  private boolean hasAnyList() {
    return variables().stream().anyMatch(view -> view.adapter().equals("Adapters.ANY_LIST"));
  }

  public List<String> imports() {
    String fields = String.join("\n", fields());
    return new Imports()
        .add("com.squareup.moshi.JsonClass", "dev.roster.bindings.Field", "java.util.List")
        .add("org.jspecify.annotations.Nullable")
        .addIf(hasVariables(), "java.util.Objects")
        .addIf(parts && unions.isEmpty(), "dev.roster.bindings.BracketParts")
        .addIf(parts, "dev.roster.bindings.PartWriter")
        .addIf(has(Shape.Scalar.BINARY), "dev.roster.bindings.Upload")
        .addIf(limited(), "dev.roster.bindings.json.Lengths")
        .addIf(fields.contains("Adapters."), "dev.roster.bindings.json.Adapters")
        .addIf(parts && has(Shape.Scalar.INSTANT), "dev.roster.bindings.json.Instants")
        .addIf(has(Shape.Scalar.INSTANT), "java.time.Instant")
        .addIf(hasAnyList(), "java.util.ArrayList", "java.util.Collections")
        .sorted();
  }

  public List<String> adapterImports() {
    String code =
        variables().stream()
            .map(
                view -> view.read() + view.write() + (view.adapterConstant() ? view.adapter() : ""))
            .collect(Collectors.joining("\n"));
    return new Imports()
        .add("com.squareup.moshi.JsonAdapter")
        .add("com.squareup.moshi.JsonReader", "com.squareup.moshi.JsonWriter")
        .add("dev.roster.bindings.json.Expected", "dev.roster.bindings.json.Unknown")
        .add("java.io.IOException", "org.jspecify.annotations.Nullable")
        .addIf(code.contains("Adapters."), "dev.roster.bindings.json.Adapters")
        .addIf(code.contains("Scalars."), "dev.roster.bindings.json.Scalars")
        .addIf(code.contains("Instants."), "dev.roster.bindings.json.Instants")
        .addIf(!needed().isEmpty(), "dev.roster.bindings.json.Required")
        .addIf(
            properties.stream().anyMatch(PropertyView::orNull),
            "dev.roster.bindings.json.ExplicitNull")
        .addIf(has(Shape.Scalar.BINARY), "dev.roster.bindings.Upload")
        .addIf(has(Shape.Scalar.INSTANT), "java.time.Instant")
        .addIf(hasList(), "java.util.List")
        .sorted();
  }
}
