package dev.roster.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that another thread closes while they are read. */
class ClosedRowsTest {

  /** Rows that have lost what they read from, as Calcite's have when they are closed. */
  private static final class LostRows implements RowSource {
    private boolean inNext = true;
    private boolean closes = true;
    private boolean closed;

    @Override
    public boolean next() {
      return !inNext || lost();
    }

    @Override
    public Object value(int index) {
      return lost();
    }

    private boolean lost() {
      closed = closes;
      throw new NullPointerException("cursor");
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {}
  }

  private final LostRows lost = new LostRows();
  private final ForwardOnlyResultSet rows = RosterResultSet.of(List.of(), lost);

  @Test
  void aRowThatIsLostByACloseSaysSo() {
    SQLException closed = catchThrowableOfType(SQLException.class, rows::next);

    assertThat(closed.getSQLState()).isEqualTo("08003");
    assertThat(closed.getMessage()).startsWith("rows: closed by another thread while in use.");
  }

  @Test
  void aValueThatIsLostByACloseSaysSo() throws SQLException {
    lost.inNext = false;
    assertThat(rows.next()).isTrue();

    SQLException closed = catchThrowableOfType(SQLException.class, () -> rows.currentValue(0));

    assertThat(closed.getSQLState()).isEqualTo("08003");
  }

  @Test
  void whatIsLostInOpenRowsIsNotCalledClosed() {
    lost.closes = false;

    SQLException failure = catchThrowableOfType(SQLException.class, rows::next);

    assertThat(failure.getSQLState()).isEqualTo("58000");
  }
}
