package dev.roster.calcite.plan;

import dev.roster.calcite.function.DateTrunc;
import dev.roster.calcite.function.TruncationUnit;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code now()} as CURRENT_TIMESTAMP, and {@code date_trunc} as {@link DateTrunc}: Calcite's
 * parser takes it for BigQuery's function of that name, whose arguments are others. A literal unit
 * is looked at here, so that a wrong one is refused when the statement is prepared.
 */
final class FunctionCalls extends SqlShuttle {

  static SqlNode rewritten(SqlNode statement) {
    return Objects.requireNonNull(statement.accept(new FunctionCalls()));
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    if (isNow(call)) {
      return SqlStdOperatorTable.CURRENT_TIMESTAMP.createCall(call.getParserPosition());
    }
    SqlNode visited = super.visit(call);
    return visited instanceof SqlCall inner
            && inner.getOperator().equals(SqlLibraryOperators.DATE_TRUNC)
        ? dateTrunc(inner)
        : visited;
  }

  private static boolean isNow(SqlCall call) {
    return call.operandCount() == 0
        && call.getOperator() instanceof SqlUnresolvedFunction function
        && function.getNameAsId().isSimple()
        && function.getName().equalsIgnoreCase("now");
  }

  private static SqlNode dateTrunc(SqlCall call) {
    if (call.operand(0) instanceof SqlCharStringLiteral unit) {
      TruncationUnit.named(unit.getValueAs(String.class));
    }
    SqlParserPos position = call.getParserPosition();
    return new SqlUnresolvedFunction(
            new SqlIdentifier(DateTrunc.NAME, position),
            null,
            null,
            null,
            null,
            SqlFunctionCategory.USER_DEFINED_FUNCTION)
        .createCall(position, call.getOperandList());
  }
}
