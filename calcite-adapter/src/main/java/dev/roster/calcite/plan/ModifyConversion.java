package dev.roster.calcite.plan;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.table.ApiTable.NeededKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.core.TableModify.Operation;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.logical.LogicalTableModify;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link ApiModify} of what Calcite converts an INSERT, UPDATE or DELETE to, before
 * anything is planned. An UPDATE or DELETE must say in its WHERE which keys it is about, and an
 * UPDATE that says nothing else reads nothing.
 */
final class ModifyConversion {

  private final Modification modification;
  private final LogicalTableModify modify;
  private final RexBuilder rexBuilder;
  private final List<String> columns;

  private ModifyConversion(LogicalTableModify modify, ScannedTable table) {
    this.modify = modify;
    this.modification = Modification.of(table, modify.getOperation(), required(modify, table));
    this.rexBuilder = modify.getCluster().getRexBuilder();
    this.columns = modification.write().columns();
  }

  /**
   * Returns the tree to plan; one that writes to no table of Roster's comes back as it is.
   *
   * @throws SqlStateException 42000 if a key is missing
   */
  static RelNode converted(RelNode root) {
    if (root instanceof LogicalTableModify modify) {
      ScannedTable table = modify.getTable().unwrap(ScannedTable.class);
      if (table != null) {
        return new ModifyConversion(modify, table).converted();
      }
    }
    return root;
  }

  private static List<String> required(LogicalTableModify modify, ScannedTable table) {
    return modify.getOperation() == Operation.UPDATE
        ? Objects.requireNonNull(modify.getUpdateColumnList())
        : table.declaration().writes().required();
  }

  private RelNode converted() {
    if (modify.isInsert()) {
      return ApiModify.of(listed(projected(modify.getInput(), inserted())), modification);
    }
    List<RexNode> values = modify.isUpdate() ? updated() : List.of(column(columns.get(0)));
    List<RexNode> keys = keysThatSayAll(values);
    return keys == null
        ? ApiModify.of(projected(modify.getInput(), values), modification)
        : ApiModify.of(withoutReading(keys, values), modification.withoutReading());
  }

  private List<RexNode> inserted() {
    return columns.stream().map(this::column).toList();
  }

  private List<RexNode> updated() {
    List<RexNode> values = new ArrayList<>();
    values.add(column(columns.get(0)));
    List<String> set = Objects.requireNonNull(modify.getUpdateColumnList());
    for (String column : columns.subList(1, columns.size())) {
      int index = set.indexOf(column);
      values.add(
          index < 0
              ? rexBuilder.makeNullLiteral(type(column))
              : Objects.requireNonNull(modify.getSourceExpressionList()).get(index));
    }
    return values;
  }

  // The columns of the input begin with those of the table.
  private RexNode column(String name) {
    return rexBuilder.makeInputRef(
        modify.getInput(), modification.table().declaration().indexOf(name));
  }

  // Whether a value may be null is looked at when the statement runs.
  private RelDataType type(String column) {
    int index = modification.table().declaration().indexOf(column);
    return rexBuilder
        .getTypeFactory()
        .createTypeWithNullability(
            modify.getTable().getRowType().getFieldList().get(index).getType(), true);
  }

  private RelNode projected(RelNode input, List<RexNode> values) {
    List<RexNode> typed = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      typed.add(rexBuilder.ensureType(type(columns.get(i)), values.get(i), true));
    }
    RelBuilder builder = RelFactories.LOGICAL_BUILDER.create(modify.getCluster(), null);
    return builder.push(input).project(typed, columns).build();
  }

  private RelNode listed(RelNode rows) {
    List<List<RexNode>> listed = new RowList(rexBuilder).of(rows);
    return listed == null
        ? rows
        : ListedRows.of(modify.getCluster(), rows.getRowType(), typed(listed));
  }

  private List<List<RexNode>> typed(List<List<RexNode>> rows) {
    List<RelDataType> types = columns.stream().map(this::type).toList();
    List<List<RexNode>> typed = new ArrayList<>();
    for (List<RexNode> row : rows) {
      List<RexNode> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        values.add(rexBuilder.ensureType(types.get(i), row.get(i), true));
      }
      typed.add(values);
    }
    return typed;
  }

  /**
   * Returns the keys if they and the statement say all that is to be written, or null if rows must
   * be read for it.
   */
  private @Nullable List<RexNode> keysThatSayAll(List<RexNode> values) {
    RelNode source = modify.getInput();
    Project project = source instanceof Project top ? top : null;
    RelNode below = project == null ? source : project.getInput();
    List<RexNode> conditions = new ArrayList<>();
    while (below instanceof Filter filter) {
      conditions.add(filter.getCondition());
      below = filter.getInput();
    }
    if (below instanceof Values values0 && values0.getTuples().isEmpty()) {
      // WHERE FALSE.
      return null;
    }
    int key = modification.table().declaration().indexOf(columns.get(0));
    KeyExtraction.Bound bound =
        below instanceof ApiScan
            ? new KeyExtraction(rexBuilder, key)
                .bound(RexUtil.composeConjunction(rexBuilder, conditions))
            : null;
    if (bound == null) {
      throw missingKey();
    }
    return modify.isUpdate()
            && bound.rest().isAlwaysTrue()
            && project != null
            && values.stream().allMatch(value -> needsOnly(key, inside(project, value)))
        ? bound.keys()
        : null;
  }

  private static RexNode inside(Project project, RexNode value) {
    return RelOptUtil.pushPastProject(value, project);
  }

  private static boolean needsOnly(int column, RexNode value) {
    return RexUtil.SubQueryFinder.find(value) == null
        && ImmutableBitSet.of(column).contains(RelOptUtil.InputFinder.bits(value));
  }

  private RelNode withoutReading(List<RexNode> keys, List<RexNode> values) {
    RelDataType keyType =
        modify
            .getTable()
            .getRowType()
            .getFieldList()
            .get(modification.table().declaration().indexOf(columns.get(0)))
            .getType();
    RelDataType row = rexBuilder.getTypeFactory().builder().add(columns.get(0), keyType).build();
    Project project = (Project) modify.getInput();
    RexShuttle toKey =
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef reference) {
            return new RexInputRef(0, reference.getType());
          }
        };
    return projected(
        ListedRows.ofKeys(modify.getCluster(), row, keys),
        values.stream().map(value -> inside(project, value).accept(toKey)).toList());
  }

  private SqlStateException missingKey() {
    NeededKey needed = modification.table().declaration().neededKey();
    String column = columns.get(0);
    return new SqlStateException(
        SqlState.INVALID_STATEMENT,
        modification.where()
            + ": column "
            + column
            + " must be given, e.g. WHERE "
            + column
            + " = '"
            + (needed == null ? "…" : needed.example())
            + "', or IN (…): values or ?, so that the statement itself says what it writes.");
  }
}
