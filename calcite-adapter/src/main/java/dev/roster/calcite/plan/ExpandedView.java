package dev.roster.calcite.plan;

import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.catalog.DescribedTable;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.table.TableKind;
import dev.roster.calcite.view.View;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.ViewTable;

/**
 * A view, as Calcite sees it: a row type, and a query to plan with in its place. The row type is
 * the declaration's, so that describing a view parses nothing.
 */
public final class ExpandedView extends ViewTable implements DescribedTable {

  private final String schema;
  private final View view;

  /** Makes a view of a schema. */
  public ExpandedView(String schema, View view) {
    super(
        Object[].class,
        types -> rowType(view, types),
        view.sql(),
        List.of(),
        List.of(schema, view.name()));
    this.schema = schema;
    this.view = view;
  }

  private static RelDataType rowType(View view, RelDataTypeFactory types) {
    RelDataTypeFactory.Builder row = types.builder();
    for (ColumnDescription column : view.columns()) {
      row.add(column.name(), column.type().relType(types, column.nullable()));
    }
    return row.build();
  }

  @Override
  public TableDescription description() {
    return new TableDescription(
        schema,
        view.name(),
        TableKind.VIEW,
        view.remarks(),
        view.columns(),
        List.of(),
        List.of(),
        null,
        view.sql(),
        List.of(),
        List.of(),
        null);
  }

  @Override
  public String toString() {
    return schema + "." + view.name();
  }
}
