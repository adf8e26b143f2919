package dev.roster.calcite.table;

import dev.roster.bindings.Operation;
import dev.roster.calcite.statement.StatementCalls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one table: its name and sentence, its columns, its key, and the call that its
 * rows come from.
 *
 * <pre>{@code
 * ApiTable.<ConnectionSession>named("connection_sessions", Operations.GET_CONNECTION_SESSION.summary())
 *     .columns(Column.of(ConnectionSession.FIELDS))
 *     .primaryKey("session_id")
 *     .calls(Operations.GET_CONNECTION_SESSION)
 *     .rowsByKey(
 *         "session_id",
 *         "5fd2…",
 *         (calls, id) -> calls.read(client.get().getConnectionSession(id), id).thenApply(List::of))
 *     .build();
 * }</pre>
 *
 * @param <M> the model that one row is made of
 */
public final class ApiTable<M> {

  private final String name;
  private final TableKind kind;
  private final String remarks;
  private final List<Column<M>> columns;
  private final List<String> primaryKey;
  private final List<ForeignKey> foreignKeys;
  private final @Nullable NeededKey neededKey;
  private final Rows<M> rows;
  private final @Nullable Operation operation;
  private final TableWrites writes;

  /** Where the rows of a table come from that needs no key. */
  @FunctionalInterface
  public interface AllRows<M> {
    /** Starts the read; the rows are in the order of the answer. */
    CompletableFuture<? extends Iterable<? extends M>> read(StatementCalls calls);
  }

  /** Where the rows of a table come from that needs a key. */
  @FunctionalInterface
  public interface RowsByKey<M> {
    /**
     * Starts the read of the rows that one key has. A key that the provider says it does not know
     * (a documented not-found type) may simply fail: it has no rows, and the statement a warning.
     */
    CompletableFuture<? extends Iterable<? extends M>> read(StatementCalls calls, String key);
  }

  /**
   * The key without which a table cannot be read.
   *
   * @param column the index of its column
   * @param example a value that looks like one, for messages
   * @param defaultKeys the keys that a read without any uses; empty if there is no such read
   * @param property the connection property that sets {@code defaultKeys}, or null
   */
  public record NeededKey(
      int column, String example, List<String> defaultKeys, @Nullable String property) {}

  /** Both forms of {@link AllRows} and {@link RowsByKey}; the key is null in the first. */
  @FunctionalInterface
  private interface Rows<M> {
    CompletableFuture<? extends Iterable<? extends M>> read(
        StatementCalls calls, @Nullable String key);
  }

  private ApiTable(Builder<M> builder, Rows<M> rows) {
    this.name = builder.name;
    this.kind = builder.kind;
    this.remarks = builder.remarks;
    this.columns = List.copyOf(builder.columns);
    this.primaryKey = builder.primaryKey;
    this.foreignKeys = List.copyOf(builder.foreignKeys);
    this.neededKey = builder.neededKey;
    this.rows = rows;
    this.operation = builder.operation;
    this.writes = builder.writes;
  }

  /**
   * Begins the declaration of a table.
   *
   * @param name lower snake case, without the schema
   * @param remarks what it is, from the spec
   */
  public static <M> Builder<M> named(String name, String remarks) {
    return new Builder<>(name, remarks);
  }

  /** Returns the name without the schema. */
  public String name() {
    return name;
  }

  /** Returns what kind of table it is. */
  public TableKind kind() {
    return kind;
  }

  /** Returns what the table is. */
  public String remarks() {
    return remarks;
  }

  /** Returns the columns in order. */
  public List<Column<M>> columns() {
    return columns;
  }

  /** Returns the names of the columns that the provider documents to be unique together. */
  public List<String> primaryKey() {
    return primaryKey;
  }

  /** Returns the columns that refer to other tables of the schema. */
  public List<ForeignKey> foreignKeys() {
    return foreignKeys;
  }

  /** Returns the key without which the table cannot be read, or null if it needs none. */
  public @Nullable NeededKey neededKey() {
    return neededKey;
  }

  /**
   * Returns the operation that a read calls, once a key or once in all; null if nobody is called.
   */
  public @Nullable Operation operation() {
    return operation;
  }

  /** Returns what INSERT, UPDATE and DELETE can do with it. */
  public TableWrites writes() {
    return writes;
  }

  /** Returns the index of the column with this name, in any case, or -1. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(column)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Starts the read of the rows that one key has, or of all rows.
   *
   * @param key the key, or null in a table that needs none
   */
  public CompletableFuture<? extends Iterable<? extends M>> read(
      StatementCalls calls, @Nullable String key) {
    return rows.read(calls, key);
  }

  @Override
  public String toString() {
    return name + columns;
  }

