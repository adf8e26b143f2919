package dev.roster.calcite.table;

import dev.roster.bindings.Field;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table or of a procedure's rows. Everything about it (name, type, nullability,
 * sentence, secrecy) comes from the {@link Field} of the generated model, so that a property added
 * to a spec is a column by the build alone.
 *
 * @param <M> the model that one row is made of
 */
public final class Column<M> {

  /** What a secret reads as, unless the connection reveals secrets. */
  public static final String MASK = "***";

  private final String name;
  private final SqlType type;
  private final boolean nullable;
  private final boolean secret;
  private final String remarks;
  // Null for the column that repeats the key of the read.
  private final @Nullable Field<M> field;

  private Column(
      String name,
      SqlType type,
      boolean nullable,
      boolean secret,
      String remarks,
      @Nullable Field<M> field) {
    this.name = name;
    this.type = type;
    this.nullable = nullable;
    this.secret = secret;
    this.remarks = remarks;
    this.field = field;
  }

  /**
   * Returns the column of a field that is no object: its name is the field's path in lower snake
   * case, joined by {@code _} ({@code recruiter.ownerSeatId} is {@code recruiter_owner_seat_id}).
   */
  public static <M> Column<M> of(Field<M> field) {
    return new Column<>(
        sqlName(field.path()),
        SqlType.of(field.kind()),
        field.nullable(),
        field.secret(),
        field.description(),
        field);
  }

  /** Returns the columns of a model's fields, nested models flattened, in the spec's order. */
  public static <M> List<Column<M>> of(List<Field<M>> fields) {
    return Field.flatten(fields).stream().map(Column::of).toList();
  }

  /**
   * Returns the columns of a model that is a part of a row, as {@link #of(List)}.
   *
   * @param part gives the part, or null where the row has none: then every column is null
   */
  public static <R, M> List<Column<R>> of(
      List<Field<M>> fields, Function<? super R, ? extends @Nullable M> part) {
    return Field.flatten(fields).stream()
        .map(
            field ->
                Column.of(
                    field.<R>readFrom(
                        row -> {
                          M model = part.apply(row);
                          return model == null ? null : field.value(model);
                        })))
        .toList();
  }

  /**
   * Returns a column that the model does not have: it repeats the key that a row was read by, such
   * as {@code account_id}. Its value is never null.
   */
  public static <M> Column<M> key(String name, String remarks) {
    return new Column<>(name, SqlType.VARCHAR, false, false, remarks, null);
  }

  /** Returns this column under another name. */
  public Column<M> named(String other) {
    return new Column<>(other, type, nullable, secret, remarks, field);
  }

  /** Returns the SQL name of a path of wire names: {@code avatarUrl} is {@code avatar_url}. */
  public static String sqlName(List<String> path) {
    StringBuilder name = new StringBuilder();
    for (String part : path) {
      if (name.length() > 0) {
        name.append('_');
      }
      name.append(
          part.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
              .replaceAll("[^A-Za-z0-9]+", "_")
              .toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  /** Returns the name, lower snake case. */
  public String name() {
    return name;
  }

  /** Returns the type. */
  public SqlType type() {
    return type;
  }

  /** Returns whether the value may be null. */
  public boolean nullable() {
    return nullable;
  }

  /** Returns whether the value is a credential, masked unless secrets are revealed. */
  public boolean secret() {
    return secret;
  }

  /** Returns the spec's description. */
  public String remarks() {
    return remarks;
  }

  /**
   * Returns the value of this column in one row, as Calcite represents it: a String, a Boolean, a
   * Long, a Double, for a TIMESTAMP the milliseconds since 1970 in UTC as a Long; or null.
   *
   * @param model what the row is made of
   * @param key the key that the row was read by, or null where the read has none
   * @param reveal whether a secret is to be shown
   */
  public @Nullable Object value(M model, @Nullable String key, boolean reveal) {
    if (field == null) {
      return Objects.requireNonNull(key, "a key column in a read without key");
    }
    return switch (field.kind()) {
      case LIST, OBJECT, ANY -> masked(field.json(model), reveal);
      case INSTANT -> {
        Instant instant = (Instant) field.value(model);
        yield instant == null ? null : (Object) instant.toEpochMilli();
      }
      default -> masked(field.value(model), reveal);
    };
  }

  private @Nullable Object masked(@Nullable Object value, boolean reveal) {
    return secret && !reveal && value != null ? MASK : value;
  }

  @Override
  public String toString() {
    return name + " " + type + (nullable ? "" : " NOT NULL");
  }
}
