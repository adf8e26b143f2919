package dev.roster.calcite.view;

import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.table.ApiTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The declaration of one view in the schema {@code roster}: its name and sentence, its columns, and
 * where its rows come from.
 *
 * <pre>{@code
 * View.named("account_overview", "One row an account.")
 *     .columns(accounts, "id", "name")
 *     .column(
 *         new ColumnDescription("headline_parsed", BOOLEAN, false, "Whether it has been read."),
 *         "headline IS NOT NULL")
 *     .from("linkedapi.accounts")
 *     .build();
 * }</pre>
 *
 * <p>A view of several sources has the rows of all of them, and of each column one expression a
 * source. Tables are named with their schema, so that the view means the same whatever the
 * connection's schema is.
 */
public final class View {

  private final String name;
  private final String remarks;
  private final List<ColumnDescription> columns;
  private final String sql;

  private View(Builder builder) {
    this.name = builder.name;
    this.remarks = builder.remarks;
    this.columns = List.copyOf(builder.columns);
    this.sql = builder.sql();
  }

  /**
   * Begins the declaration of a view.
   *
   * @param name lower snake case, without the schema
   * @param remarks what its rows are
   */
  public static Builder named(String name, String remarks) {
    return new Builder(name, remarks);
  }

  /** Returns what a table's column is, for a view that shows it as it is. */
  public static ColumnDescription columnOf(ApiTable<?> table, String name) {
    int index = table.indexOf(name);
    if (index < 0) {
      throw new IllegalStateException("table " + table.name() + " has no column " + name);
    }
    return ColumnDescription.of(table.columns()).get(index);
  }

  /** Returns the name without the schema. */
  public String name() {
    return name;
  }

  /** Returns what the rows are. */
  public String remarks() {
    return remarks;
  }

  /** Returns the columns in order. */
  public List<ColumnDescription> columns() {
    return columns;
  }

  /** Returns the query, with all names qualified. */
  public String sql() {
    return sql;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects a view's declaration. */
  public static final class Builder {
    private final String name;
    private final String remarks;
    private final List<ColumnDescription> columns = new ArrayList<>();
    private final List<List<String>> expressions = new ArrayList<>();
    private List<String> sources = List.of();

    private Builder(String name, String remarks) {
      this.name = name;
      this.remarks = remarks;
    }

    /** Adds columns of the one source as they are, with the sentences that they have there. */
    public Builder columns(ApiTable<?> source, String... names) {
      for (String column : names) {
        column(columnOf(source, column), column);
      }
      return this;
    }

    /**
     * Adds a column.
     *
     * @param expressions its value, in SQL, in the rows of each source
     */
    public Builder column(ColumnDescription column, String... expressions) {
      columns.add(column);
      this.expressions.add(List.of(expressions));
      return this;
    }

    /** Says where the rows come from: a table, with a condition or without. */
    public Builder from(String... sources) {
      this.sources = List.of(sources);
      return this;
    }

    /**
     * Returns the view.
     *
     * @throws IllegalStateException if a column does not have one expression a source
     */
    public View build() {
      for (int i = 0; i < columns.size(); i++) {
        if (sources.isEmpty() || expressions.get(i).size() != sources.size()) {
          throw new IllegalStateException(
              "view " + name + ": " + columns.get(i).name() + " needs one expression a source");
        }
      }
      return new View(this);
    }

    private String sql() {
      return IntStream.range(0, sources.size())
          .mapToObj(source -> "SELECT " + selected(source) + " FROM " + sources.get(source))
          .collect(Collectors.joining(" UNION ALL "));
    }

    private String selected(int source) {
      return IntStream.range(0, columns.size())
          .mapToObj(i -> named(expressions.get(i).get(source), columns.get(i).name()))
          .collect(Collectors.joining(", "));
    }

    private static String named(String expression, String column) {
      return expression.equals(column) ? column : expression + " AS " + column;
    }
  }
}
