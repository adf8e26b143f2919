package dev.roster.jdbc.rows;

import dev.roster.calcite.error.SqlState;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes as a large object; it can be read only. */
final class BytesBlob implements Blob {

  // Null when it was freed.
  private byte @Nullable [] bytes;

  BytesBlob(byte[] bytes) {
    this.bytes = bytes;
  }

  private byte[] bytes() throws SQLException {
    byte[] held = bytes;
    if (held == null) {
      throw SqlState.CLOSED.exception("blob: it was freed. Read it from the rows again.");
    }
    return held;
  }

  @Override
  public long length() throws SQLException {
    return bytes().length;
  }

  @Override
  public byte[] getBytes(long position, int length) throws SQLException {
    byte[] all = bytes();
    int from = Slices.from("blob", position, length, all.length);
    return Arrays.copyOfRange(all, from, (int) Math.min((long) from + length, all.length));
  }

  @Override
  public InputStream getBinaryStream() throws SQLException {
    return new ByteArrayInputStream(bytes());
  }

  @Override
  public InputStream getBinaryStream(long position, long length) throws SQLException {
    int most = (int) Math.min(length, Integer.MAX_VALUE);
    return new ByteArrayInputStream(getBytes(position, most));
  }

  /** Returns where bytes begin, from 1, at {@code start} or later, or -1. */
  @Override
  public long position(byte[] wanted, long start) throws SQLException {
    byte[] all = bytes();
    int from = Slices.from("blob", start, 0, all.length);
    for (int i = from; i <= all.length - wanted.length; i++) {
      if (Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i + 1L;
      }
    }
    return -1;
  }

  @Override
  public long position(Blob wanted, long start) throws SQLException {
    return position(wanted.getBytes(1, (int) wanted.length()), start);
  }

  @Override
  public void free() {
    bytes = null;
  }

  private static SQLException readOnly() {
    return SqlState.NOT_SUPPORTED.exception(
        "blob: it cannot be changed. Set bytes as a parameter of a statement that writes.");
  }

  @Override
  public int setBytes(long position, byte[] value) throws SQLException {
    throw readOnly();
  }

  @Override
  public int setBytes(long position, byte[] value, int offset, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public OutputStream setBinaryStream(long position) throws SQLException {
    throw readOnly();
  }

  @Override
  public void truncate(long length) throws SQLException {
    throw readOnly();
  }
}
