package dev.roster.calcite.plan;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.io.Reader;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlExplain;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserImplFactory;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.impl.SqlParserImpl;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.util.SourceStringReader;
import org.jspecify.annotations.Nullable;

/**
 * Calcite's parser, with {@code CALL p(...)} read as {@code SELECT * FROM TABLE(p(...))}, also in
 * {@code EXPLAIN PLAN FOR CALL p(...)}. Calcite itself parses CALL, but for scalar functions only,
 * and cannot run it.
 */
final class RosterParser extends SqlParserImpl {

  static final SqlParserImplFactory FACTORY = RosterParser::parser;

  // The words that may stand between EXPLAIN PLAN and FOR are all words of letters.
  private static final Pattern EXPLAIN_CALL =
      Pattern.compile(
          "\\A(\\s*EXPLAIN\\s+PLAN\\s+(?:[A-Z]+\\s+)*?FOR\\s+)(CALL\\s.*)\\z",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final @Nullable String explain;

  private RosterParser(Reader reader, @Nullable String explain) {
    super(reader);
    this.explain = explain;
  }

  private static SqlAbstractParserImpl parser(Reader reader) {
    if (!(reader instanceof SourceStringReader source)) {
      return new RosterParser(reader, null);
    }
    String sql = ReservedNames.quoted(JdbcEscapes.replaced(source.getSourceString()));
    Matcher explained = EXPLAIN_CALL.matcher(sql);
    if (!explained.matches()) {
      return new RosterParser(new SourceStringReader(sql), null);
    }
    // Blanks in the place of what is cut off keep the positions in messages right.
    String cut = explained.group(1).replaceAll("\\S", " ");
    return new RosterParser(new SourceStringReader(cut + explained.group(2)), explained.group(1));
  }

  @Override
  public SqlNode parseSqlStmtEof() throws Exception {
    SqlNode statement = FunctionCalls.rewritten(rewritten(super.parseSqlStmtEof()));
    statement.accept(new ArgumentStyle());
    return explain == null ? statement : explained(explain, statement);
  }

  private static SqlNode rewritten(SqlNode statement) {
    if (statement.getKind() != SqlKind.PROCEDURE_CALL) {
      return statement;
    }
    SqlCall call = ((SqlCall) statement).operand(0);
    SqlParserPos position = call.getParserPosition();
    SqlIdentifier name = ((SqlFunction) call.getOperator()).getNameAsId();
    SqlNode function =
        new SqlUnresolvedFunction(
                name, null, null, null, null, SqlFunctionCategory.USER_DEFINED_TABLE_FUNCTION)
            .createCall(call.getFunctionQuantifier(), position, call.getOperandList());
    return new CalledProcedure(
        position, SqlStdOperatorTable.COLLECTION_TABLE.createCall(position, function));
  }

  // The options are read by Calcite's own parser, in front of a statement that it can explain.
  private SqlNode explained(String options, SqlNode statement) throws SqlParseException {
    SqlExplain model = (SqlExplain) SqlParser.create(options + "VALUES (1)").parseStmt();
    return new SqlExplain(
        statement.getParserPosition(),
        statement,
        model.getDetailLevel().symbol(SqlParserPos.ZERO),
        model.getDepth().symbol(SqlParserPos.ZERO),
        model.getFormat().symbol(SqlParserPos.ZERO),
        nDynamicParams);
  }

  /**
   * Refuses calls that name some of their arguments: Calcite would fail over them. The names are
   * made lower case, as those of the parameters are: Calcite compares them with regard to case.
   */
  private static final class ArgumentStyle extends SqlBasicVisitor<@Nullable Void> {
    @Override
    public @Nullable Void visit(SqlCall call) {
      long named =
          call.getOperandList().stream()
              .filter(
                  operand -> operand != null && operand.getKind() == SqlKind.ARGUMENT_ASSIGNMENT)
              .count();
      if (named > 0 && named < call.operandCount()) {
        throw new SqlStateException(
            SqlState.SYNTAX,
            call.getOperator().getName()
                + ": some arguments are named and some are not. Name all of them, or none.");
      }
      if (call.getKind() == SqlKind.ARGUMENT_ASSIGNMENT
          && call.operand(1) instanceof SqlIdentifier name
          && name.isSimple()) {
        call.setOperand(1, name.setName(0, name.getSimple().toLowerCase(Locale.ROOT)));
      }
      return super.visit(call);
    }
  }
}
