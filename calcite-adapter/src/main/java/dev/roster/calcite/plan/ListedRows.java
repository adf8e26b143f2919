package dev.roster.calcite.plan;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text that a statement lists itself: those of a VALUES, or the keys of a WHERE. Calcite's
 * own nodes put every value into generated code, of which a few thousand rows are too much.
 */
public final class ListedRows extends AbstractRelNode implements EnumerableRel {

  private static final Method ROWS =
      Types.lookupMethod(
          ListedRows.class,
          "rows",
          DataContext.class,
          KeyValues.class,
          int.class,
          boolean.class,
          Object[].class);

  private final List<List<RexNode>> rows;
  private final boolean keys;

  private ListedRows(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelDataType rowType,
      List<List<RexNode>> rows,
      boolean keys) {
    super(cluster, traits);
    this.rowType = rowType;
    this.rows = rows;
    this.keys = keys;
  }

  /** Returns all of the rows, which refer to no others. */
  static ListedRows of(RelOptCluster cluster, RelDataType rowType, List<List<RexNode>> rows) {
    return new ListedRows(
        cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE), rowType, rows, false);
  }

  /** Returns rows of one column: each key once, and none for NULL. */
  static ListedRows ofKeys(RelOptCluster cluster, RelDataType rowType, List<RexNode> keys) {
    return new ListedRows(
        cluster,
        cluster.traitSetOf(EnumerableConvention.INSTANCE),
        rowType,
        keys.stream().map(List::of).toList(),
        true);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ListedRows(getCluster(), traits, getRowType(), rows, keys);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item(keys ? "keys" : "rows", rows);
  }

  RowCount rowCount() {
    return new RowCount(keys ? 0 : rows.size(), rows.size());
  }

  /** Returns the values of a column, row by row, or null if one of them is no literal. */
  @Nullable List<RexLiteral> literals(int column) {
    List<RexLiteral> values = new ArrayList<>();
    for (List<RexNode> row : rows) {
      if (!(row.get(column) instanceof RexLiteral literal)) {
        return null;
      }
      values.add(literal);
    }
    return values;
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return rows.size();
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    PhysType row = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    BlockBuilder block = new BlockBuilder();
    KeyValues values = new KeyValues(rows.stream().flatMap(List::stream).toList());
    block.add(
        Expressions.return_(
            null,
            Expressions.call(
                ROWS,
                DataContext.ROOT,
                implementor.stash(values, KeyValues.class),
                Expressions.constant(getRowType().getFieldCount()),
                Expressions.constant(keys),
                BoundValues.array(this, values.computed(), implementor, block))));
    return implementor.result(row, block.toBlock());
  }

  /**
   * Returns the rows, each an array, but of one column each the value itself, as Calcite wants it.
   * Generated code calls this.
   *
   * @param width how many columns a row has
   * @param keys whether NULLs and repetitions are left out
   * @param computed the values that generated code computes
   */
  public static Enumerable<?> rows(
      DataContext root, KeyValues values, int width, boolean keys, @Nullable Object[] computed) {
    List<@Nullable Object> all = values.of(root, computed);
    if (keys) {
      all.removeIf(value -> value == null);
      return Linq4j.asEnumerable(new LinkedHashSet<>(all));
    }
    if (width == 1) {
      return Linq4j.asEnumerable(all);
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i += width) {
      rows.add(all.subList(i, i + width).toArray());
    }
    return Linq4j.asEnumerable(rows);
  }
}
