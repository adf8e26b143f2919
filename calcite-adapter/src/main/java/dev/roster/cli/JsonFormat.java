package dev.roster.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;

/**
 * Writes rows as one JSON array, an object a row: numbers and booleans as such, everything else as
 * the text that SQL shows (points in time are UTC).
 */
final class JsonFormat {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonFormat() {}

  static void write(ResultSet rows, Appendable out) throws SQLException, IOException {
    ResultSetMetaData columns = rows.getMetaData();
    String separator = "[";
    while (rows.next()) {
      out.append(separator).append('\n').append(row(rows, columns));
      separator = ",";
    }
    // An empty result is an empty array, and an array is closed on its own line.
    out.append(separator.equals("[") ? "[]\n" : "\n]\n");
  }

  private static String row(ResultSet rows, ResultSetMetaData columns)
      throws SQLException, IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        json.writeFieldName(columns.getColumnLabel(i));
        value(rows, i, columns.getColumnType(i), json);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void value(ResultSet rows, int column, int type, JsonGenerator json)
      throws SQLException, IOException {
    String text = rows.getString(column);
    if (text == null) {
      json.writeNull();
      return;
    }
    switch (type) {
      case Types.BOOLEAN, Types.BIT -> json.writeBoolean(rows.getBoolean(column));
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
          json.writeNumber(rows.getLong(column));
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> json.writeNumber(rows.getDouble(column));
      case Types.DECIMAL, Types.NUMERIC -> json.writeNumber(rows.getBigDecimal(column));
      default -> json.writeString(text);
    }
  }
}
