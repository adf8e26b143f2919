package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link LookupJoin} looks up for each left row: the tables of its right side whose keys
 * come from that row, and these keys.
 */
final class LookedUp {

  /** A table and the keys that it is asked for. */
  record Lookup(ScannedTable table, KeyValues keys) {}

  private final List<Lookup> lookups = new ArrayList<>();

  private LookedUp() {}

  /** Returns what {@code right} looks up for each row of {@code outer}. */
  static LookedUp in(RelNode right, CorrelationId outer) {
    LookedUp found = new LookedUp();
    for (KeyedScan scan : scans(right, outer)) {
      if (scan.keys() != null) {
        found.lookups.add(new Lookup(scan.scanned(), new KeyValues(scan.keys())));
      }
    }
    return found;
  }

  /** Returns the scans in {@code right} whose keys come from {@code outer} and no other row. */
  static List<KeyedScan> scans(RelNode right, CorrelationId outer) {
    List<KeyedScan> scans = new ArrayList<>();
    new RelVisitor() {
      @Override
      public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
        if (node instanceof KeyedScan scan && comeFrom(outer, scan.keys())) {
          scans.add(scan);
        }
        super.visit(node, ordinal, parent);
      }
    }.go(right);
    return scans;
  }

  private static boolean comeFrom(CorrelationId outer, @Nullable List<RexNode> keys) {
    List<CorrelationId> rows = new ArrayList<>();
    for (RexNode key : keys == null ? List.<RexNode>of() : keys) {
      key.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public @Nullable Void visitCorrelVariable(RexCorrelVariable variable) {
              rows.add(variable.id);
              return null;
            }
          });
    }
    return !rows.isEmpty() && rows.stream().allMatch(outer::equals);
  }

  boolean isEmpty() {
    return lookups.isEmpty();
  }

  List<Lookup> lookups() {
    return lookups;
  }

  /** Returns the expressions that generated code computes, those of one lookup after another's. */
  List<RexNode> computed() {
    return lookups.stream().flatMap(lookup -> lookup.keys().computed().stream()).toList();
  }

  /**
   * Returns the keys that each lookup has for one left row, nulls and repetitions included.
   *
   * @param computed the values of {@link #computed()}
   */
  List<List<@Nullable Object>> keys(DataContext root, @Nullable Object[] computed) {
    List<List<@Nullable Object>> all = new ArrayList<>();
    int from = 0;
    for (Lookup lookup : lookups) {
      int to = from + lookup.keys().computed().size();
      all.add(lookup.keys().of(root, Arrays.copyOfRange(computed, from, to)));
      from = to;
    }
    return all;
  }
}
