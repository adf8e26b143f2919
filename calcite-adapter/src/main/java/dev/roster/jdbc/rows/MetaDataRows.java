package dev.roster.jdbc.rows;

import dev.roster.calcite.table.SqlType;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result set of metadata, made of rows in memory: first its columns, then its rows. */
public final class MetaDataRows {

  private final List<ResultColumn> columns = new ArrayList<>();
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /** Makes a result set without columns and rows. */
  public MetaDataRows() {}

  /** Adds columns that hold a {@code String}. */
  public MetaDataRows texts(String... names) {
    return columns(SqlType.VARCHAR, names);
  }

  /** Adds columns that hold a {@code Short}. */
  public MetaDataRows shorts(String... names) {
    return columns(SqlType.SMALLINT, names);
  }

  /** Adds columns that hold an {@code Integer}. */
  public MetaDataRows ints(String... names) {
    return columns(SqlType.INTEGER, names);
  }

  /** Adds columns that hold a {@code Long}. */
  public MetaDataRows longs(String... names) {
    return columns(SqlType.BIGINT, names);
  }

  /** Adds columns that hold a {@code Boolean}. */
  public MetaDataRows booleans(String... names) {
    return columns(SqlType.BOOLEAN, names);
  }

  private MetaDataRows columns(SqlType type, String... names) {
    for (String name : names) {
      columns.add(ResultColumn.of(name, ValueType.of(type)));
    }
    return this;
  }

  /** Adds a row: a value a column, each null or of the class that its column holds. */
  public void add(@Nullable Object... row) {
    @Nullable Object[] values = new @Nullable Object[row.length];
    for (int i = 0; i < row.length; i++) {
      values[i] = row[i] == null ? null : columns.get(i).type().value(row[i]);
    }
    rows.add(values);
  }

  /** Returns the rows in the order in which they were added. */
  public ResultSet resultSet() {
    return RosterResultSet.of(List.copyOf(columns), List.copyOf(rows));
  }
}
