package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.error.SqlFailures;
import dev.roster.jdbc.rows.CalciteRows;
import dev.roster.jdbc.rows.RosterResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.NoSuchStatementException;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.util.ArrayImpl;
import org.apache.calcite.avatica.util.ListIteratorCursor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A statement is closed by one thread while another one executes it. */
class ClosedMeanwhileTest {

  private Roster roster;
  private RosterStatement statement;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
    statement = (RosterStatement) roster.connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private SQLException executing(RosterStatement.Task<?> task) {
    return catchThrowableOfType(
        SQLException.class, () -> statement.alone(() -> statement.executing(task)));
  }

  @Test
  void aStatementThatAnotherThreadClosedBeforeItsRowsWereTakenSaysSo() {
    SQLException closed = catchThrowableOfType(SQLException.class, () -> statement.madeRows(null));
    assertThat(closed.getSQLState()).isEqualTo("08003");
  }

  // What Calcite throws in between its own steps of an execution.
  @Test
  void aStatementThatAnotherThreadClosedBeforeItsRowsWereMadeSaysSo() {
    Exception gone = new NoSuchStatementException(new Meta.StatementHandle("connection", 1, null));

    SQLException closed = SqlFailures.of(new SQLException("executing", new RuntimeException(gone)));

    assertThat(closed.getSQLState()).isEqualTo("08003");
    assertThat(closed.getMessage()).startsWith("statement: it was closed while it ran.");
  }

  @Test
  void rowsThatAnotherThreadClosesWhileCalciteMakesThemSaySo() throws SQLException {
    CalciteRows rows = rows(statement.unwrap(AvaticaStatement.class));

    SQLException closed =
        executing(() -> rows.execute2(new ClosingCursor(statement, rows), List.of()));

    assertThat(closed.getCause()).isInstanceOf(NullPointerException.class);
    assertThat(closed.getSQLState()).isEqualTo("08003");
    assertThat(closed.getMessage()).startsWith("statement: closed by another thread while in use.");
  }

  @Test
  void whatFailsUnforeseenInAnOpenStatementIsNotCalledClosed() {
    SQLException failure =
        executing(
            () -> {
              throw new NullPointerException("a defect");
            });

    assertThat(failure.getSQLState()).isEqualTo("58000");
    assertThat(failure.getMessage()).contains("a defect");
  }

  @Test
  void whatIsKnownOfAFailureIsNotHiddenByAClose() {
    SQLException failure =
        executing(
            () -> {
              statement.close();
              throw new ArithmeticException("/ by zero");
            });

    assertThat(failure.getSQLState()).isEqualTo("22018");
  }

  @Test
  void anUpdateWhoseStatementAnotherThreadClosedBeforeItsCountWasReadSaysSo() throws SQLException {
    StatementText text = StatementText.of("CALL fake.send('a')");
    for (boolean hasRows : List.of(true, false)) {
      RosterStatement own = (RosterStatement) roster.connection.createStatement();

      SQLException closed =
          catchThrowableOfType(
              SQLException.class,
              () ->
                  own.alone(
                      () ->
                          own.counted(
                              text,
                              () -> {
                                own.close();
                                return hasRows;
                              })));

      assertThat(closed.getSQLState()).as("rows: %s", hasRows).isEqualTo("08003");
    }
  }

  private static CalciteRows rows(AvaticaStatement made) throws SQLException {
    ColumnMetaData column =
        ColumnMetaData.dummy(
            ColumnMetaData.scalar(java.sql.Types.VARCHAR, "VARCHAR", ColumnMetaData.Rep.STRING),
            true);
    Meta.Signature signature =
        Meta.Signature.create(
            List.of(column), "any", List.of(), Meta.CursorFactory.LIST, Meta.StatementType.SELECT);
    return new CalciteRows(
        made,
        new QueryState("any"),
        signature,
        RosterResultSetMetaData.of(signature),
        TimeZone.getTimeZone("UTC"),
        null);
  }

  /** Rows that another thread closes, and their statement, when Calcite begins to use them. */
  private static final class ClosingCursor extends ListIteratorCursor {
    private final Statement statement;
    private final CalciteRows rows;

    ClosingCursor(Statement statement, CalciteRows rows) {
      super(List.<List<Object>>of().iterator());
      this.statement = statement;
      this.rows = rows;
    }

    @Override
    public List<Accessor> createAccessors(
        List<ColumnMetaData> types, Calendar calendar, ArrayImpl.Factory factory) {
      Thread other =
          new Thread(
              () -> {
                try {
                  statement.close();
                } catch (SQLException impossible) {
                  throw new IllegalStateException(impossible);
                }
                rows.close();
              });
      other.start();
      try {
        other.join();
      } catch (InterruptedException impossible) {
        throw new IllegalStateException(impossible);
      }
      return super.createAccessors(types, calendar, factory);
    }
  }
}