  /** Collects a table's declaration. */
  public static final class Builder<M> {
    private final String name;
    private final String remarks;
    private final List<Column<M>> columns = new ArrayList<>();
    private TableKind kind = TableKind.TABLE;
    private List<String> primaryKey = List.of();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private List<String> defaultKeys = List.of();
    private @Nullable String defaultKeysProperty;
    private @Nullable NeededKey neededKey;
    private @Nullable Rows<M> rows;
    private @Nullable Operation operation;
    private @Nullable String keyColumn;
    private String keyExample = "";
    private TableWrites writes = TableWrites.NONE;

    private Builder(String name, String remarks) {
      this.name = name;
      this.remarks = remarks;
    }

    /** Adds a column. */
    public Builder<M> column(Column<M> column) {
      columns.add(column);
      return this;
    }

    /** Adds columns. */
    public Builder<M> columns(List<Column<M>> more) {
      columns.addAll(more);
      return this;
    }

    /** Says which columns the provider documents to be unique together. */
    public Builder<M> primaryKey(String... names) {
      primaryKey = List.of(names);
      return this;
    }

    /**
     * Says that a column refers to a table of the same schema: the provider documents that its
     * values, where they are not null, are found there.
     *
     * @param table the table's name without the schema
     * @param key the column there that is the table's primary key
     */
    public Builder<M> references(String column, String table, String key) {
      foreignKeys.add(new ForeignKey(column, table, key));
      return this;
    }

    /** Says that the table tells of the other tables. */
    public Builder<M> systemTable() {
      kind = TableKind.SYSTEM_TABLE;
      return this;
    }

    /**
     * Says which operation a read calls: once a key, under that key, or once in all under an empty
     * one.
     */
    public Builder<M> calls(Operation called) {
      operation = called;
      return this;
    }

    /** Says where the rows come from; the table needs no key. */
    public Builder<M> allRows(AllRows<M> source) {
      rows = (calls, key) -> source.read(calls);
      return this;
    }

    /**
     * Says where the rows come from; the table needs a key.
     *
     * @param column the column that must be given, such as {@code account_id}
     * @param example a value that looks like one, for messages
     */
    public Builder<M> rowsByKey(String column, String example, RowsByKey<M> source) {
      keyColumn = column;
      keyExample = example;
      rows = (calls, key) -> source.read(calls, Objects.requireNonNull(key, column));
      return this;
    }

    /**
     * Says which keys a read without any uses.
     *
     * @param keys the keys; if empty, such a read is refused
     * @param property the connection property that sets them, for messages
     */
    public Builder<M> defaultKeys(List<String> keys, String property) {
      defaultKeys = List.copyOf(keys);
      defaultKeysProperty = property;
      return this;
    }

    /**
     * Says that INSERT sends its rows. Those of the columns that the table begins with need not be
     * listed.
     *
     * @param required those that must be given
     */
    public Builder<M> inserts(List<String> required, TableWrite write) {
      writes = writes.withInsert(List.copyOf(required), write);
      return this;
    }

    /**
     * Says that UPDATE sets columns, of rows whose key is given.
     *
     * @param setElsewhere for other columns the procedure that sets them, with its schema
     */
    public Builder<M> updates(Map<String, String> setElsewhere, TableWrite write) {
      writes = writes.withUpdate(Map.copyOf(setElsewhere), write);
      return this;
    }

    /** Says that DELETE ends rows whose key is given. */
    public Builder<M> deletes(TableWrite write) {
      writes = writes.withDelete(write);
      return this;
    }

    /**
     * Returns the table.
     *
     * @throws IllegalStateException if the declaration contradicts itself
     */
    public ApiTable<M> build() {
      Set<String> names = new HashSet<>();
      for (Column<M> column : columns) {
        require(names.add(column.name()), "column " + column.name() + " is there twice");
      }
      for (String column : primaryKey) {
        require(names.contains(column), "there is no column " + column + " for the primary key");
      }
      for (ForeignKey foreignKey : foreignKeys) {
        require(names.contains(foreignKey.column()), "there is no column for " + foreignKey);
      }
      Rows<M> source = rows;
      if (source == null) {
        throw new IllegalStateException("table " + name + ": say where its rows come from");
      }
      if (keyColumn != null) {
        int index = columns.stream().map(Column::name).toList().indexOf(keyColumn);
        require(index >= 0, "there is no column " + keyColumn + " for the needed key");
        neededKey = new NeededKey(index, keyExample, defaultKeys, defaultKeysProperty);
      }
      requireWritable(columns.stream().map(Column::name).toList());
      return new ApiTable<>(this, source);
    }

    private void requireWritable(List<String> names) {
      require(
          writes.inserted().containsAll(writes.required()),
          "INSERT cannot give " + writes.required());
      for (TableWrite write :
          new @Nullable TableWrite[] {writes.insert(), writes.update(), writes.delete()}) {
        if (write != null) {
          require(names.containsAll(write.columns()), "it lacks one of " + write.columns());
        }
      }
    }

    private void require(boolean condition, String otherwise) {
      if (!condition) {
        throw new IllegalStateException("table " + name + ": " + otherwise);
      }
    }
  }
}
