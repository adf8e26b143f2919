package dev.roster.calcite.plan;

import dev.roster.calcite.procedure.ProcedureFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.schema.Function;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.lookup.LikePattern;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * {@code SELECT * FROM TABLE(p(…))} that was written as {@code CALL p(…)}. In a dry run the two
 * differ: a SELECT keeps the columns of the procedure, a CALL shows the requests.
 */
final class CalledProcedure extends SqlSelect {

  CalledProcedure(SqlParserPos position, SqlCall table) {
    super(
        position,
        null,
        SqlNodeList.of(SqlIdentifier.star(position)),
        table,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Puts what a CALL of the procedure is on this connection in its place; before validation. */
  void resolve(SchemaPlus root) {
    if (getFrom() instanceof SqlCall table
        && table.operand(0) instanceof SqlCall call
        && call.getOperator() instanceof SqlUnresolvedFunction function) {
      SqlIdentifier name = function.getNameAsId();
      ProcedureFunction procedure = procedure(root, name.names);
      if (procedure != null && procedure.called() != procedure) {
        table.setOperand(0, renamed(call, name, procedure.called().calledName()));
      }
    }
  }

  // All names of procedures are lower case, and are found in any case.
  private static @Nullable ProcedureFunction procedure(SchemaPlus root, List<String> names) {
    String name = names.get(names.size() - 1).toLowerCase(Locale.ROOT);
    String schema = names.size() == 1 ? null : names.get(names.size() - 2);
    for (String candidate : root.subSchemas().getNames(LikePattern.any())) {
      SchemaPlus found = root.subSchemas().get(candidate);
      if (found != null && (schema == null || candidate.equalsIgnoreCase(schema))) {
        for (Function function : found.getFunctions(name)) {
          if (function instanceof ProcedureFunction procedure) {
            return procedure;
          }
        }
      }
    }
    return null;
  }

  private static SqlCall renamed(SqlCall call, SqlIdentifier name, String other) {
    List<String> names = new ArrayList<>(name.names);
    names.set(names.size() - 1, other);
    return new SqlUnresolvedFunction(
            new SqlIdentifier(names, name.getParserPosition()),
            null,
            null,
            null,
            null,
            SqlFunctionCategory.USER_DEFINED_TABLE_FUNCTION)
        .createCall(call.getFunctionQuantifier(), call.getParserPosition(), call.getOperandList());
  }
}
