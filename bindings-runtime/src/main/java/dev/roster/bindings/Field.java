package dev.roster.bindings;

import com.squareup.moshi.JsonAdapter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One property of a generated model: what its spec says of it, and how to read it from an instance.
 *
 * <p>SQL columns, procedure parameters, documentation and exports are made of fields, so that a
 * property added to a spec reaches all of them by the build alone. Generated models list theirs in
 * the constant {@code FIELDS}, in the order of the spec.
 *
 * @param <M> the model, such as {@code Account}
 */
public final class Field<M> {

  /** What a field's value is in Java, and in JSON. */
  public enum Kind {
    /** A {@link String}; of enumerations the text on the wire, known or not. */
    TEXT,
    /** A {@link Boolean}. */
    BOOLEAN,
    /** A {@link Long}. */
    INTEGER,
    /** A {@link Double}. */
    NUMBER,
    /** An {@link Instant}; ISO 8601 text in JSON. */
    INSTANT,
    /** An {@link Upload}. */
    BINARY,
    /** Another model, whose properties are in {@link Field#fields()}. */
    OBJECT,
    /** A {@link List}. */
    LIST,
    /** Anything: a {@link java.util.Map}, a {@link List}, a scalar. */
    ANY
  }

  private final List<String> path;
  private final Kind kind;
  private final String description;
  private final boolean required;
  private final boolean nullable;
  private final boolean secret;
  private final List<String> values;
  private final List<? extends Field<?>> fields;
  private final @Nullable JsonAdapter<Object> adapter;
  private final Function<? super M, ? extends @Nullable Object> getter;

  private Field(
      List<String> path,
      Kind kind,
      String description,
      boolean required,
      boolean nullable,
      boolean secret,
      List<String> values,
      List<? extends Field<?>> fields,
      @Nullable JsonAdapter<Object> adapter,
      Function<? super M, ? extends @Nullable Object> getter) {
    this.path = List.copyOf(path);
    this.kind = kind;
    this.description = description;
    this.required = required;
    this.nullable = nullable;
    this.secret = secret;
    this.values = List.copyOf(values);
    this.fields = List.copyOf(fields);
    this.adapter = adapter;
    this.getter = getter;
  }

  private static <M> Field<M> scalar(
      String name, Kind kind, String description, Function<? super M, ?> getter) {
    return new Field<>(
        List.of(name), kind, description, true, false, false, List.of(), List.of(), null, getter);
  }

  /** Returns a required text field. */
  public static <M> Field<M> text(
      String name, String description, Function<? super M, ? extends @Nullable String> getter) {
    return scalar(name, Kind.TEXT, description, getter);
  }

  /**
   * Returns a required text field of an enumeration or constant, with the values its spec lists;
   * other values may still be read.
   */
  public static <M> Field<M> enumeration(
      String name,
      String description,
      List<String> values,
      Function<? super M, ? extends @Nullable String> getter) {
    return new Field<>(
        List.of(name), Kind.TEXT, description, true, false, false, values, List.of(), null, getter);
  }

  /** Returns a required boolean field. */
  public static <M> Field<M> bool(
      String name, String description, Function<? super M, ? extends @Nullable Boolean> getter) {
    return scalar(name, Kind.BOOLEAN, description, getter);
  }

  /** Returns a required 64-bit integer field. */
  public static <M> Field<M> integer(
      String name, String description, Function<? super M, ? extends @Nullable Long> getter) {
    return scalar(name, Kind.INTEGER, description, getter);
  }

  /** Returns a required double field. */
  public static <M> Field<M> number(
      String name, String description, Function<? super M, ? extends @Nullable Double> getter) {
    return scalar(name, Kind.NUMBER, description, getter);
  }

  /** Returns a required field that holds a point in time. */
  public static <M> Field<M> instant(
      String name, String description, Function<? super M, ? extends @Nullable Instant> getter) {
    return scalar(name, Kind.INSTANT, description, getter);
  }

  /** Returns a required field that holds a file to send. */
  public static <M> Field<M> binary(
      String name, String description, Function<? super M, ? extends @Nullable Upload> getter) {
    return scalar(name, Kind.BINARY, description, getter);
  }

  /** Returns a required field that holds another model. */
  public static <M, N> Field<M> object(
      String name,
      String description,
      List<Field<N>> fields,
      JsonAdapter<N> adapter,
      Function<? super M, ? extends @Nullable N> getter) {
    return new Field<>(
        List.of(name),
        Kind.OBJECT,
        description,
        true,
        false,
        false,
        List.of(),
        fields,
        erased(adapter),
        getter);
  }

  /** Returns a required field that holds a list. */
  public static <M, E> Field<M> list(
      String name,
      String description,
      JsonAdapter<List<E>> adapter,
      Function<? super M, ? extends @Nullable List<E>> getter) {
    return new Field<>(
        List.of(name),
        Kind.LIST,
        description,
        true,
        false,
        false,
        List.of(),
        List.of(),
        erased(adapter),
        getter);
  }

