package dev.roster.cli;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as aligned columns, numbers to the right, then how many rows there were.
 *
 * <p>Widths come from the rows, so they are held in blocks: a long result starts a new header every
 * thousand rows and never waits for its end.
 */
final class TableFormat {

  private static final int BLOCK = 1000;

  private TableFormat() {}

  static void write(ResultSet rows, Appendable out) throws SQLException, IOException {
    ResultSetMetaData columns = rows.getMetaData();
    long total = 0;
    List<List<String>> block = new ArrayList<>();
    while (rows.next()) {
      block.add(row(rows, columns.getColumnCount()));
      total++;
      if (block.size() == BLOCK) {
        write(columns, block, out);
        block.clear();
      }
    }
    if (!block.isEmpty() || total == 0) {
      write(columns, block, out);
    }
    out.append("(").append(String.valueOf(total)).append(total == 1 ? " row)\n" : " rows)\n");
  }

  private static List<String> row(ResultSet rows, int count) throws SQLException {
    List<String> cells = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      cells.add(shown(rows.getString(i)));
    }
    return cells;
  }

  private static String shown(@Nullable String value) {
    if (value == null) {
      return "NULL";
    }
    // Whole, since a link that is cut cannot be opened; but on one line, or nothing is aligned.
    return value.replaceAll("\\s+", " ");
  }

  private static void write(ResultSetMetaData columns, List<List<String>> block, Appendable out)
      throws SQLException, IOException {
    int count = columns.getColumnCount();
    List<String> names = new ArrayList<>(count);
    int[] widths = new int[count];
    boolean[] right = new boolean[count];
    for (int i = 0; i < count; i++) {
      String name = columns.getColumnLabel(i + 1);
      names.add(name);
      widths[i] = name.length();
      right[i] = isNumber(columns.getColumnType(i + 1));
      for (List<String> row : block) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    line(names, widths, new boolean[count], out);
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : "-+-").append("-".repeat(widths[i]));
    }
    out.append('\n');
    for (List<String> row : block) {
      line(row, widths, right, out);
    }
  }

  private static boolean isNumber(int type) {
    return switch (type) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC ->
          true;
      default -> false;
    };
  }

  private static void line(List<String> cells, int[] widths, boolean[] right, Appendable out)
      throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String pad = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? "" : " | ");
      line.append(right[i] ? pad + cells.get(i) : cells.get(i) + pad);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
