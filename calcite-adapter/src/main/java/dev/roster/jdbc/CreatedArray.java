package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.table.SqlType;
import dev.roster.jdbc.rows.ListArray;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of {@link java.sql.Connection#createArrayOf}: each element is made a value of their
 * type, from any form that a parameter of that type takes.
 */
final class CreatedArray {

  private static final Set<SqlType> ELEMENTS =
      EnumSet.complementOf(EnumSet.of(SqlType.BINARY, SqlType.VARBINARY));

  private CreatedArray() {}

  /**
   * Returns an array.
   *
   * @param typeName of the elements, in any case
   * @throws SQLException 22023 if there is no such type, 22018 or 22003 if an element is no value
   *     of it
   */
  static Array of(String typeName, @Nullable Object[] elements) throws SQLException {
    SqlType type = element(typeName);
    ParameterType form = ParameterType.of(type.jdbcType());
    List<@Nullable Object> values = new ArrayList<>();
    for (Object each : elements) {
      values.add(each == null ? null : converted(form, values.size() + 1, each));
    }
    return ListArray.of(type, values);
  }

  private static SqlType element(String typeName) throws SQLException {
    String wanted = typeName.trim().toUpperCase(Locale.ROOT);
    for (SqlType type : ELEMENTS) {
      if (type.name().equals(wanted)) {
        return type;
      }
    }
    throw SqlState.INVALID_ARGUMENT.exception(
        "connection: an array cannot be made of "
            + typeName
            + ". Use one of "
            + ELEMENTS.stream().map(SqlType::name).collect(Collectors.joining(", "))
            + ".");
  }

  // The element is not repeated: it may be a secret.
  private static Object converted(ParameterType form, int number, Object element)
      throws SQLException {
    try {
      return form.convert(GivenValue.of(element, null));
    } catch (ArithmeticException tooLarge) {
      throw SqlState.OUT_OF_RANGE.exception(
          "array: element " + number + " is out of range. Give " + form.accepted() + ".");
    } catch (RuntimeException unreadable) {
      throw SqlState.INVALID_VALUE.exception(
          "array: element " + number + " is no " + form + ". Give " + form.accepted() + ".");
    }
  }
}
