package dev.roster.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSetMetaData;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.util.ArrayIteratorCursor;
import org.jspecify.annotations.Nullable;

/** A result set of metadata, made of rows in memory. */
final class MetaDataRows {

  private final List<Column> columns = new ArrayList<>();
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /** A column; {@code type} is one of {@link Types}: VARCHAR, SMALLINT or INTEGER. */
  private record Column(String name, int type) {}

  /** Adds columns that hold text. */
  MetaDataRows texts(String... names) {
    for (String name : names) {
      columns.add(new Column(name, Types.VARCHAR));
    }
    return this;
  }

  /** Adds columns that hold a {@code short}. */
  MetaDataRows shorts(String... names) {
    for (String name : names) {
      columns.add(new Column(name, Types.SMALLINT));
    }
    return this;
  }

  /** Adds columns that hold an {@code int}. */
  MetaDataRows ints(String... names) {
    for (String name : names) {
      columns.add(new Column(name, Types.INTEGER));
    }
    return this;
  }

  /** Adds a row: a value a column. */
  void add(@Nullable Object... row) {
    rows.add(row);
  }

  /** Returns the rows in the order in which they were added. */
  ResultSet resultSet() throws SQLException {
    List<ColumnMetaData> described = new ArrayList<>();
    for (Column column : columns) {
      described.add(described(described.size(), column));
    }
    Meta.Signature signature =
        new Meta.Signature(
            described,
            "",
            List.of(),
            Map.of(),
            Meta.CursorFactory.ARRAY,
            Meta.StatementType.SELECT);
    return new RosterResultSet(
            null,
            new QueryState(""),
            signature,
            new AvaticaResultSetMetaData(null, "", signature),
            TimeZone.getTimeZone("UTC"),
            null)
        .execute2(new ArrayIteratorCursor(rows.iterator()), described);
  }

  private static ColumnMetaData described(int ordinal, Column column) {
    ColumnMetaData.AvaticaType type =
        switch (column.type()) {
          case Types.SMALLINT ->
              ColumnMetaData.scalar(Types.SMALLINT, "SMALLINT", ColumnMetaData.Rep.SHORT);
          case Types.INTEGER ->
              ColumnMetaData.scalar(Types.INTEGER, "INTEGER", ColumnMetaData.Rep.INTEGER);
          default -> ColumnMetaData.scalar(Types.VARCHAR, "VARCHAR", ColumnMetaData.Rep.STRING);
        };
    return new ColumnMetaData(
        ordinal,
        false,
        true,
        false,
        false,
        DatabaseMetaData.columnNullable,
        true,
        0,
        column.name(),
        column.name(),
        "",
        0,
        0,
        "",
        "",
        type,
        true,
        false,
        false,
        type.columnClassName());
  }
}
