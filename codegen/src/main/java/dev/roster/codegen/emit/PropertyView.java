package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Limits;
import dev.roster.codegen.spec.Property;
import dev.roster.codegen.spec.Shape;
import java.util.List;

/**
 * What the templates print of one property.
 *
 * @param model the class that has it
 * @param name its name in Java
 * @param checked whether its limits are checked
 * @param index its place among the names that the adapter looks for
 */
record PropertyView(String model, String name, Property property, boolean checked, int index) {

  private ShapeCode code() {
    return new ShapeCode(property.shape());
  }

  /** The name on the wire, as a literal. */
  public String literal() {
    return JavaText.literal(property.name());
  }

  /** The name on the wire as it stands in a message. */
  public String wire() {
    String literal = literal();
    return literal.substring(1, literal.length() - 1);
  }

  public boolean constant() {
    return property.constant() != null;
  }

  /** What a constant always is, as a literal; of no meaning for a property that varies. */
  public String constantLiteral() {
    Object constant = property.constant();
    return constant instanceof String text ? JavaText.literal(text) : String.valueOf(constant);
  }

  /** A constant as text, as a literal. */
  public String constantText() {
    return JavaText.literal(String.valueOf(property.constant()));
  }

  /** Whether the accessor may return null. */
  public boolean mayBeNull() {
    return property.mayBeNull();
  }

  /** Whether the value must be there and be more than null. */
  public boolean needed() {
    return !constant() && !property.mayBeNull();
  }

  /** Whether null is left out when written. */
  public boolean optional() {
    return !constant() && !property.required();
  }

  /** Whether null is written as null. */
  public boolean orNull() {
    return !constant() && property.required() && property.nullable();
  }

  /** Whether something is always written. */
  public boolean always() {
    return !optional() && !orNull();
  }

  /** The type of the accessor. */
  public String type() {
    return mayBeNull() ? nullableType() : code().plain();
  }

  /** The type where null is possible: the builder's fields, local variables. */
  public String nullableType() {
    return "@Nullable " + code().boxed();
  }

  public boolean isList() {
    return property.shape() instanceof Shape.ListOf;
  }

  private boolean isAnyList() {
    return property.shape() instanceof Shape.ListOf list && list.item() == Shape.Scalar.ANY;
  }

  /**
   * What the builder keeps of the value that it is given: of a list a copy, so that the model
   * cannot change with it. List.copyOf refuses null items, which only an open list may have.
   */
  public String kept() {
    if (!isList()) {
      return name;
    }
    String copy =
        isAnyList()
            ? "Collections.unmodifiableList(new ArrayList<>(" + name + "))"
            : "List.copyOf(" + name + ")";
    return mayBeNull() ? name + " == null ? null : " + copy : copy;
  }

  /** The spec's description, and what Java adds to it. */
  public String accessorDoc() {
    Javadoc doc = Javadoc.of(property.description());
    doc.more(optional() ? "Null if absent." : null);
    doc.more(property.secret() ? "A secret, which {@code toString} does not show." : null);
    return doc.indented(2);
  }

  public String setterDoc() {
    String need = needed() ? "required" : optional() ? "null leaves it out" : "may be null";
    return Javadoc.ofHtml("Sets {@link %s#%s()}; %s.".formatted(model, name, need)).indented(4);
  }

  /** Whether the constructor checks the length. Answers are read as they come. */
  public boolean limited() {
    return checked && !property.limits().equals(Limits.NONE);
  }

  /** The statement of the constructor that checks the length. */
  public String check() {
    Limits limits = property.limits();
    return Layout.call(
        4,
        isList() ? "Lengths.ofList" : "Lengths.ofText",
        List.of(
            JavaText.literal(model + "." + property.name()),
            name,
            limits.least() == null ? "0" : String.valueOf(limits.least()),
            limits.most() == null ? "Integer.MAX_VALUE" : String.valueOf(limits.most())),
        ";");
  }

  /** The name of the adapter's local variable, which must not be that of its parameter. */
  public String local() {
    return name.equals("reader") ? "reader_" : name;
  }

  /** An expression for what {@code toString} shows of a value. */
  public String shown() {
    if (constant()) {
      return constantLiteral();
    }
    if (!property.secret()) {
      return "this." + name;
    }
    return mayBeNull() ? "(this." + name + " == null ? null : \"***\")" : "\"***\"";
  }

  /** The element of FIELDS. */
  public String field() {
    return FieldCode.of(model, name, property);
  }

  /** Whether the adapter class keeps an adapter for the value in a constant. */
  public boolean adapterConstant() {
    return !constant() && code().isBuilt();
  }

  public String adapterName() {
    return JavaNames.constant(property.place(), property.name()) + "_ADAPTER";
  }

  public String adapterType() {
    return "JsonAdapter<" + code().boxed() + ">";
  }

  public String adapter() {
    return code().adapter();
  }

  /** Lists share one adapter; what has an INSTANCE needs no constant. */
  private String usedAdapter() {
    return adapterConstant() ? adapterName() : adapter();
  }

  /** An expression that reads the value or null. */
  public String read() {
    return code().read(usedAdapter());
  }

  /** A statement, without its semicolon, that writes the value where it is not null. */
  public String write() {
    return constant()
        ? "writer.value(" + constantLiteral() + ")"
        : code().write(usedAdapter(), "value." + name + "()");
  }

  /** A statement, without its semicolon, that writes the value into a form. */
  public String part() {
    return PartCode.write(property, "this." + name);
  }
}
