package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.Sarg;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a condition the expressions that one column must equal one of. They are literals,
 * parameters, columns of an outer row (as in a {@link LookupJoin}) and functions of those: whatever
 * has a value before the row.
 *
 * <pre>
 * k = 'a' AND x &gt; 1           [a], and x &gt; 1 is left
 * k IN ('a', ?) OR k = 'c'     [a, ?, c]
 * k = 'a' AND x OR k = 'b'     [a, b], and all of it is left
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
   * What a condition says of the column.
   *
   * @param keys the distinct expressions in their order
   * @param rest what is left of the condition for rows that have one of the keys
   */
  record Bound(List<RexNode> keys, RexNode rest) {}

  /** Returns the keys and what is left, or null if the condition does not bound the keys. */
  @Nullable Bound bound(RexNode condition) {
    List<RexNode> conjuncts = RelOptUtil.conjunctions(condition);
    RexNode best = null;
    Found fewest = null;
    for (RexNode conjunct : conjuncts) {
      Found found = find(conjunct);
      if (found != null && (fewest == null || found.keys.size() < fewest.keys.size())) {
        best = conjunct;
        fewest = found;
      }
    }
    if (fewest == null) {
      return null;
    }
    List<RexNode> rest = new ArrayList<>(conjuncts);
    if (fewest.keysAlone) {
      // The scan itself sees to it that each row has its key.
      rest.remove(best);
    }
    return new Bound(new ArrayList<>(fewest.keys), RexUtil.composeConjunction(rexBuilder, rest));
  }

  /** The keys of a part of a condition, and whether that part says nothing else. */
  private record Found(Set<RexNode> keys, boolean keysAlone) {}

  private @Nullable Found find(RexNode condition) {
    if (condition.isAlwaysFalse()) {
      return new Found(Set.of(), false);
    }
    return switch (condition.getKind()) {
      case AND -> fewest(((RexCall) condition).getOperands());
      case OR -> union(((RexCall) condition).getOperands());
      case EQUALS, IS_NOT_DISTINCT_FROM -> equated((RexCall) condition);
      case SEARCH -> points((RexCall) condition);
      // A key column has a value in every row.
      case IS_NULL ->
          isColumn(((RexCall) condition).getOperands().get(0)) ? new Found(Set.of(), true) : null;
      default -> null;
    };
  }

  private @Nullable Found fewest(List<RexNode> conjuncts) {
    Found fewest = null;
    for (RexNode conjunct : conjuncts) {
      Found found = find(conjunct);
      if (found != null && (fewest == null || found.keys.size() < fewest.keys.size())) {
        fewest = found;
      }
    }
    return fewest == null ? null : new Found(fewest.keys, false);
  }

  private @Nullable Found union(List<RexNode> disjuncts) {
    Set<RexNode> all = new LinkedHashSet<>();
    boolean alone = true;
    for (RexNode disjunct : disjuncts) {
      Found found = find(disjunct);
      if (found == null) {
        return null;
      }
      all.addAll(found.keys);
      alone &= found.keysAlone;
    }
    return new Found(all, alone);
  }

  private @Nullable Found equated(RexCall equality) {
    RexNode left = equality.getOperands().get(0);
    RexNode right = equality.getOperands().get(1);
    if (isColumn(left) && hasValueBeforeTheRow(right)) {
      return new Found(Set.of(right), true);
    }
    if (isColumn(right) && hasValueBeforeTheRow(left)) {
      return new Found(Set.of(left), true);
    }
    return null;
  }

  // Point by point, because RexUtil.expandSearch is slow for thousands of them.
  private @Nullable Found points(RexCall search) {
    RexNode value = search.getOperands().get(0);
    Sarg<?> sarg = ((RexLiteral) search.getOperands().get(1)).getValueAs(Sarg.class);
    if (sarg == null || !isColumn(value) || !sarg.isPoints()) {
      return null;
    }
    Set<RexNode> keys = new LinkedHashSet<>();
    sarg.rangeSet
        .asRanges()
        .forEach(
            point ->
                keys.add(rexBuilder.makeLiteral(point.lowerEndpoint(), value.getType(), false)));
    return new Found(keys, sarg.nullAs != RexUnknownAs.TRUE || !value.getType().isNullable());
  }

  private static boolean hasValueBeforeTheRow(RexNode node) {
    return RexUtil.isDeterministic(node)
        && !RexUtil.containsInputRef(node)
        && RexUtil.SubQueryFinder.find(node) == null
        && !RexOver.containsOver(node);
  }

  private boolean isColumn(RexNode node) {
    RexNode bare = node;
    while (bare.getKind() == SqlKind.CAST && KeyValues.keepsText(bare.getType())) {
      bare = ((RexCall) bare).getOperands().get(0);
    }
    return bare instanceof RexInputRef reference && reference.getIndex() == column;
  }
}
