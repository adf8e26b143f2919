package dev.roster.jdbc.rows;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.util.Cursor;
import org.jspecify.annotations.Nullable;

/** The rows that Calcite makes, of which {@link RosterResultSet} reads the values themselves. */
public final class CalciteRows extends AvaticaResultSet implements RowSource {

  private final Object lock;
  private final List<ResultColumn> columns;
  private List<Cursor.Accessor> values = List.of();

  /** Makes the rows of a statement of Calcite's. */
  public CalciteRows(
      AvaticaStatement statement,
      QueryState state,
      Meta.Signature signature,
      ResultSetMetaData metaData,
      TimeZone timeZone,
      Meta.@Nullable Frame firstFrame)
      throws SQLException {
    super(statement, state, signature, metaData, timeZone, firstFrame);
    // The one under which Calcite's statements are made and closed, and that of the statement
    // first.
    lock = statement.getConnection();
    columns = ResultColumn.of(signature);
  }

  List<ResultColumn> columns() {
    return columns;
  }

  @Override
  protected AvaticaResultSet execute() throws SQLException {
    super.execute();
    readValues();
    return this;
  }

  @Override
  public AvaticaResultSet execute2(Cursor made, List<ColumnMetaData> described) {
    super.execute2(made, described);
    readValues();
    return this;
  }

  // An object of Java is the one type of Avatica's that it hands out as it stands.
  private void readValues() {
    ColumnMetaData.AvaticaType asItStands =
        ColumnMetaData.scalar(Types.JAVA_OBJECT, "OBJECT", ColumnMetaData.Rep.OBJECT);
    List<ColumnMetaData> described = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      described.add(ColumnMetaData.dummy(asItStands, true));
    }
    values = cursor.createAccessors(described, localCalendar, this);
  }

  @Override
  public @Nullable Object value(int index) throws SQLException {
    Object value = values.get(index).getObject();
    return value == null ? null : columns.get(index).type().value(value);
  }

  // Closes the statement too, if nobody but these rows needs it.
  @Override
  public void close() {
    synchronized (statement) {
      synchronized (lock) {
        super.close();
      }
    }
  }
}
