package dev.roster.calcite.plan;

import dev.roster.calcite.table.Column;
import dev.roster.calcite.table.SqlType;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;

/**
 * Reads a whole number in the VALUES of an INSERT as text, where the column is one: {@code
 * (105672170, 'urn:…')}. Calcite would do so too, but compiles and runs a cast for each of them,
 * which takes a minute for 10,000 rows.
 */
final class WholeNumbersAsText {

  private WholeNumbersAsText() {}

  /** Changes the statement. */
  static void in(SqlInsert insert, List<? extends Column<?>> columns) {
    if (insert.getSource().getKind() == SqlKind.VALUES
        && columns.stream().allMatch(column -> column.type() == SqlType.VARCHAR)) {
      for (SqlNode row : ((SqlCall) insert.getSource()).getOperandList()) {
        if (row instanceof SqlCall values && row.getKind() == SqlKind.ROW) {
          change(values);
        }
      }
    }
  }

  private static void change(SqlCall row) {
    for (int i = 0; i < row.operandCount(); i++) {
      if (row.operand(i) instanceof SqlNumericLiteral number && number.isInteger()) {
        row.setOperand(
            i, SqlLiteral.createCharString(number.toValue(), number.getParserPosition()));
      }
    }
  }
}
