package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.calcite.fake.Engine;
import java.sql.CallableStatement;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Procedures through CallableStatement: what is sent, and what comes back. */
class CallableTest {

  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
  }

  private SQLException refused(String sql) {
    return catchThrowableOfType(SQLException.class, () -> roster.connection.prepareCall(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{call fake.send(?, ?)}",
        "{ CALL fake.send ( ?, ? ) } ;",
        "CALL fake.send(?, ?)",
        "-- {call fake.one(?)}\n{call /* ? } */ fake.send(?, ?)} -- done; }",
        "{call fake.send(target => ?, times => ?)}",
        "{call FAKE.\"send\"(TARGET => ?, times => ?, kind => 'SOFT')}",
      })
  void aCallRunsOnceAndItsRowsAreItsResult(String sql) throws SQLException {
    try (CallableStatement call = roster.connection.prepareCall(sql)) {
      call.setString(1, "x");
      call.setInt(2, 2);
      assertThat(roster.requests()).isEmpty();
      assertThat(call.execute()).isTrue();
      assertThat(call.getUpdateCount()).isEqualTo(-1);
      try (ResultSet rows = call.getResultSet()) {
        assertThat(Engine.texts(rows)).containsExactly("x|null", "x|null");
      }
      assertThat(call.getMoreResults()).isFalse();
      assertThat(call.getUpdateCount()).isEqualTo(-1);
    }
    assertThat(roster.requests()).containsExactly("send:x", "send:x");
  }

  @Test
  void parametersHaveTheNamesOfTheProcedures() throws SQLException {
    try (CallableStatement call = roster.connection.prepareCall("{call fake.send(?, ?)}")) {
      call.setString("TARGET", "x");
      call.setObject("times", "2", Types.INTEGER);
      assertThat(call.executeUpdate()).isEqualTo(2);
      call.setNull("times", Types.INTEGER);
      assertThat(call.executeUpdate()).isEqualTo(1);
    }
    try (CallableStatement call =
        roster.connection.prepareCall("{call fake.send(times => ?, target => ?)}")) {
      call.setString("target", "y");
      call.setLong("times", 1);
      assertThat(Engine.texts(call.executeQuery())).containsExactly("y|null");
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> call.setString("kind", "SOFT"));
      assertThat(failure.getSQLState()).isEqualTo("07002");
      assertThat(failure.getMessage())
          .isEqualTo("statement: no ? of the call is a parameter kind. There are: target, times.");
    }
    assertThat(roster.requests()).containsExactly("send:x", "send:x", "send:x", "send:y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{call fake.disconnect}", "{call fake.disconnect()}", "CALL fake.disconnect"})
  void aCallWithoutArgumentsNeedsNoParentheses(String sql) throws SQLException {
    try (CallableStatement call = roster.connection.prepareCall(sql);
        PreparedStatement prepared = roster.connection.prepareStatement(sql);
        Statement statement = roster.connection.createStatement()) {
      assertThat(call.execute()).isTrue();
      assertThat(prepared.execute()).isTrue();
      assertThat(statement.execute(sql)).isTrue();
    }
    assertThat(roster.requests()).containsExactly("disconnect", "disconnect", "disconnect");
  }

  @Test
  void theSchemaOfTheConnectionNeedNotBeNamed() throws SQLException {
    roster.connection.setSchema("FAKE");
    assertThat(roster.connection.getSchema()).isEqualTo("fake");
    try (CallableStatement call = roster.connection.prepareCall("{call send(?)}")) {
      call.setString("target", "x");
      assertThat(call.executeUpdate()).isEqualTo(1);
    }
    assertThat(roster.requests()).containsExactly("send:x");
  }

  @Test
  void theValueOfACallIsItsFirstParameter() throws SQLException {
    try (CallableStatement call = roster.connection.prepareCall("{? = call fake.one(?)}")) {
      call.registerOutParameter(1, Types.VARCHAR);
      call.setString(2, "x");
      assertThat(catchThrowableOfType(SQLException.class, () -> call.getString(1)).getSQLState())
          .isEqualTo("24000");
      assertThat(call.execute()).isFalse();
      assertThat(call.getResultSet()).isNull();
      assertThat(call.getUpdateCount()).isEqualTo(-1);
      assertThat(call.getString(1)).isEqualTo("x");
      assertThat(call.wasNull()).isFalse();
      assertThat(call.getObject(1)).isEqualTo("x");
      assertThat(call.getObject(1, String.class)).isEqualTo("x");
      assertThat(call.getString("WHAT")).isEqualTo("x");
      call.setString("target", "y");
      assertThat(call.executeUpdate()).isEqualTo(1);
      assertThat(call.getString(1)).isEqualTo("y");
      ParameterMetaData parameters = call.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(2);
      assertThat(parameters.getParameterMode(1)).isEqualTo(ParameterMetaData.parameterModeOut);
      assertThat(parameters.getParameterMode(2)).isEqualTo(ParameterMetaData.parameterModeIn);
    }
    assertThat(roster.requests()).containsExactly("send:x", "send:y");
  }

  @Test
  void aValueIsRegisteredInEveryWay() throws SQLException {
    try (CallableStatement call = roster.connection.prepareCall("{?=call fake.one('5')}")) {
      call.registerOutParameter("what", JDBCType.INTEGER);
      call.registerOutParameter(1, Types.DECIMAL, 2);
      call.registerOutParameter(1, Types.INTEGER, "INTEGER");
      call.registerOutParameter("WHAT", JDBCType.VARCHAR, "VARCHAR");
      call.execute();
      assertThat(call.getObject("what")).isEqualTo("5");
      assertThat(call.getObject(1, Object.class)).isEqualTo("5");
      call.registerOutParameter(1, Types.OTHER);
      assertThat(call.getObject(1)).isEqualTo("5");
    }
  }

  @Test
  void aProcedureOfSeveralColumnsHasNoSingleValue() {
    SQLException failure = refused("{? = call fake.send(?)}");
    assertThat(failure.getSQLState()).isEqualTo("0A000");
    assertThat(failure.getMessage())
        .isEqualTo(
            "fake.send: {? = call …} needs a procedure that returns one column; this one returns"
                + " what, token. Use {call …} and read them with getResultSet.");
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void whatCannotBeCalledSaysWhy() throws SQLException {
    assertThat(refused("{call fake.send(?)").getSQLState()).isEqualTo("42601");
    assertThat(refused("{call fake.nothing(?)}").getSQLState()).isEqualTo("42000");
    assertThat(refused("{? = call fake.nothing(?)}").getSQLState()).isEqualTo("42000");
    assertThat(refused("").getSQLState()).isEqualTo("42601");
    for (String sql : List.of("{? = call fake.one('x')}")) {
      assertThat(
              catchThrowableOfType(
                      SQLException.class, () -> roster.connection.prepareStatement(sql))
                  .getMessage())
          .isEqualTo("statement: {? = call …} returns a value. Use Connection.prepareCall.");
    }
    try (CallableStatement call = roster.connection.prepareCall("{call fake.send(?)}")) {
      SQLException failure =
          catchThrowableOfType(
              SQLException.class, () -> call.registerOutParameter(1, Types.VARCHAR));
      assertThat(failure.getSQLState()).isEqualTo("0A000");
      assertThat(failure.getMessage()).contains("getResultSet");
      assertThat(catchThrowableOfType(SQLException.class, call::execute).getSQLState())
          .isEqualTo("07002");
    }
    try (CallableStatement call = roster.connection.prepareCall("{? = call fake.one(?)}")) {
      call.setString(2, "x");
      assertThat(
              catchThrowableOfType(SQLException.class, () -> call.setString(1, "x")).getSQLState())
          .isEqualTo("22023");
      assertThat(catchThrowableOfType(SQLException.class, call::executeQuery).getSQLState())
          .isEqualTo("42000");
      assertThat(catchThrowableOfType(SQLException.class, call::addBatch).getSQLState())
          .isEqualTo("0A000");
    }
    assertThat(roster.requests()).isEmpty();
  }

  @Test
  void textAndCommentsMayHoldBracesAndQuestionMarks() throws SQLException {
    try (Statement statement = roster.connection.createStatement()) {
      statement.execute("{call fake.send('{call p(?)};') /* ) ? */}");
    }
    try (CallableStatement call =
        roster.connection.prepareCall("{call fake.send(target => '?', times => ?)}")) {
      call.setInt("times", 1);
      call.execute();
    }
    assertThat(roster.requests()).containsExactly("send:{call p(?)};", "send:?");
  }

  @Test
  void aBatchOfCallsSendsEachOnce() throws SQLException {
    try (CallableStatement call = roster.connection.prepareCall("{call fake.send(?)}")) {
      for (String target : List.of("a", "b")) {
        call.setString("target", target);
        call.addBatch();
      }
      assertThat(call.executeBatch()).containsExactly(1, 1);
    }
    assertThat(roster.requests()).containsExactly("send:a", "send:b");
  }

  @Test
  void maxRowsAndMetadataWorkAsInOtherStatements() throws SQLException {
    try (CallableStatement call = roster.connection.prepareCall("{call fake.send(?, ?)}")) {
      assertThat(call.getMetaData().getColumnName(1)).isEqualTo("what");
      assertThat(call.getParameterMetaData().getParameterTypeName(2)).isEqualTo("BIGINT");
      call.setMaxRows(1);
      call.setString(1, "x");
      call.setInt(2, 3);
      assertThat(Engine.texts(call.executeQuery())).hasSize(1);
    }
    assertThat(roster.requests()).hasSize(3);
  }

  @Test
  void aListThatHoldsItselfIsRefused() throws SQLException {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);
    try (PreparedStatement statement =
        roster.connection.prepareStatement("CALL fake.send_list(?)")) {
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> statement.setObject(1, endless));
      assertThat(failure.getSQLState()).isEqualTo("22018");
    }
  }

  @Test
  void aQueryMayBePreparedAsACall() throws SQLException {
    try (CallableStatement call =
        roster.connection.prepareCall("SELECT id FROM fake.accounts WHERE id = ?")) {
      call.setString(1, "b");
      assertThat(Engine.texts(call.executeQuery())).containsExactly("b");
    }
  }
}
