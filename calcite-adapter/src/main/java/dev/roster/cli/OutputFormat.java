package dev.roster.cli;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How rows are written. */
enum OutputFormat {
  /** Aligned columns under their names, for reading. */
  TABLE,
  /** RFC 4180: a header line; NULL is empty, an empty text is two quotes. */
  CSV,
  /** One JSON array with an object a row. */
  JSON;

  /** Writes all rows of a result. */
  void write(ResultSet rows, Appendable out) throws SQLException, IOException {
    switch (this) {
      case TABLE -> TableFormat.write(rows, out);
      case CSV -> CsvFormat.write(rows, out);
      case JSON -> JsonFormat.write(rows, out);
    }
  }

  /** Returns the format of that name, in any case. */
  static OutputFormat named(String name) throws UsageException {
    for (OutputFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
    }
    throw new UsageException("--format " + name + " is unknown; choose one of " + names());
  }

  private static String names() {
    return Arrays.stream(values())
        .map(format -> format.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
