package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that a statement lists itself. Calcite makes a list of rows a node if all values
 * are literals, else a union with an input for each row, which nobody could plan for thousands.
 */
final class RowList {

  private final RexBuilder rexBuilder;

  RowList(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /** Returns the rows, whose values refer to no other rows, or null if they come from elsewhere. */
  @Nullable List<List<RexNode>> of(RelNode node) {
    if (node instanceof Values values) {
      List<List<RexNode>> rows = new ArrayList<>();
      values.getTuples().forEach(tuple -> rows.add(List.copyOf(tuple)));
      return rows;
    }
    if (node instanceof Union union && union.all) {
      List<List<RexNode>> rows = new ArrayList<>();
      for (RelNode input : union.getInputs()) {
        List<List<RexNode>> more = of(input);
        if (more == null) {
          return null;
        }
        rows.addAll(more);
      }
      return rows;
    }
    return node instanceof Project project ? of(project) : null;
  }

  private @Nullable List<List<RexNode>> of(Project project) {
    List<List<RexNode>> below = of(project.getInput());
    if (below == null || RexUtil.SubQueryFinder.containsSubQuery(project)) {
      return null;
    }
    return below.stream().map(row -> projected(project, row)).toList();
  }

  private List<RexNode> projected(Project project, List<RexNode> row) {
    RexShuttle values =
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef reference) {
            return rexBuilder.ensureType(reference.getType(), row.get(reference.getIndex()), true);
          }
        };
    return values.apply(project.getProjects());
  }
}
