package dev.roster.calcite.plan;

import dev.roster.calcite.table.ApiTable.NeededKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/**
 * The way from a column of a query down to the scan whose needed key it is. Only what would give
 * the same rows for a key if the scan had no others lies on it: a LIMIT does not, nor does a sum
 * over all keys.
 */
final class KeyPath {

  private final List<RexNode> keys;
  // A set of equivalent nodes may lead back to itself.
  private final Set<RelNode> underWay = new HashSet<>();

  private KeyPath(List<RexNode> keys) {
    this.keys = keys;
  }

  /**
   * Returns {@code node} with a scan by {@code keys} at the end of the way, so that it has just
   * those of its rows whose {@code column} is one of them; null if there is no such way.
   *
   * @param column a column that is never null: the null that an outer join puts in the place of a
   *     key is none
   */
  static @Nullable RelNode bound(RelNode node, int column, List<RexNode> keys) {
    return node.getRowType().getFieldList().get(column).getType().isNullable()
        ? null
        : new KeyPath(keys).follow(node, column);
  }

  private @Nullable RelNode follow(RelNode node, int column) {
    if (!(node instanceof RelSubset subset)) {
      return step(node, column);
    }
    if (!underWay.add(subset)) {
      return null;
    }
    try {
      for (RelNode equivalent : subset.getRelList()) {
        RelNode bound = step(equivalent, column);
        if (bound != null) {
          return bound;
        }
      }
      return null;
    } finally {
      underWay.remove(subset);
    }
  }

  private @Nullable RelNode step(RelNode node, int column) {
    if (node instanceof ApiScan scan) {
      NeededKey needed = scan.scanned().declaration().neededKey();
      return needed != null && needed.column() == column ? KeyedScan.of(scan, keys) : null;
    }
    if (node instanceof Project project) {
      int below = below(project, column);
      return below < 0 ? null : into(node, 0, below);
    }
    if (node instanceof Filter) {
      return into(node, 0, column);
    }
    if (node instanceof Sort sort) {
      return sort.offset == null && sort.fetch == null ? into(node, 0, column) : null;
    }
    if (node instanceof Aggregate aggregate) {
      return aggregate.getGroupType() == Aggregate.Group.SIMPLE
              && column < aggregate.getGroupCount()
          ? into(node, 0, aggregate.getGroupSet().nth(column))
          : null;
    }
    if (node instanceof Join join) {
      int left = join.getLeft().getRowType().getFieldCount();
      if (column < left) {
        return join.getJoinType().generatesNullsOnLeft() ? null : into(node, 0, column);
      }
      return join.getJoinType().generatesNullsOnRight() ? null : into(node, 1, column - left);
    }
    return node instanceof Union ? intoAll(node, column) : null;
  }

  private @Nullable RelNode into(RelNode node, int input, int column) {
    RelNode bound = follow(node.getInput(input), column);
    if (bound == null) {
      return null;
    }
    List<RelNode> inputs = new ArrayList<>(node.getInputs());
    inputs.set(input, bound);
    return node.copy(node.getTraitSet(), inputs);
  }

  private @Nullable RelNode intoAll(RelNode node, int column) {
    List<RelNode> inputs = new ArrayList<>();
    for (RelNode input : node.getInputs()) {
      RelNode bound = follow(input, column);
      if (bound == null) {
        return null;
      }
      inputs.add(bound);
    }
    return node.copy(node.getTraitSet(), inputs);
  }

  // The column that a projected one is, or -1 if it is computed, or if a window looks at more than
  // the rows of one key.
  private static int below(Project project, int column) {
    RexNode bare = project.getProjects().get(column);
    while (bare.getKind() == SqlKind.CAST && KeyValues.keepsText(bare.getType())) {
      bare = ((RexCall) bare).getOperands().get(0);
    }
    if (!(bare instanceof RexInputRef reference)) {
      return -1;
    }
    boolean[] ofOneKey = {true};
    for (RexNode value : project.getProjects()) {
      value.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public @Nullable Void visitOver(RexOver over) {
              ofOneKey[0] &= over.getWindow().partitionKeys.contains(reference);
              return super.visitOver(over);
            }
          });
    }
    return ofOneKey[0] ? reference.getIndex() : -1;
  }
}
