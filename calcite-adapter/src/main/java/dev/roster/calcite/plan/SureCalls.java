package dev.roster.calcite.plan;

import dev.roster.calcite.statement.CallBudget;
import dev.roster.calcite.statement.StatementCalls;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.DataContext;
import org.apache.calcite.rel.RelNode;

/**
 * The calls of a statement that are known before the first of them is made, to be compared with how
 * many it may make.
 *
 * @param all if all of its rows are read
 * @param ofFirst if it shows no more than some of its rows, of which there may be one only
 */
record SureCalls(List<SureRead> all, List<SureRead> ofFirst) {

  /** Of a statement without a plan. */
  static final SureCalls NONE = new SureCalls(List.of(), List.of());

  static SureCalls of(RelNode plan) {
    return new SureCalls(
        CallsOfPlan.of(plan, Demand.ALL).sure(), CallsOfPlan.of(plan, Demand.FIRST).sure());
  }

  /**
   * Checks that an execution may make them. What the cache has now is no call.
   *
   * @throws dev.roster.calcite.error.SqlStateException 53400 if they are too many
   */
  void require(DataContext root, StatementCalls calls) {
    List<SureRead> reads = calls.mostRows() == Long.MAX_VALUE ? all : ofFirst;
    if (reads.isEmpty()) {
      return;
    }
    ScannedTable any = reads.get(0).table();
    if (any.mostCalls() == CallBudget.UNBOUNDED) {
      return;
    }
    Map<String, Set<String>> counted = new HashMap<>();
    long needed = 0;
    for (SureRead read : reads) {
      Set<String> keys =
          counted.computeIfAbsent(read.table().operationName(), operation -> new HashSet<>());
      for (String key : read.known(root)) {
        if (keys.add(key) && read.table().age(key) == null) {
          needed++;
        }
      }
    }
    any.calls(root).require(needed);
  }
}
