package dev.roster.calcite.plan;

import dev.roster.calcite.table.ApiTable.NeededKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/**
 * Where in a plan a value comes from.
 *
 * @param leaf the node that has it from nowhere else: a scan, a list of values, an aggregate
 * @param column its column there
 * @param path the way to the leaf; it tells two uses of one node apart
 * @param unchanged whether the value is the column's own, not computed from it
 */
record Origin(RelNode leaf, int column, String path, boolean unchanged) {

  /** Returns the origins of all columns in {@code expression}, which refers to those of a node. */
  static List<Origin> of(RelNode node, RexNode expression) {
    List<Origin> origins = new ArrayList<>();
    collect(node, expression, "", true, origins);
    return origins;
  }

  /** Returns the scan of a whole table of which this is the needed key, or null. */
  @Nullable KeyedScan keyOfWholeScan() {
    if (unchanged && leaf instanceof KeyedScan scan && scan.keys() == null) {
      NeededKey needed = scan.scanned().declaration().neededKey();
      return needed != null && needed.column() == column ? scan : null;
    }
    return null;
  }

  private static void collect(
      RelNode node, RexNode expression, String path, boolean unchanged, List<Origin> into) {
    RexNode bare = expression;
    while (bare.getKind() == SqlKind.CAST) {
      bare = ((RexCall) bare).getOperands().get(0);
    }
    if (bare instanceof RexInputRef reference) {
      collect(node, reference.getIndex(), path, unchanged, into);
      return;
    }
    bare.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public @Nullable Void visitInputRef(RexInputRef reference) {
            collect(node, reference.getIndex(), path, false, into);
            return null;
          }
        });
  }

  private static void collect(
      RelNode node, int column, String path, boolean unchanged, List<Origin> into) {
    if (node instanceof Project project) {
      RexNode value = project.getProjects().get(column);
      collect(project.getInput(), value, path + "/0", unchanged, into);
    } else if (node instanceof Calc calc) {
      RexNode value =
          calc.getProgram().expandLocalRef(calc.getProgram().getProjectList().get(column));
      collect(calc.getInput(), value, path + "/0", unchanged, into);
    } else if (node instanceof Join || node instanceof Correlate) {
      int left = node.getInput(0).getRowType().getFieldCount();
      int side = column < left ? 0 : 1;
      collect(node.getInput(side), column - side * left, path + "/" + side, unchanged, into);
    } else if (node instanceof Aggregate aggregate && column < aggregate.getGroupCount()) {
      collect(
          aggregate.getInput(), aggregate.getGroupSet().nth(column), path + "/0", unchanged, into);
    } else if (node instanceof SetOp) {
      for (int i = 0; i < node.getInputs().size(); i++) {
        collect(node.getInput(i), column, path + "/" + i, unchanged, into);
      }
    } else if (passesColumnsOn(node, column)) {
      collect(node.getInput(0), column, path + "/0", unchanged, into);
    } else {
      into.add(new Origin(node, column, path, unchanged));
    }
  }

  // Filters, sorts, limits, spools; a window adds columns of its own behind.
  private static boolean passesColumnsOn(RelNode node, int column) {
    if (node instanceof Window) {
      return column < node.getInput(0).getRowType().getFieldCount();
    }
    return !(node instanceof Aggregate)
        && node.getInputs().size() == 1
        && node.getRowType().getFieldCount() == node.getInput(0).getRowType().getFieldCount();
  }
}
