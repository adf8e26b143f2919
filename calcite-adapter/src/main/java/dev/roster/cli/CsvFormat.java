package dev.roster.cli;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes rows as comma-separated values (RFC 4180), each as soon as it is read. */
final class CsvFormat {

  private CsvFormat() {}

  static void write(ResultSet rows, Appendable out) throws SQLException, IOException {
    ResultSetMetaData columns = rows.getMetaData();
    int count = columns.getColumnCount();
    for (int i = 1; i <= count; i++) {
      cell(columns.getColumnLabel(i), i == count, out);
    }
    while (rows.next()) {
      for (int i = 1; i <= count; i++) {
        cell(rows.getString(i), i == count, out);
      }
    }
  }

  private static void cell(@Nullable String value, boolean last, Appendable out)
      throws IOException {
    out.append(value == null ? "" : quoted(value)).append(last ? "\r\n" : ",");
  }

  private static String quoted(String value) {
    boolean plain =
        !value.isEmpty() && value.chars().noneMatch(c -> c == '"' || c == ',' || c < ' ');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
