package dev.roster.calcite.plan;

import dev.roster.calcite.plan.LookedUp.Lookup;
import dev.roster.calcite.statement.CallsAhead;
import dev.roster.calcite.statement.StatementCalls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.EnumerableDefaults;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.JoinType;
import org.apache.calcite.linq4j.function.Function1;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a {@link LookupJoin}, in the order of its left side. The calls that the next left
 * rows need are under way while the rows of this one are made; each distinct key is asked for once,
 * and NULL never.
 */
public final class LookupRows {

  private final LookedUp lookedUp;
  private final RowsWanted wanted;
  private final JoinType type;
  private final int leftColumns;
  // None in a join that shows the left side alone.
  private final int rightColumns;

  LookupRows(
      LookedUp lookedUp, RowsWanted wanted, JoinType type, int leftColumns, int rightColumns) {
    this.lookedUp = lookedUp;
    this.wanted = wanted;
    this.type = type;
    this.leftColumns = leftColumns;
    this.rightColumns = rightColumns;
  }

  /**
   * Returns the rows, as arrays or, of one column, as values. Generated code calls this.
   *
   * @param left the rows of the left side
   * @param keysOf what {@link LookedUp#computed()} is for a left row
   * @param rightOf the rows of the right side for a left row
   */
  public Enumerable<@Nullable Object> rows(
      Enumerable<@Nullable Object> left,
      DataContext root,
      Function1<@Nullable Object, @Nullable Object[]> keysOf,
      Function1<@Nullable Object, Enumerable<@Nullable Object>> rightOf) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<@Nullable Object> enumerator() {
        return joined(ahead(left.enumerator(), root, keysOf), root, rightOf).enumerator();
      }
    };
  }

  private Enumerable<@Nullable Object> joined(
      Enumerator<@Nullable Object> left,
      DataContext root,
      Function1<@Nullable Object, Enumerable<@Nullable Object>> rightOf) {
    StatementCalls calls = lookedUp.lookups().get(0).table().calls(root);
    if (!calls.partial()) {
      return EnumerableDefaults.correlateJoin(type, once(left), rightOf, this::joined);
    }
    AnsweredRows answered = new AnsweredRows(left, rightOf, calls);
    return EnumerableDefaults.correlateJoin(
        type, once(answered), row -> answered.right(), this::joined);
  }

  private static Enumerable<@Nullable Object> once(Enumerator<@Nullable Object> rows) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<@Nullable Object> enumerator() {
        return rows;
      }
    };
  }

  private Enumerator<@Nullable Object> ahead(
      Enumerator<@Nullable Object> left,
      DataContext root,
      Function1<@Nullable Object, @Nullable Object[]> keysOf) {
    List<Lookup> lookups = lookedUp.lookups();
    StatementCalls calls = lookups.get(0).table().calls(root);
    List<Set<String>> asked =
        lookups.stream().map(lookup -> (Set<String>) new HashSet<String>()).toList();
    return new CallsAhead<>(
        left,
        row -> {
          List<CompletableFuture<?>> started = new ArrayList<>();
          List<List<@Nullable Object>> keys = lookedUp.keys(root, keysOf.apply(row));
          for (int i = 0; i < keys.size(); i++) {
            ScannedTable table = lookups.get(i).table();
            for (Object key : keys.get(i)) {
              if (key != null && asked.get(i).add(key.toString())) {
                started.add(table.start(table.calls(root), key.toString()));
              }
            }
          }
          return started;
        },
        calls,
        lookups.get(0).table().mostUnderWay(),
        wanted.in(root, calls));
  }

  private @Nullable Object joined(@Nullable Object left, @Nullable Object right) {
    @Nullable Object[] row = new @Nullable Object[leftColumns + rightColumns];
    put(left, row, 0, leftColumns);
    // Null where a left join has found nothing.
    if (right != null) {
      put(right, row, leftColumns, rightColumns);
    }
    return row.length == 1 ? row[0] : row;
  }

  private static void put(@Nullable Object from, @Nullable Object[] row, int at, int columns) {
    if (from instanceof Object[] values && values.length == columns) {
      System.arraycopy(values, 0, row, at, columns);
    } else if (columns > 0) {
      row[at] = from;
    }
  }
}
