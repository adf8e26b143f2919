package dev.roster.jdbc.rows;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are there already. */
final class RowsInMemory implements RowSource {

  private final Iterator<@Nullable Object[]> rows;
  private @Nullable Object @Nullable [] current;
  private boolean closed;

  /** Makes rows; their values are such as {@link ValueType#value} returns. */
  RowsInMemory(List<@Nullable Object[]> rows) {
    this.rows = rows.iterator();
  }

  @Override
  public boolean next() {
    current = rows.hasNext() ? rows.next() : null;
    return current != null;
  }

  @Override
  public @Nullable Object value(int index) {
    return current == null ? null : current[index];
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
