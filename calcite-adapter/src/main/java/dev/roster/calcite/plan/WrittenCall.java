package dev.roster.calcite.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.config.Lex;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.jspecify.annotations.Nullable;

/**
 * A {@code CALL} as it is written.
 *
 * @param procedure its name, perhaps behind that of its schema
 * @param markers the argument that each {@code ?} is, by the number of the {@code ?}, from 1; one
 *     inside an expression is none
 */
public record WrittenCall(List<String> procedure, Map<Integer, Argument> markers) {

  /**
   * An argument of a call.
   *
   * @param name what it is called in {@code name => ?}, or null
   * @param position its place in the list of arguments, from 0
   */
  public record Argument(@Nullable String name, int position) {}

  /** Returns the call that a text is, or null if it is another statement or none. */
  public static @Nullable WrittenCall of(String sql) {
    SqlParser.Config config =
        SqlParser.config()
            .withLex(Lex.MYSQL_ANSI)
            .withConformance(SqlConformanceEnum.LENIENT)
            .withParserFactory(RosterParser.FACTORY);
    try {
      SqlCall call = call(SqlParser.create(sql, config).parseStmt());
      return call == null ? null : of(call);
    } catch (SqlParseException toldWhenPrepared) {
      return null;
    }
  }

  // What RosterParser makes of a CALL: SELECT * FROM TABLE(p(…)).
  private static @Nullable SqlCall call(SqlNode statement) {
    return statement instanceof SqlSelect select
            && select.getFrom() instanceof SqlCall table
            && table.getKind() == SqlKind.COLLECTION_TABLE
            && table.operand(0) instanceof SqlCall call
            && call.getOperator() instanceof SqlUnresolvedFunction
        ? call
        : null;
  }

  private static WrittenCall of(SqlCall call) {
    SqlIdentifier name = ((SqlUnresolvedFunction) call.getOperator()).getNameAsId();
    Map<Integer, Argument> markers = new HashMap<>();
    for (int i = 0; i < call.operandCount(); i++) {
      SqlNode argument = call.operand(i);
      String named = null;
      if (argument.getKind() == SqlKind.ARGUMENT_ASSIGNMENT) {
        named = ((SqlCall) argument).operand(1).toString();
        argument = ((SqlCall) argument).operand(0);
      }
      if (argument instanceof SqlDynamicParam marker) {
        markers.put(marker.getIndex() + 1, new Argument(named, i));
      }
    }
    return new WrittenCall(List.copyOf(name.names), Map.copyOf(markers));
  }
}
