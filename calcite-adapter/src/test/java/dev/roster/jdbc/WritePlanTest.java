package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What INSERT, UPDATE and DELETE are planned as, read and write. */
class WritePlanTest {

  private final WritingRoster roster;

  WritePlanTest() throws SQLException {
    roster = WritingRoster.all();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private void assertPlan(String sql, String plan) throws SQLException {
    assertThat(roster.plan(sql)).isEqualTo(plan.strip());
    assertThat(roster.requests()).as("asked by EXPLAIN").isEmpty();
  }

  @Test
  void anUpdateWithKeysAndConstantsReadsNothing() throws SQLException {
    String sql = "UPDATE w.profiles SET headline = 'x' WHERE account_id IN ('a', 'b')";

    assertPlan(
        sql,
        """
        ApiModify(table=[w.profiles], operation=[UPDATE], columns=[[account_id, headline]], procedure=[w.edit], call=[POST /write (fake accounts.write)], calls=[0 to 2])
          EnumerableCalc(expr#0=[{inputs}], expr#1=['x':VARCHAR], proj#0..1=[{exprs}])
            ListedRows(keys=[[['a':VARCHAR], ['b':VARCHAR]]])
        """);
    assertThat(roster.update(sql)).isEqualTo(2);
    assertThat(roster.requests()).containsExactly("w.edit [[a, x], [b, x]]");
  }

  @Test
  void anUpdateThatDependsOnTheRowReadsItFirst() throws SQLException {
    String sql = "UPDATE w.profiles SET headline = headline || '!' WHERE account_id IN ('a', 'b')";

    assertPlan(
        sql,
        """
        ApiModify(table=[w.profiles], operation=[UPDATE], columns=[[account_id, headline]], procedure=[w.edit], call=[POST /write (fake accounts.write)], calls=[0 to 2])
          EnumerableCalc(expr#0..3=[{inputs}], expr#4=['!'], expr#5=[||($t1, $t4)], account_id=[$t0], headline=[$t5])
            KeyedScan(table=[[w, profiles]], keys=[['a', 'b']])
        """);
    assertThat(roster.update(sql)).isEqualTo(2);
    assertThat(roster.requests())
        .containsExactly(
            "read profile a", "read profile b", "w.edit [[a, old of a!], [b, old of b!]]");
  }

  @Test
  void anotherConditionOfAnUpdateIsLookedAtFirst() throws SQLException {
    String sql =
        "UPDATE w.profiles SET headline = 'x' WHERE account_id IN ('a', 'b') AND name = 'name of"
            + " b'";

    assertThat(roster.update(sql)).isEqualTo(1);
    assertThat(roster.requests())
        .containsExactly("read profile a", "read profile b", "w.edit [[b, x]]");
  }

  @Test
  void keysOfAnUpdateMayBeParametersAndEachCountsOnce() throws SQLException {
    String sql = "UPDATE w.profiles SET headline = ? WHERE account_id IN (?, ?, 'c')";

    assertThat(roster.update(sql, "x", "a", "a")).isEqualTo(2);
    assertThat(roster.update(sql, "y", "c", null)).isEqualTo(1);
    assertThat(roster.requests()).containsExactly("w.edit [[a, x], [c, x]]", "w.edit [[c, y]]");
  }

  @Test
  void aNewValueMayBeComputedOfTheKeyOrOfAnotherTable() throws SQLException {
    assertThat(
            roster.update(
                "UPDATE w.profiles p SET p.headline = upper(p.account_id) WHERE p.account_id ="
                    + " 'a'"))
        .isEqualTo(1);
    assertThat(roster.requests()).containsExactly("w.edit [[a, A]]");

    assertThat(
            roster.update(
                "UPDATE w.profiles SET headline = (SELECT max(id) FROM w.accounts)"
                    + " WHERE account_id = 'a'"))
        .isEqualTo(1);
    assertThat(roster.requests())
        .containsExactlyInAnyOrder("read accounts", "read profile a", "w.edit [[a, c]]")
        .endsWith("w.edit [[a, c]]");
  }

  @Test
  void noRowIsNothingWritten() throws SQLException {
    for (String sql :
        new String[] {
          "UPDATE w.profiles SET headline = 'x' WHERE account_id = NULL",
          "UPDATE w.profiles SET headline = 'x' WHERE account_id = 'a' AND FALSE",
          "DELETE FROM w.accounts WHERE id = 'a' AND FALSE",
          "INSERT INTO w.invitations SELECT '1', id FROM w.accounts WHERE FALSE",
        }) {
      assertThat(roster.update(sql)).as(sql).isZero();
      assertThat(roster.requests()).as(sql).isEmpty();
    }
  }

  @Test
  void aDeleteReadsTheRowsSoThatWhatIsNotThereIsNotSent() throws SQLException {
    String sql = "DELETE FROM w.accounts WHERE id IN ('a', ?, 'nowhere') AND status = 'active'";

    assertPlan(
        sql,
        """
        ApiModify(table=[w.accounts], operation=[DELETE], columns=[[id]], procedure=[w.disconnect], call=[POST /write (fake accounts.write)], calls=[0 to unbounded])
          EnumerableCalc(expr#0..1=[{inputs}], expr#2=[Sarg['a':VARCHAR, 'nowhere':VARCHAR]:VARCHAR], expr#3=[SEARCH($t0, $t2)], expr#4=[?0], expr#5=[=($t0, $t4)], expr#6=[OR($t3, $t5)], expr#7=['active':VARCHAR], expr#8=[=($t1, $t7)], expr#9=[AND($t6, $t8)], id=[$t0], $condition=[$t9])
            KeyedScan(table=[[w, accounts]])
        """);
    assertThat(roster.update(sql, "c")).isEqualTo(1);
    assertThat(roster.requests()).containsExactly("read accounts", "w.disconnect [[a]]");
    assertThat(roster.update("DELETE FROM w.accounts WHERE id = 'nowhere'")).isZero();
    assertThat(roster.requests()).containsExactly("read accounts");
  }

  @Test
  void anInsertTakesItsValuesAsTheyAreListed() throws SQLException {
    String sql =
        "INSERT INTO w.invitations (profile_urn, company_id) VALUES ('u1', 105672170), ('u2', ?)";

    assertPlan(
        sql,
        """
        ApiModify(table=[w.invitations], operation=[INSERT], columns=[[company_id, profile_urn, account_id]], procedure=[w.invite], call=[POST /write (fake accounts.write)], calls=[0 to 2])
          ListedRows(rows=[[['105672170':VARCHAR, 'u1':VARCHAR, null:VARCHAR], [?0, 'u2':VARCHAR, null:VARCHAR]]])
        """);
    assertThat(roster.update(sql, "7")).isEqualTo(2);
    assertThat(roster.requests())
        .containsExactly("w.invite [[105672170, u1, null], [7, u2, null]]");
  }

  @Test
  void anInsertTakesTheRowsOfAnyQuery() throws SQLException {
    String sql =
        "INSERT INTO w.invitations (company_id, profile_urn)"
            + " SELECT 5, id FROM w.accounts WHERE status = 'active'"
            + " UNION ALL SELECT company_id, profile_urn FROM w.invitations"
            + " UNION ALL VALUES (2.5, 'x')"
            + " UNION ALL (WITH v AS (SELECT account_id FROM w.profiles WHERE account_id = 'p')"
            + " SELECT '9', account_id FROM v)";

    assertThat(roster.update(sql)).isEqualTo(5);
    assertThat(roster.requests())
        .containsExactly(
            "read accounts",
            "read invitations",
            "read profile p",
            "w.invite [[5, a, null], [5, b, null], [1, u, null], [2.5, x, null], [9, p, null]]");
  }

  @Test
  void anInsertWithoutColumnsGivesTheFirstOnes() throws SQLException {
    assertThat(roster.update("INSERT INTO w.invitations VALUES ('1', 'u'), ('1', 'v')"))
        .isEqualTo(2);
    assertThat(roster.update("INSERT INTO w.invitations SELECT '1', 'u', 'acc'")).isEqualTo(1);
    assertThat(roster.requests())
        .containsExactly("w.invite [[1, u, null], [1, v, null]]", "w.invite [[1, u, acc]]");
  }

  @Test
  void textsOfDifferentLengthStayAsTheyAre() throws SQLException {
    roster.update(
        "INSERT INTO w.invitations SELECT c, u FROM (VALUES ('1', 'short'), ('22', 'longer one'))"
            + " AS v(c, u) WHERE u <> ''");
    assertThat(roster.requests())
        .containsExactly("w.invite [[1, short, null], [22, longer one, null]]");
  }

  @Test
  void aValueOfAnyScalarTypeBecomesText() throws SQLException {
    roster.update("INSERT INTO w.invitations VALUES (1.50, TRUE)");
    roster.update("INSERT INTO w.invitations VALUES (-7, DATE '2026-02-20')");
    roster.update("INSERT INTO w.invitations VALUES (7, 'u'), ('8', 'u')");
    roster.update("UPDATE w.profiles SET headline = 5 WHERE account_id = 'a'");
    assertThat(roster.requests())
        .containsExactly(
            "w.invite [[1.50, TRUE, null]]",
            "w.invite [[-7, 2026-02-20, null]]",
            "w.invite [[7, u, null], [8, u, null]]",
            "w.edit [[a, 5]]");
  }

  @Test
  void whatRepeatsARowCountsOnce() throws SQLException {
    assertThat(roster.update("INSERT INTO w.invitations VALUES ('1','u'), ('1','v'), ('1','u')"))
        .isEqualTo(2);
  }

  @Test
  void thousandsOfValuesAreOneStatement() throws SQLException {
    StringBuilder sql = new StringBuilder("INSERT INTO w.invitations VALUES (1, 'u0')");
    for (int i = 1; i < 5000; i++) {
      sql.append(", (1, 'u").append(i).append("')");
    }
    assertThat(roster.update(sql.toString())).isEqualTo(5000);
    assertThat(roster.requests())
        .singleElement()
        .asString()
        .startsWith("w.invite [[1, u0, null], [1, u1, null]")
        .endsWith("[1, u4999, null]]");
  }
}
