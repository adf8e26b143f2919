package dev.roster.calcite.plan;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * OFFSET and FETCH that stop at the last row they give. Calcite's asks for one row more before it
 * stops, and a row may be a call.
 */
final class ExactLimit extends EnumerableLimit {

  private static final Method ROWS =
      Types.lookupMethod(Limit.class, "rows", Enumerable.class, DataContext.class);

  ExactLimit(RelNode input, @Nullable RexNode offset, @Nullable RexNode fetch) {
    super(input.getCluster(), input.getTraitSet(), input, offset, fetch);
  }

  @Override
  public ExactLimit copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ExactLimit(inputs.get(0), offset, fetch);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    block.add(
        Expressions.return_(
            null,
            Expressions.call(
                implementor.stash(new Limit(offset, fetch), Limit.class),
                ROWS,
                block.append("input", input.block),
                DataContext.ROOT)));
    return implementor.result(input.physType, block.toBlock());
  }

  /** What generated code calls. */
  public record Limit(@Nullable RexNode offset, @Nullable RexNode fetch) {

    /** Returns the rows that the limit leaves. */
    public <T extends @Nullable Object> Enumerable<T> rows(Enumerable<T> all, DataContext root) {
      long skipped = RowsWanted.value(offset, root, 0);
      long most = RowsWanted.value(fetch, root, Long.MAX_VALUE);
      return new AbstractEnumerable<>() {
        @Override
        public Enumerator<T> enumerator() {
          return new Rows<>(all.enumerator(), skipped, most);
        }
      };
    }
  }

  private static final class Rows<T extends @Nullable Object> implements Enumerator<T> {
    private final Enumerator<T> all;
    private final long skipped;
    private final long most;
    private boolean begun;
    private long given;

    Rows(Enumerator<T> all, long skipped, long most) {
      this.all = all;
      this.skipped = skipped;
      this.most = most;
    }

    @Override
    public T current() {
      return all.current();
    }

    @Override
    public boolean moveNext() {
      if (given >= most) {
        return false;
      }
      for (long i = 0; !begun && i < skipped; i++) {
        if (!all.moveNext()) {
          given = most;
          return false;
        }
      }
      begun = true;
      given++;
      return all.moveNext();
    }

    @Override
    public void reset() {
      begun = false;
      given = 0;
      all.reset();
    }

    @Override
    public void close() {
      all.close();
    }
  }
}
