package dev.roster.integration.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query, and the rows that it has while nothing goes wrong.
 *
 * @param parameters the values of its parameter markers
 * @param ordered whether it says the order of its rows
 * @param calls whether it calls a provider
 * @param grows whether it has fewer rows, and no others, where fewer accounts answer
 */
record Question(
    String sql,
    List<String> parameters,
    boolean ordered,
    boolean calls,
    boolean grows,
    List<List<@Nullable String>> rows) {

  Question(String sql, List<String> parameters, boolean ordered, boolean calls) {
    this(sql, parameters, ordered, calls, false, List.of());
  }

  /** Returns the same question with the rows that it has now. */
  Question answered(Connection connection) throws SQLException {
    List<List<@Nullable String>> found = new ArrayList<>();
    try (PreparedStatement statement = prepare(connection);
        ResultSet set = statement.executeQuery()) {
      while (set.next()) {
        found.add(row(set));
      }
    }
    return new Question(sql, parameters, ordered, calls, grows, found);
  }

  /** Returns the same question, which {@link #grows}. */
  Question growing() {
    return new Question(sql, parameters, ordered, calls, true, rows);
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.size(); i++) {
      statement.setString(i + 1, parameters.get(i));
    }
    return statement;
  }

  static List<@Nullable String> row(ResultSet set) throws SQLException {
    List<@Nullable String> row = new ArrayList<>();
    for (int i = 1; i <= set.getMetaData().getColumnCount(); i++) {
      row.add(set.getString(i));
    }
    return row;
  }

  /** Fails unless these are all rows. */
  void checkAll(List<List<@Nullable String>> found) {
    if (ordered) {
      assertThat(found).as(toString()).isEqualTo(rows);
    } else {
      assertThat(found).as(toString()).containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  /** Fails unless these are some of the rows, in whatever order. */
  void checkAnyOf(List<List<@Nullable String>> found) {
    List<List<@Nullable String>> left = new ArrayList<>(rows);
    found.forEach(row -> assertThat(left.remove(row)).as("%s is a row of %s", row, this).isTrue());
  }

  /** Fails unless these are some of the rows, the first ones where they have an order. */
  void checkSome(List<List<@Nullable String>> found) {
    if (ordered) {
      assertThat(found)
          .as("the first rows of %s", this)
          .isEqualTo(rows.subList(0, Math.min(found.size(), rows.size())));
    } else {
      checkAnyOf(found);
    }
  }

  @Override
  public String toString() {
    return sql + " " + parameters;
  }
}
