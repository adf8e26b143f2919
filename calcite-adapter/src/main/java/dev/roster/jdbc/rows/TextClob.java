package dev.roster.jdbc.rows;

import dev.roster.calcite.error.SqlState;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A text as a large object; it can be read only. */
final class TextClob implements NClob {

  // Null when it was freed.
  private @Nullable String text;

  TextClob(String text) {
    this.text = text;
  }

  private String text() throws SQLException {
    String held = text;
    if (held == null) {
      throw SqlState.CLOSED.exception("clob: it was freed. Read it from the rows again.");
    }
    return held;
  }

  @Override
  public long length() throws SQLException {
    return text().length();
  }

  @Override
  public String getSubString(long position, int length) throws SQLException {
    String all = text();
    int from = Slices.from("clob", position, length, all.length());
    return all.substring(from, (int) Math.min((long) from + length, all.length()));
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    return new StringReader(text());
  }

  @Override
  public Reader getCharacterStream(long position, long length) throws SQLException {
    int most = (int) Math.min(length, Integer.MAX_VALUE);
    return new StringReader(getSubString(position, most));
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    return new ByteArrayInputStream(text().getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns where a text begins, from 1, at {@code start} or later, or -1. */
  @Override
  public long position(@Nullable String wanted, long start) throws SQLException {
    String all = text();
    if (wanted == null) {
      throw SqlState.INVALID_ARGUMENT.exception("clob: there is no text to look for. Give one.");
    }
    int found = all.indexOf(wanted, Slices.from("clob", start, 0, all.length()));
    return found < 0 ? -1 : found + 1L;
  }

  @Override
  public long position(@Nullable Clob wanted, long start) throws SQLException {
    return position(wanted == null ? null : wanted.getSubString(1, (int) wanted.length()), start);
  }

  @Override
  public void free() {
    text = null;
  }

  private static SQLException readOnly() {
    return SqlState.NOT_SUPPORTED.exception(
        "clob: it cannot be changed. Set a text as a parameter of a statement that writes.");
  }

  @Override
  public int setString(long position, String value) throws SQLException {
    throw readOnly();
  }

  @Override
  public int setString(long position, String value, int offset, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public OutputStream setAsciiStream(long position) throws SQLException {
    throw readOnly();
  }

  @Override
  public Writer setCharacterStream(long position) throws SQLException {
    throw readOnly();
  }

  @Override
  public void truncate(long length) throws SQLException {
    throw readOnly();
  }
}
