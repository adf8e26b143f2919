package dev.roster.jdbc.rows;

import dev.roster.calcite.table.SqlType;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** A result set of metadata, made of rows in memory: first its columns, then its rows. */
public final class MetaDataRows {

  private final List<Column> columns = new ArrayList<>();
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  private record Column(String name, SqlType type) {}

  /** Makes a result set without columns and rows. */
  public MetaDataRows() {}

  /** Adds columns that hold a {@code String}. */
  public MetaDataRows texts(String... names) {
    return add(SqlType.VARCHAR, names);
  }

  /** Adds columns that hold a {@code Short}. */
  public MetaDataRows shorts(String... names) {
    return add(SqlType.SMALLINT, names);
  }

  /** Adds columns that hold an {@code Integer}. */
  public MetaDataRows ints(String... names) {
    return add(SqlType.INTEGER, names);
  }

  /** Adds columns that hold a {@code Long}. */
  public MetaDataRows longs(String... names) {
    return add(SqlType.BIGINT, names);
  }

  /** Adds columns that hold a {@code Boolean}. */
  public MetaDataRows booleans(String... names) {
    return add(SqlType.BOOLEAN, names);
  }

  private MetaDataRows add(SqlType type, String... names) {
    for (String name : names) {
      columns.add(new Column(name, type));
    }
    return this;
  }

  /** Adds a row: a value a column, each null or of the class that its column holds. */
  public void add(@Nullable Object... row) {
    rows.add(row);
  }

  /** Returns the rows in the order in which they were added. */
  public ResultSet resultSet() throws SQLException {
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
    ColumnMetaData.Rep rep =
        switch (column.type()) {
          case SMALLINT -> ColumnMetaData.Rep.SHORT;
          case INTEGER -> ColumnMetaData.Rep.INTEGER;
          case BIGINT -> ColumnMetaData.Rep.LONG;
          case BOOLEAN -> ColumnMetaData.Rep.BOOLEAN;
          default -> ColumnMetaData.Rep.STRING;
        };
    ColumnMetaData.AvaticaType type =
        ColumnMetaData.scalar(column.type().jdbcType(), column.type().name(), rep);
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
