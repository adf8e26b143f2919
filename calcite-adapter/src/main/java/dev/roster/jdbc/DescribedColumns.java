package dev.roster.jdbc;

import dev.roster.calcite.plan.ScannedTable;
import dev.roster.calcite.table.ApiTable;
import org.apache.calcite.avatica.MetaImpl.MetaColumn;
import org.apache.calcite.jdbc.CalciteMetaColumnFactory;
import org.apache.calcite.schema.Table;
import org.jspecify.annotations.Nullable;

/** Gives the columns of the metadata their REMARKS, and type names without nullability. */
final class DescribedColumns implements CalciteMetaColumnFactory {

  static final DescribedColumns INSTANCE = new DescribedColumns();

  private DescribedColumns() {}

  @Override
  public MetaColumn createColumn(
      Table table,
      String catalog,
      String schema,
      String tableName,
      String name,
      int dataType,
      String typeName,
      Integer size,
      @Nullable Integer decimalDigits,
      int radix,
      int nullable,
      Integer octets,
      int position,
      String isNullable) {
    return new DescribedColumn(
        remarks(table, name),
        catalog,
        schema,
        tableName,
        name,
        dataType,
        typeName.replace(" NOT NULL", ""),
        size,
        decimalDigits,
        radix,
        nullable,
        octets,
        position,
        isNullable);
  }

  private static @Nullable String remarks(Table table, String column) {
    if (!(table instanceof ScannedTable scanned)) {
      return null;
    }
    ApiTable<?> declaration = scanned.declaration();
    return declaration.columns().get(declaration.indexOf(column)).remarks();
  }

  @Override
  public Class<? extends MetaColumn> getMetaColumnClass() {
    return DescribedColumn.class;
  }

  /** A row of getColumns; Avatica reads its public fields by reflection. */
  // The field stands in the place of the inherited one, which is null and final.
  @SuppressWarnings("HidingField")
  public static final class DescribedColumn extends MetaColumn {
    /** The column REMARKS. */
    public final @Nullable String remarks;

    DescribedColumn(
        @Nullable String remarks,
        String catalog,
        String schema,
        String table,
        String name,
        int dataType,
        String typeName,
        Integer size,
        @Nullable Integer decimalDigits,
        int radix,
        int nullable,
        Integer octets,
        int position,
        String isNullable) {
      super(
          catalog,
          schema,
          table,
          name,
          dataType,
          typeName,
          size,
          decimalDigits,
          radix,
          nullable,
          octets,
          position,
          isNullable,
          "NO",
          "NO");
      this.remarks = remarks;
    }
  }
}
