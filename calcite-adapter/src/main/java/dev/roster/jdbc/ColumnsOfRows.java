package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.ResultSetMetaData;

/** The columns of rows: Calcite's, but to ask for one that is not there is no runtime exception. */
final class ColumnsOfRows {

  private ColumnsOfRows() {}

  static ResultSetMetaData of(ResultSetMetaData columns) {
    return (ResultSetMetaData)
        Proxy.newProxyInstance(
            ColumnsOfRows.class.getClassLoader(),
            new Class<?>[] {ResultSetMetaData.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(columns, arguments);
              } catch (InvocationTargetException thrown) {
                Throwable reason = thrown.getTargetException();
                throw reason instanceof IndexOutOfBoundsException
                    ? SqlState.UNKNOWN_COLUMN.exception(
                        "rows, "
                            + method.getName()
                            + ": there is no such column. There are "
                            + columns.getColumnCount()
                            + ".",
                        0,
                        reason)
                    : reason;
              }
            });
  }
}
