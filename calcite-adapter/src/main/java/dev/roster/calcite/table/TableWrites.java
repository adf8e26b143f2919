package dev.roster.calcite.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What INSERT, UPDATE and DELETE can do with a table.
 *
 * @param insert what INSERT does, or null if there is none
 * @param required those of the columns of {@code insert} that must be given
 * @param update what UPDATE does, or null if there is none; the first of its columns is the key
 *     that a WHERE must give, the others can be set
 * @param setElsewhere for columns that UPDATE does not set the procedure that does, with its schema
 * @param delete what DELETE does, or null if there is none; its one column is the key that a WHERE
 *     must give
 */
public record TableWrites(
    @Nullable TableWrite insert,
    List<String> required,
    @Nullable TableWrite update,
    Map<String, String> setElsewhere,
    @Nullable TableWrite delete) {

  /** Nothing. */
  public static final TableWrites NONE = new TableWrites(null, List.of(), null, Map.of(), null);

  /** Returns the columns that INSERT can give, in order; empty if there is no INSERT. */
  public List<String> inserted() {
    return insert == null ? List.of() : insert.columns();
  }

  /** Returns the columns that UPDATE can set, in order; empty if there is no UPDATE. */
  public List<String> updated() {
    return update == null ? List.of() : update.columns().subList(1, update.columns().size());
  }

  /** Returns the column that a DELETE must give, or null if there is no DELETE. */
  public @Nullable String deletedBy() {
    return delete == null ? null : delete.columns().get(0);
  }

  TableWrites withInsert(List<String> must, TableWrite write) {
    return new TableWrites(write, must, update, setElsewhere, delete);
  }

  TableWrites withUpdate(Map<String, String> elsewhere, TableWrite write) {
    return new TableWrites(insert, required, write, elsewhere, delete);
  }

  TableWrites withDelete(TableWrite write) {
    return new TableWrites(insert, required, update, setElsewhere, write);
  }
}
