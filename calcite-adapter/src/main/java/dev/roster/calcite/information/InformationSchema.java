package dev.roster.calcite.information;

import dev.roster.bindings.Field;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables of {@code information_schema}. */
public final class InformationSchema {

  /** The schema's name. */
  public static final String NAME = "information_schema";

  static final String YES = "YES";
  static final String NO = "NO";

  private InformationSchema() {}

  /**
   * Returns the tables.
   *
   * @param catalog what the schemas hold; asked for when rows are read
   */
  public static List<ApiTable<?>> tables(Supplier<Catalog> catalog) {
    return List.of(
        ColumnsTable.table(catalog),
        ConstraintColumnUsageTable.table(catalog),
        KeyColumnUsageTable.table(catalog),
        ParametersTable.table(catalog),
        ReferentialConstraintsTable.table(catalog),
        RoutinesTable.table(catalog),
        SchemataTable.table(catalog),
        TableConstraintsTable.table(catalog),
        TablesTable.table(catalog),
        ViewsTable.table(catalog));
  }

  /** Returns a table whose rows are made of a catalog. */
  static <M> ApiTable<M> table(
      String name,
      String remarks,
      List<Field<M>> fields,
      Supplier<Catalog> catalog,
      Function<Catalog, List<M>> rows) {
    return ApiTable.<M>named(name, remarks)
        .columns(Column.of(fields))
        .systemTable()
        .allRows(calls -> CompletableFuture.completedFuture(rows.apply(catalog.get())))
        .build();
  }

  /** Returns a column of the name of a catalog: there is none, as JDBC's metadata say too. */
  static <M> Field<M> noCatalog(String name) {
    return absent(name, "NULL: there are no catalogs.");
  }

  /** Returns a column that the standard has and that is always NULL here. */
  static <M> Field<M> absent(String name, String remarks) {
    return InformationSchema.<M>optionalText(name, remarks, row -> null);
  }

  /** Returns a column that the standard has and that is the same in every row here. */
  static <M> Field<M> constant(String name, String value, String remarks) {
    return Field.text(name, remarks, row -> value);
  }

  /** Returns a column of text that may be NULL. */
  static <M> Field<M> optionalText(
      String name, String remarks, Function<? super M, ? extends @Nullable String> value) {
    return Field.<M>text(name, remarks, value).orNull();
  }
}
