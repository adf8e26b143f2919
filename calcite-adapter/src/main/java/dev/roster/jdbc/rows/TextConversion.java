package dev.roster.jdbc.rows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Values as text, and as what is made of text. Times are as SQL writes them, bytes are in
 * hexadecimal, arrays, rows and maps are JSON.
 */
final class TextConversion {

  private TextConversion() {}

  static String toText(Cell cell) {
    return text(cell.type(), cell.value());
  }

  static String text(ValueType type, Object value) {
    if (value instanceof LocalDateTime time) {
      return time.toLocalDate() + " " + text(type, time.toLocalTime());
    }
    if (value instanceof LocalTime time) {
      int digits = type.scalar() == null ? 0 : type.scalar().scale(type.precision(), 0);
      String whole =
          String.format(
              Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
      String parts = String.format(Locale.ROOT, "%09d", time.getNano());
      return digits == 0 ? whole : whole + "." + parts.substring(0, digits);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof List<?> || value instanceof Map<?, ?>) {
      return JsonText.of(type, value);
    }
    return value.toString();
  }

  /** Returns bytes as they are, and a text in UTF-8. */
  static byte[] toBytes(Cell cell, String asked) throws SQLException {
    if (cell.value() instanceof byte[] bytes) {
      return bytes.clone();
    }
    if (cell.value() instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    throw cell.unreadable(asked);
  }

  static TextClob toClob(Cell cell) {
    return new TextClob(toText(cell));
  }

  static BytesBlob toBlob(Cell cell) throws SQLException {
    return new BytesBlob(toBytes(cell, "Blob"));
  }

  static InputStream toAsciiStream(Cell cell) {
    return new ByteArrayInputStream(toText(cell).getBytes(StandardCharsets.US_ASCII));
  }

  static InputStream toUnicodeStream(Cell cell) {
    return new ByteArrayInputStream(toText(cell).getBytes(StandardCharsets.UTF_16BE));
  }

  static InputStream toBinaryStream(Cell cell) throws SQLException {
    return new ByteArrayInputStream(toBytes(cell, "binary stream"));
  }

  static URL toUrl(Cell cell) throws SQLException {
    if (!(cell.value() instanceof String)) {
      throw cell.unreadable("URL");
    }
    try {
      return new URL(toText(cell));
    } catch (MalformedURLException noUrl) {
      throw cell.unreadable("URL", noUrl);
    }
  }

  static UUID toUuid(Cell cell) throws SQLException {
    if (cell.value() instanceof UUID id) {
      return id;
    }
    try {
      return UUID.fromString(toText(cell));
    } catch (IllegalArgumentException noUuid) {
      throw cell.unreadable("UUID", noUuid);
    }
  }
}
