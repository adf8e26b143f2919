package dev.roster.calcite.table;

/** The kinds of tables that there are. */
public enum TableKind {
  /** Rows that a provider, or Roster itself, has. */
  TABLE("TABLE"),
  /** A query over other tables. */
  VIEW("VIEW"),
  /** Rows that tell what the other tables and the procedures are. */
  SYSTEM_TABLE("SYSTEM TABLE");

  private final String jdbcName;

  TableKind(String jdbcName) {
    this.jdbcName = jdbcName;
  }

  /** Returns the name that JDBC has for it in the column TABLE_TYPE. */
  public String jdbcName() {
    return jdbcName;
  }
}
