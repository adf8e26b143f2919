package dev.roster.calcite.plan;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexUtil.SubQueryFinder;

/** The sub-queries that stand in the expressions of a plan, as they do until they become joins. */
final class SubQueries {

  private SubQueries() {}

  /** Whether there are any. */
  static boolean in(RelNode node) {
    return hasOne(node) || node.getInputs().stream().anyMatch(SubQueries::in);
  }

  private static boolean hasOne(RelNode node) {
    return (node instanceof Project project && SubQueryFinder.containsSubQuery(project))
        || (node instanceof Filter filter && SubQueryFinder.containsSubQuery(filter))
        || (node instanceof Join join && SubQueryFinder.containsSubQuery(join));
  }
}
