package dev.roster.calcite.table;

/**
 * A column whose values, where they are not null, are found in the primary key of another table.
 * Nothing enforces it: it says what the provider's documents say, and which join has a meaning.
 *
 * @param column the column that refers
 * @param table the table of the same schema that it refers to
 * @param key the column of that table, its whole primary key
 */
public record ForeignKey(String column, String table, String key) {}