  /** Returns a required field whose value the spec leaves open. */
  public static <M> Field<M> any(
      String name,
      String description,
      JsonAdapter<Object> adapter,
      Function<? super M, ? extends @Nullable Object> getter) {
    return new Field<>(
        List.of(name),
        Kind.ANY,
        description,
        true,
        false,
        false,
        List.of(),
        List.of(),
        adapter,
        getter);
  }

  // The adapter is only ever handed values that this field's own getter returned.
  @SuppressWarnings("unchecked")
  private static JsonAdapter<Object> erased(JsonAdapter<?> adapter) {
    return (JsonAdapter<Object>) adapter;
  }

  /** Returns this field, but marked as one that may be left out (and then reads as null). */
  public Field<M> optional() {
    return new Field<>(
        path, kind, description, false, true, secret, values, fields, adapter, getter);
  }

  /** Returns this field, but marked as one that may hold null though it must be there. */
  public Field<M> orNull() {
    return new Field<>(
        path, kind, description, required, true, secret, values, fields, adapter, getter);
  }

  /** Returns this field, but marked as a credential: never to be shown unless asked for. */
  public Field<M> asSecret() {
    return new Field<>(
        path, kind, description, required, nullable, true, values, fields, adapter, getter);
  }

  /**
   * Returns this field, but read from something else, such as a row that holds this field's model
   * and more. All that the spec says of it stays.
   *
   * @param other what gives the value, of the Java type that {@link #kind()} names, or null
   */
  public <N> Field<N> readFrom(Function<? super N, ? extends @Nullable Object> other) {
    return new Field<>(
        path, kind, description, required, nullable, secret, values, fields, adapter, other);
  }

  /** Returns this field, but with the values that the spec lists for the items of its list. */
  public Field<M> ofValues(List<String> listed) {
    return new Field<>(
        path, kind, description, required, nullable, secret, listed, fields, adapter, getter);
  }

  /** Returns the property's name on the wire, such as {@code avatarUrl}. */
  public String name() {
    return path.get(path.size() - 1);
  }

  /** Returns the names from the model down to this field; longer than one after a flattening. */
  public List<String> path() {
    return path;
  }

  /** Returns what the value is. */
  public Kind kind() {
    return kind;
  }

  /** Returns the spec's description. */
  public String description() {
    return description;
  }

  /** Returns whether the spec requires the property (in a request: whether it must be given). */
  public boolean required() {
    return required;
  }

  /** Returns whether the value may be null: an optional property, or one that may hold null. */
  public boolean nullable() {
    return nullable;
  }

  /** Returns whether the value is a credential. */
  public boolean secret() {
    return secret;
  }

  /**
   * Returns the values that the spec lists for an enumeration, a constant, or the items of a list;
   * else none.
   */
  public List<String> values() {
    return values;
  }

  /** Returns the fields of the model that an {@link Kind#OBJECT} field holds; else none. */
  public List<? extends Field<?>> fields() {
    return fields;
  }

  /** Returns the value in {@code model}, of the Java type that {@link #kind()} names, or null. */
  public @Nullable Object value(M model) {
    return getter.apply(model);
  }

  /**
   * Returns the value in {@code model} as JSON text, or null where the value is null.
   *
   * @throws IllegalStateException if this field holds a scalar, which {@link #value} gives
   */
  public @Nullable String json(M model) {
    if (adapter == null) {
      throw new IllegalStateException(
          String.join(".", path) + " is no list and no object: read it by value()");
    }
    Object value = getter.apply(model);
    return value == null ? null : adapter.toJson(value);
  }

  /**
   * Returns this field's leaves: itself, or for an {@link Kind#OBJECT} the leaves of the model it
   * holds, read through it. A leaf of an object that may be null may be null.
   */
  public List<Field<M>> flatten() {
    if (kind != Kind.OBJECT) {
      return List.of(this);
    }
    List<Field<M>> leaves = new ArrayList<>();
    for (Field<?> field : fields) {
      for (Field<?> leaf : field.flatten()) {
        leaves.add(within(leaf));
      }
    }
    return List.copyOf(leaves);
  }

  /** Returns the leaves of all {@code fields}, in their order. */
  public static <M> List<Field<M>> flatten(List<Field<M>> fields) {
    return fields.stream().flatMap(field -> field.flatten().stream()).toList();
  }

  // The inner field is of the model that this field's getter returns; object() took both together.
  @SuppressWarnings("unchecked")
  private <N> Field<M> within(Field<?> inner) {
    Field<N> leaf = (Field<N>) inner;
    List<String> whole = new ArrayList<>(path);
    whole.addAll(leaf.path);
    return new Field<>(
        whole,
        leaf.kind,
        leaf.description,
        required && leaf.required,
        nullable || leaf.nullable,
        secret || leaf.secret,
        leaf.values,
        leaf.fields,
        leaf.adapter,
        model -> {
          Object outer = getter.apply(model);
          return outer == null ? null : leaf.getter.apply((N) outer);
        });
  }

  @Override
  public String toString() {
    return String.join(".", path) + " " + kind + (nullable ? "" : " NOT NULL");
  }
}
