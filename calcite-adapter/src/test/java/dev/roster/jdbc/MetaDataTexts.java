package dev.roster.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Result sets of metadata as texts to compare. */
final class MetaDataTexts {

  private MetaDataTexts() {}

  /** Returns each row as the values of some columns, joined by a bar, and closes the rows. */
  static List<String> texts(ResultSet rows, String... columns) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
          values.add(rows.getString(column));
        }
        texts.add(String.join("|", values));
      }
    }
    return texts;
  }
}
