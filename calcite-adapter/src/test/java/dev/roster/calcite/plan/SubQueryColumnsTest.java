package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.fake.Engine;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A correlated sub-query, and what stands beside it, read the columns that they name. */
class SubQueryColumnsTest {

  private Engine engine;

  @BeforeEach
  void open() throws SQLException {
    engine = new Engine();
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  @Test
  void aSelectListAboveADerivedTableReadsTheColumnsOfThatTable() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT t.picture, (SELECT max(name) FROM fake.profiles WHERE account_id = t.id)"
                    + " FROM (SELECT avatar_url AS picture, id FROM fake.accounts) t"))
        .containsExactly("null|name of a", "http://b|name of b", "http://c|name of c");
    assertThat(
            engine.rows(
                "SELECT t.n, (SELECT max(name) FROM fake.profiles WHERE account_id = t.id)"
                    + " FROM (SELECT seats AS n, id, 7, 8, 9 FROM fake.accounts) t"))
        .containsExactly("1|name of a", "2|name of b", "3|name of c");
  }

  @Test
  void aSubQueryBesideALateralReadsTheColumnsOfItsRow() throws SQLException {
    String from =
        " FROM fake.accounts a,"
            + " LATERAL (SELECT * FROM fake.profiles p WHERE p.account_id = a.id) t";
    assertThat(
            engine.rows(
                "SELECT a.seats, t.name,"
                    + " (SELECT count(*) FROM fake.accounts o WHERE o.avatar_url = a.avatar_url)"
                    + from))
        .containsExactly("1|name of a|0", "2|name of b|1", "3|name of c|1");
    assertThat(
            engine.rows(
                "SELECT a.seats"
                    + from
                    + " WHERE EXISTS"
                    + " (SELECT 1 FROM fake.accounts o WHERE o.avatar_url = a.avatar_url)"))
        .containsExactly("2", "3");
  }

  @Test
  void aJoinThatAddsNoRowsMayStandBesideASubQuery() throws SQLException {
    assertThat(
            engine.rows(
                "SELECT count(*), max(p.account_id), count(DISTINCT p.name) FROM fake.accounts a"
                    + " LEFT JOIN fake.profiles p ON p.account_id = a.id WHERE"
                    + " (SELECT count(q.name) FROM fake.profiles q WHERE q.account_id = a.id) = 1"))
        .containsExactly("3|c|3");
  }
}
