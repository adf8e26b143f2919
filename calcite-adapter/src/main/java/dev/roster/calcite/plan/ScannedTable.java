package dev.roster.calcite.plan;

import dev.roster.bindings.Operation;
import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.catalog.DescribedTable;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.ApiTable.NeededKey;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.table.TableKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ColumnStrategy;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.Statistic;
import org.apache.calcite.schema.Statistics;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql2rel.InitializerExpressionFactory;
import org.apache.calcite.sql2rel.NullInitializerExpressionFactory;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/** A table's declaration, as Calcite sees it: a row type, statistics, and a scan to plan with. */
public final class ScannedTable extends AbstractTable implements TranslatableTable, DescribedTable {

  // A guess: only the proportion to other tables counts, and there are no statistics to ask for.
  private static final double ROWS_OF_A_CALL = 100;

  private final String schema;
  private final ApiTable<?> table;
  private final CallSender sender;
  private final boolean reveal;

  /**
   * Makes a table of a schema.
   *
   * @param sender what its calls pass on their way out
   * @param reveal whether secrets are shown
   */
  public ScannedTable(String schema, ApiTable<?> table, CallSender sender, boolean reveal) {
    this.schema = schema;
    this.table = table;
    this.sender = sender;
    this.reveal = reveal;
  }

  /** Returns the declaration. */
  public ApiTable<?> declaration() {
    return table;
  }

  /** Returns schema and name, such as {@code postpress.own_profile}. */
  public String qualifiedName() {
    return schema + "." + table.name();
  }

  /** Returns the name of the column that must be given, or null if none must be. */
  public @Nullable String neededColumn() {
    NeededKey key = table.neededKey();
    return key == null ? null : table.columns().get(key.column()).name();
  }

  /** Returns whether a scan without keys has a meaning. */
  public boolean canBeReadWhole() {
    NeededKey key = table.neededKey();
    return key == null || !key.defaultKeys().isEmpty();
  }

  /** Returns provider and operation that a read calls, or the table's own name if it calls none. */
  String operationName() {
    Operation operation = table.operation();
    return operation == null ? qualifiedName() : operation.qualifiedName();
  }

  /** Returns how many calls a statement of the connection may make. */
  long mostCalls() {
    return sender.mostCalls();
  }

  /** Returns how old the answer is that a read of a key would have without a request, or null. */
  @Nullable Duration age(String key) {
    Operation operation = table.operation();
    return operation == null ? null : sender.age(operation, key);
  }

  /** Returns how many calls a scan with this many keys makes; a negative number stands for none. */
  double calls(int keys) {
    NeededKey needed = table.neededKey();
    if (needed == null) {
      return 1;
    }
    return keys >= 0 ? keys : needed.defaultKeys().size();
  }

  /** Returns the calls of the execution that {@code root} belongs to. */
  StatementCalls calls(DataContext root) {
    return StatementCalls.of(root, sender);
  }

  @Override
  public TableDescription description() {
    return new TableDescription(
        schema,
        table.name(),
        table.kind(),
        table.remarks(),
        ColumnDescription.of(table.columns()),
        table.primaryKey(),
        table.foreignKeys(),
        neededColumn(),
        null,
        table.writes().inserted(),
        table.writes().updated(),
        table.writes().deletedBy());
  }

  @Override
  public Schema.TableType getJdbcTableType() {
    return table.kind() == TableKind.SYSTEM_TABLE
        ? Schema.TableType.SYSTEM_TABLE
        : Schema.TableType.TABLE;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory typeFactory) {
    RelDataTypeFactory.Builder row = typeFactory.builder();
    for (Column<?> column : table.columns()) {
      row.add(column.name(), column.type().relType(typeFactory, column.nullable()));
    }
    return row.build();
  }

  @Override
  public Statistic getStatistic() {
    List<ImmutableBitSet> keys = new ArrayList<>();
    if (!table.primaryKey().isEmpty()) {
      keys.add(ImmutableBitSet.of(table.primaryKey().stream().map(table::indexOf).toList()));
    }
    return Statistics.of(ROWS_OF_A_CALL, keys);
  }

  // What an INSERT leaves out is not given; what must be, is looked at by WriteTarget.
  private static final InitializerExpressionFactory NO_DEFAULTS =
      new NullInitializerExpressionFactory() {
        @Override
        public ColumnStrategy generationStrategy(RelOptTable table, int column) {
          return ColumnStrategy.DEFAULT;
        }
      };

  @Override
  public <C> @Nullable C unwrap(Class<C> type) {
    return type == InitializerExpressionFactory.class ? type.cast(NO_DEFAULTS) : super.unwrap(type);
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable relOptTable) {
    return new ApiScan(
        context.getCluster(), context.getCluster().traitSetOf(Convention.NONE), relOptTable, this);
  }

  /**
   * Returns the rows, each an array; of a table with one column each the value itself, as Calcite
   * wants it. Generated code calls this.
   *
   * @param keys the values of the needed key, or null for a scan of the whole table
   * @param wanted how many of the rows are wanted
   * @param computed the values of the keys that generated code computes
   */
  public Enumerable<?> rows(
      DataContext root, @Nullable KeyValues keys, RowsWanted wanted, @Nullable Object[] computed) {
    KeyedRows<?> rows =
        new KeyedRows<>(
            qualifiedName(),
            table,
            root,
            sender,
            wanted,
            reveal,
            keysToRead(keys == null ? null : keys.of(root, computed)));
    return table.columns().size() == 1 ? rows.select(row -> row[0]) : rows;
  }

  /** Returns how many calls may be under way at once. */
  int mostUnderWay() {
    return sender.mostUnderWay();
  }

  /** Starts the call that has the rows of a key; whoever reads them later meets the same call. */
  CompletableFuture<?> start(StatementCalls calls, String key) {
    try {
      return table.read(calls, key);
    } catch (RuntimeException toldWhenRead) {
      return CompletableFuture.failedFuture(toldWhenRead);
    }
  }

  // A list with one null stands for the one read that needs no key.
  private List<@Nullable String> keysToRead(@Nullable List<@Nullable Object> keys) {
    NeededKey needed = table.neededKey();
    if (needed == null) {
      List<@Nullable String> one = new ArrayList<>();
      one.add(null);
      return one;
    }
    if (keys == null) {
      PlanCheck.requireReadableWhole(this);
      return List.copyOf(needed.defaultKeys());
    }
    Set<String> distinct = new LinkedHashSet<>();
    for (Object key : keys) {
      // NULL equals nothing, so it has no rows.
      if (key != null) {
        distinct.add(key.toString());
      }
    }
    return List.copyOf(distinct);
  }

  @Override
  public String toString() {
    return qualifiedName();
  }
}
