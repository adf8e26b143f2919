package dev.roster.jdbc;

import dev.roster.calcite.plan.ScannedTable;
import org.apache.calcite.avatica.MetaImpl.MetaTable;
import org.apache.calcite.jdbc.CalciteMetaImpl.CalciteMetaTable;
import org.apache.calcite.jdbc.CalciteMetaTableFactory;
import org.apache.calcite.schema.Table;
import org.jspecify.annotations.Nullable;

/** Gives the tables of the metadata their REMARKS. */
final class DescribedTables implements CalciteMetaTableFactory {

  static final DescribedTables INSTANCE = new DescribedTables();

  private DescribedTables() {}

  @Override
  public MetaTable createTable(Table table, String catalog, String schema, String name) {
    return new DescribedTable(table, catalog, schema, name);
  }

  @Override
  public Class<? extends MetaTable> getMetaTableClass() {
    return DescribedTable.class;
  }

  /** A row of getTables; Avatica reads its public fields by reflection. */
  // The field stands in the place of the inherited one, which is null and final.
  @SuppressWarnings("HidingField")
  public static final class DescribedTable extends CalciteMetaTable {
    /** The column REMARKS. */
    public final @Nullable String remarks;

    DescribedTable(Table table, String catalog, String schema, String name) {
      super(table, catalog, schema, name);
      remarks = table instanceof ScannedTable scanned ? scanned.declaration().remarks() : null;
    }
  }
}
