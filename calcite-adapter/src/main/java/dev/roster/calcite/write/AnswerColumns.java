package dev.roster.calcite.write;

import dev.roster.bindings.Field;
import dev.roster.calcite.table.Column;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of rows that tell of a write. What an answer says may be NULL in all of them: there
 * is no answer in a dry run, where a person settled the write, and no secret in a recorded one.
 */
public final class AnswerColumns {

  /** The name of the last parameter and the last column of every procedure that writes. */
  public static final String REQUEST_KEY = "request_key";

  private AnswerColumns() {}

  /** Returns the columns of an answer's fields. */
  public static <I> List<Column<Result<I>>> of(List<? extends Field<?>> fields) {
    return fields.stream()
        .flatMap(field -> field.flatten().stream())
        .map(
            field -> {
              String name = Column.sqlName(field.path());
              return AnswerColumns.<Result<I>>of(field, result -> result.value(name));
            })
        .toList();
  }

  /** Returns the column of one field, with a value of its own. */
  public static <R> Column<R> of(Field<?> field, Function<R, @Nullable Object> value) {
    String name = Column.sqlName(field.path());
    String remarks = field.description();
    Field<R> shown =
        switch (field.kind()) {
          case BOOLEAN -> Field.bool(name, remarks, row -> (Boolean) value.apply(row));
          case INTEGER -> Field.integer(name, remarks, row -> integer(value.apply(row)));
          case NUMBER -> Field.number(name, remarks, row -> number(value.apply(row)));
          case INSTANT -> Field.instant(name, remarks, row -> instant(value.apply(row)));
          default -> Field.text(name, remarks, row -> (String) value.apply(row));
        };
    return Column.of(field.secret() ? shown.orNull().asSecret() : shown.orNull());
  }

  private static @Nullable Long integer(@Nullable Object value) {
    return value == null || value instanceof Long ? (Long) value : Long.valueOf(value.toString());
  }

  private static @Nullable Double number(@Nullable Object value) {
    return value == null || value instanceof Double
        ? (Double) value
        : Double.valueOf(value.toString());
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value == null ? null : Instant.parse(value.toString());
  }

  /** Returns the column that names the statement in the ledger. */
  public static <I> Column<Result<I>> requestKey() {
    return Column.of(
        Field.text(
            REQUEST_KEY,
            "What names this write in roster.ledger. Given again, it answers with what is recorded"
                + " and sends nothing.",
            Result::requestKey));
  }
}
