package dev.roster.calcite.plan;

import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.catalog.DescribedTable;
import dev.roster.calcite.catalog.TableDescription;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.table.TableWrite;
import dev.roster.calcite.table.TableWrites;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.sql.SqlDelete;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUpdate;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, as it is written, an INSERT, UPDATE, DELETE or MERGE that no table can do, and says what
 * is possible.
 */
final class WriteTarget {

  private final Prepare.CatalogReader tables;
  private final Supplier<Catalog> catalog;

  WriteTarget(Prepare.CatalogReader tables, Supplier<Catalog> catalog) {
    this.tables = tables;
    this.catalog = catalog;
  }

  /**
   * What a statement names.
   *
   * @param name with its schema
   * @param table null if it is a view
   */
  private record Target(String name, @Nullable ApiTable<?> table) {
    TableWrites writes() {
      return table == null ? TableWrites.NONE : table.writes();
    }

    List<? extends Column<?>> columns() {
      return table == null ? List.of() : table.columns();
    }

    // One that is not there is left to the validator.
    List<String> known(SqlNodeList identifiers) {
      List<String> names = new ArrayList<>();
      for (SqlNode identifier : identifiers) {
        List<String> path = ((SqlIdentifier) identifier).names;
        for (Column<?> column : columns()) {
          if (column.name().equalsIgnoreCase(path.get(path.size() - 1))) {
            names.add(column.name());
          }
        }
      }
      return names;
    }

    SqlStateException refused(SqlState state, String why) {
      return new SqlStateException(state, name + ": " + why);
    }
  }

  private @Nullable Target target(SqlNode written) {
    Prepare.PreparingTable found =
        written instanceof SqlIdentifier name ? tables.getTable(name.names) : null;
    DescribedTable described = found == null ? null : found.unwrap(DescribedTable.class);
    if (described == null) {
      return null;
    }
    return new Target(
        described.description().qualifiedName(),
        described instanceof ScannedTable scanned ? scanned.declaration() : null);
  }

  /**
   * Checks a statement before Calcite validates it. What is no such statement, or names no table
   * that is there, passes.
   *
   * @throws SqlStateException 0A000 if the table, or one of its columns, cannot be written so;
   *     22023 if a column that must be given is not
   */
  void check(SqlNode statement) {
    if (statement instanceof SqlInsert insert && !insert.isUpsert()) {
      Target target = target(insert.getTargetTable());
      if (target != null) {
        checkInsert(insert, target);
      }
    } else if (statement instanceof SqlUpdate update) {
      Target target = target(update.getTargetTable());
      if (target != null) {
        checkUpdate(update, target);
      }
    } else if (statement instanceof SqlDelete delete) {
      Target target = target(delete.getTargetTable());
      if (target != null && target.writes().delete() == null) {
        throw impossible(target.name(), "DELETE");
      }
    } else if (statement.getKind().belongsTo(SqlKind.DML)) {
      throw impossible("statement", statement instanceof SqlInsert ? "UPSERT" : "MERGE");
    }
  }

  /**
   * Checks an INSERT that lists no columns, once it is validated: what it gives are the first.
   *
   * @throws SqlStateException 0A000 or 22023 if it has more or fewer values than can be given
   */
  void checkWidth(SqlNode statement, SqlValidator validator) {
    if (statement instanceof SqlInsert insert && insert.getTargetColumnList() == null) {
      Target target = target(insert.getTargetTable());
      SqlValidatorNamespace source = validator.getNamespace(insert.getSource());
      if (target != null && source != null) {
        int width = source.getRowType().getFieldCount();
        checkColumns(target, target.columns().stream().limit(width).map(Column::name).toList());
      }
    }
  }

  private void checkInsert(SqlInsert insert, Target target) {
    if (target.writes().insert() == null) {
      throw impossible(target.name(), "INSERT");
    }
    SqlNodeList columns = insert.getTargetColumnList();
    if (columns != null) {
      checkColumns(target, target.known(columns));
    }
    WholeNumbersAsText.in(insert, target.columns().subList(0, target.writes().inserted().size()));
  }

  private static void checkColumns(Target target, List<String> given) {
    for (String column : given) {
      if (!target.writes().inserted().contains(column)) {
        throw target.refused(
            SqlState.NOT_SUPPORTED,
            "INSERT: column "
                + column
                + " cannot be given, only "
                + String.join(", ", target.writes().inserted())
                + ".");
      }
    }
    for (String column : target.writes().required()) {
      if (!given.contains(column)) {
        throw target.refused(
            SqlState.INVALID_ARGUMENT,
            "INSERT: column "
                + column
                + " must be given, as in INSERT INTO "
                + target.name()
                + " ("
                + String.join(", ", target.writes().required())
                + ") ….");
      }
    }
  }

  private void checkUpdate(SqlUpdate update, Target target) {
    TableWrites writes = target.writes();
    TableWrite write = writes.update();
    if (write == null) {
      throw impossible(target.name(), "UPDATE");
    }
    for (String column : target.known(update.getTargetColumnList())) {
      if (!writes.updated().contains(column)) {
        throw target.refused(
            SqlState.NOT_SUPPORTED,
            "UPDATE sets "
                + String.join(", ", writes.updated())
                + " only, not "
                + column
                + ". What else can be changed is a parameter of CALL "
                + writes.setElsewhere().getOrDefault(column, write.procedure())
                + "(…).");
      }
    }
  }

  private SqlStateException impossible(String where, String operation) {
    List<String> possible = new ArrayList<>();
    for (TableDescription table : catalog.get().tables()) {
      String name = table.qualifiedName();
      if (!table.inserted().isEmpty()) {
        possible.add("INSERT INTO " + name + " (" + String.join(", ", table.inserted()) + ") …");
      }
      if (!table.updated().isEmpty()) {
        possible.add("UPDATE " + name + " SET " + String.join(", ", table.updated()) + " …");
      }
      if (table.deletedBy() != null) {
        possible.add("DELETE FROM " + name + " WHERE " + table.deletedBy() + " = …");
      }
    }
    possible.add("CALL of a procedure");
    return new SqlStateException(
        SqlState.NOT_SUPPORTED,
        where
            + ": "
            + operation
            + " is not possible. Possible are: "
            + String.join("; ", possible)
            + ".");
  }
}
