package dev.roster.calcite.plan;

import dev.roster.calcite.table.ApiTable.NeededKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/** Where the keys of a scan come from: the statement, a property, or the rows of another node. */
final class KeyOrigins {

  // A plan is for reading.
  private static final int MOST_SHOWN = 3;

  private KeyOrigins() {}

  /**
   * The left side of a join, whose rows give keys.
   *
   * @param demand how many of its rows are asked for, and so of their keys
   * @param rows how many rows it has at most, in all its evaluations together
   */
  record Outer(RelNode left, Demand demand, long rows) {

    /** Returns the values of a key, row by row, if the statement lists them itself, else null. */
    @Nullable List<RexLiteral> listed(RexNode key) {
      RexNode bare = bare(key);
      return bare instanceof RexFieldAccess access
              && access.getReferenceExpr() instanceof RexCorrelVariable
          ? KeyOrigins.listed(left, access.getField().getIndex())
          : null;
    }
  }

  /** Returns the keys of a scan, default ones too; null if it is read without a key. */
  static @Nullable List<RexNode> keys(KeyedScan scan) {
    NeededKey needed = scan.scanned().declaration().neededKey();
    if (needed == null || scan.keys() != null) {
      return scan.keys();
    }
    return needed.defaultKeys().stream()
        .<RexNode>map(key -> scan.getCluster().getRexBuilder().makeLiteral(key))
        .toList();
  }

  /** Returns the joins whose rows the keys come from. */
  static Set<CorrelationId> rows(List<RexNode> keys) {
    return accesses(keys).stream()
        .map(access -> ((RexCorrelVariable) access.getReferenceExpr()).id)
        .collect(Collectors.toSet());
  }

  /** Returns where the keys come from, in words. */
  static String text(KeyedScan scan, Map<CorrelationId, Outer> outers) {
    String column = Objects.requireNonNull(scan.scanned().neededColumn());
    if (scan.keys() == null) {
      NeededKey needed = Objects.requireNonNull(scan.scanned().declaration().neededKey());
      return column + " from the property " + needed.property();
    }
    List<String> texts =
        scan.keys().stream().limit(MOST_SHOWN).map(key -> text(key, outers)).toList();
    int more = scan.keys().size() - texts.size();
    if (texts.size() == 1) {
      return column + " = " + texts.get(0);
    }
    return column
        + " in ("
        + String.join(", ", texts)
        + (more > 0 ? " and " + more + " more" : "")
        + ")";
  }

  private static String text(RexNode key, Map<CorrelationId, Outer> outers) {
    RexNode bare = bare(key);
    if (bare instanceof RexLiteral literal) {
      return "'" + literal.getValueAs(String.class) + "'";
    }
    String text = bare.toString();
    for (RexFieldAccess access : accesses(List.of(bare))) {
      Outer outer = outers.get(((RexCorrelVariable) access.getReferenceExpr()).id);
      if (outer != null) {
        text = text.replace(access.toString(), text(outer.left(), access.getField().getIndex()));
      }
    }
    return text;
  }

  // What a column of a node is made of.
  private static String text(RelNode node, int column) {
    Set<String> texts = new LinkedHashSet<>();
    RexNode reference = node.getCluster().getRexBuilder().makeInputRef(node, column);
    for (Origin origin : Origin.of(node, reference)) {
      texts.add((origin.unchanged() ? "" : "a function of ") + text(origin));
    }
    return texts.isEmpty()
        ? node.getRowType().getFieldNames().get(column)
        : String.join(" or ", texts);
  }

  private static String text(Origin origin) {
    RelNode leaf = origin.leaf();
    String column = leaf.getRowType().getFieldNames().get(origin.column());
    if (leaf instanceof KeyedScan scan) {
      return scan.scanned().qualifiedName() + "." + column;
    }
    if (leaf instanceof ProcedureScan procedure) {
      return Objects.requireNonNull(ProcedureScan.procedure(procedure)).qualifiedName()
          + "."
          + column;
    }
    if (leaf instanceof Values || leaf instanceof ListedRows) {
      return "the values of the statement";
    }
    return leaf instanceof Aggregate ? "an aggregate" : column;
  }

  private static List<RexFieldAccess> accesses(List<RexNode> keys) {
    List<RexFieldAccess> accesses = new ArrayList<>();
    for (RexNode key : keys) {
      key.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public @Nullable Void visitFieldAccess(RexFieldAccess access) {
              if (access.getReferenceExpr() instanceof RexCorrelVariable) {
                accesses.add(access);
              }
              return super.visitFieldAccess(access);
            }
          });
    }
    return accesses;
  }

  private static @Nullable List<RexLiteral> listed(RelNode node, int column) {
    if (node instanceof Values values) {
      return values.getTuples().stream().map(row -> row.get(column)).toList();
    }
    if (node instanceof ListedRows listed) {
      return listed.literals(column);
    }
    RexNode value = null;
    if (node instanceof Project project) {
      value = project.getProjects().get(column);
    } else if (node instanceof Calc calc && calc.getProgram().getCondition() == null) {
      value = calc.getProgram().expandLocalRef(calc.getProgram().getProjectList().get(column));
    }
    return value != null && bare(value) instanceof RexInputRef reference
        ? listed(node.getInput(0), reference.getIndex())
        : null;
  }

  private static RexNode bare(RexNode key) {
    RexNode bare = key;
    while (bare.getKind() == SqlKind.CAST && KeyValues.keepsText(bare.getType())) {
      bare = ((RexCall) bare).getOperands().get(0);
    }
    return bare;
  }
}
