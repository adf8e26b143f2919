package dev.roster.calcite.plan;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The physical scan of a table: of the whole table, or of the rows that some keys have. It makes
 * one call a key, or one call where the table needs no key.
 */
final class KeyedScan extends TableScan implements EnumerableRel {

  // A call costs about what reading this many rows costs. Only rows count: VolcanoCost compares
  // nothing else.
  private static final double ROWS_WORTH_A_CALL = 100;

  // Of a table that needs a key, whole. Huge, so that any plan with keys wins; not infinite, or
  // the planner would fail with a dump of its state before the check of the plan can say what is
  // missing.
  private static final double UNWANTED = 1e30;

  private final ScannedTable scanned;
  private final @Nullable List<RexNode> keys;
  private final RowsWanted wanted;
  // Of a plan that is shown, else null.
  private final @Nullable ShownCalls shown;

  private KeyedScan(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelOptTable table,
      ScannedTable scanned,
      @Nullable List<RexNode> keys,
      RowsWanted wanted,
      @Nullable ShownCalls shown) {
    super(cluster, traits, List.of(), table);
    this.scanned = scanned;
    this.wanted = wanted;
    this.shown = shown;
    this.keys = keys == null ? null : List.copyOf(keys);
  }

  /** Returns a scan of what {@code scan} scans, by keys, or whole if {@code keys} is null. */
  static KeyedScan of(ApiScan scan, @Nullable List<RexNode> keys) {
    return new KeyedScan(
        scan.getCluster(),
        scan.getCluster().traitSetOf(EnumerableConvention.INSTANCE),
        scan.getTable(),
        scan.scanned(),
        keys,
        RowsWanted.ALL,
        null);
  }

  /** Returns the same scan, of which so many rows are wanted. */
  KeyedScan wanting(RowsWanted rows) {
    return new KeyedScan(getCluster(), getTraitSet(), getTable(), scanned, keys, rows, shown);
  }

  /** Returns the same scan, which shows this of its calls. */
  KeyedScan showing(ShownCalls calls) {
    return new KeyedScan(getCluster(), getTraitSet(), getTable(), scanned, keys, wanted, calls);
  }

  ScannedTable scanned() {
    return scanned;
  }

  /** Returns the expressions that give the keys, or null for a scan of the whole table. */
  @Nullable List<RexNode> keys() {
    return keys;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new KeyedScan(getCluster(), traits, getTable(), scanned, keys, wanted, shown);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    RelWriter terms = super.explainTerms(writer).itemIf("keys", keys, keys != null);
    return shown == null ? terms : shown.explain(terms);
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return keys == null ? super.estimateRowCount(metadata) : keys.size();
  }

  @Override
  public @Nullable RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    double rows =
        keys == null && scanned.declaration().neededKey() != null
            ? UNWANTED
            : ROWS_WORTH_A_CALL * scanned.calls(keys == null ? -1 : keys.size());
    return planner.getCostFactory().makeCost(rows, rows, 0);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    PhysType row = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    BlockBuilder block = new BlockBuilder();
    KeyValues values = keys == null ? null : new KeyValues(keys);
    block.add(
        Expressions.return_(
            null,
            Expressions.call(
                implementor.stash(scanned, ScannedTable.class),
                ROWS,
                DataContext.ROOT,
                values == null
                    ? Expressions.constant(null, KeyValues.class)
                    : implementor.stash(values, KeyValues.class),
                implementor.stash(wanted, RowsWanted.class),
                BoundValues.array(
                    this, values == null ? List.of() : values.computed(), implementor, block))));
    return implementor.result(row, block.toBlock());
  }

  private static final Method ROWS =
      Types.lookupMethod(
          ScannedTable.class,
          "rows",
          DataContext.class,
          KeyValues.class,
          RowsWanted.class,
          Object[].class);
}
