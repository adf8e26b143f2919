package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a condition the expressions that one column must equal one of. They are literals,
 * parameters and functions of those: whatever has a value before the first row.
 *
 * <pre>
 * k = 'a' AND x &gt; 1           [a]
 * k IN ('a', ?) OR k = 'c'     [a, ?, c]
 * k = 'a' OR x &gt; 1             nothing: rows of any key may match
 * k = NULL                     [], no row can match
 * </pre>
 */
final class KeyExtraction {

  private final RexBuilder rexBuilder;
  private final int column;

  KeyExtraction(RexBuilder rexBuilder, int column) {
    this.rexBuilder = rexBuilder;
    this.column = column;
  }

  /**
   * Returns the distinct expressions in their order, or null if the condition does not bound them.
   */
  @Nullable List<RexNode> keys(RexNode condition) {
    Set<RexNode> keys = find(RexUtil.expandSearch(rexBuilder, null, condition));
    return keys == null ? null : new ArrayList<>(keys);
  }

  private @Nullable Set<RexNode> find(RexNode condition) {
    if (condition.isAlwaysFalse()) {
      return Set.of();
    }
    return switch (condition.getKind()) {
      case AND -> fewest(((RexCall) condition).getOperands());
      case OR -> union(((RexCall) condition).getOperands());
      case EQUALS, IS_NOT_DISTINCT_FROM -> equated((RexCall) condition);
      // A key column has a value in every row.
      case IS_NULL -> isColumn(((RexCall) condition).getOperands().get(0)) ? Set.of() : null;
      default -> null;
    };
  }

  private @Nullable Set<RexNode> fewest(List<RexNode> conjuncts) {
    Set<RexNode> fewest = null;
    for (RexNode conjunct : conjuncts) {
      Set<RexNode> keys = find(conjunct);
      if (keys != null && (fewest == null || keys.size() < fewest.size())) {
        fewest = keys;
      }
    }
    return fewest;
  }

  private @Nullable Set<RexNode> union(List<RexNode> disjuncts) {
    Set<RexNode> all = new LinkedHashSet<>();
    for (RexNode disjunct : disjuncts) {
      Set<RexNode> keys = find(disjunct);
      if (keys == null) {
        return null;
      }
      all.addAll(keys);
    }
    return all;
  }

  private @Nullable Set<RexNode> equated(RexCall equality) {
    RexNode left = equality.getOperands().get(0);
    RexNode right = equality.getOperands().get(1);
    if (isColumn(left) && RexUtil.isConstant(right)) {
      return Set.of(right);
    }
    if (isColumn(right) && RexUtil.isConstant(left)) {
      return Set.of(left);
    }
    return null;
  }

  private boolean isColumn(RexNode node) {
    RexNode bare = node;
    while (bare.getKind() == SqlKind.CAST && keepsText(bare.getType())) {
      bare = ((RexCall) bare).getOperands().get(0);
    }
    return bare instanceof RexInputRef reference && reference.getIndex() == column;
  }

  // A cast to VARCHAR(3) would cut the column: a longer key could equal the shorter value.
  private static boolean keepsText(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.VARCHAR
        && type.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED;
  }
}
