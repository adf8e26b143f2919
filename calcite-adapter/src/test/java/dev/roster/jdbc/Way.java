package dev.roster.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How a statement is made that gives rows. */
enum Way {
  STATEMENT {
    @Override
    ResultSet execute(Statement statement, String sql) throws SQLException {
      return statement.executeQuery(sql);
    }
  },
  PREPARED {
    @Override
    Statement open(Connection connection, String sql) throws SQLException {
      return connection.prepareStatement(sql);
    }
  },
  CALLABLE {
    @Override
    Statement open(Connection connection, String sql) throws SQLException {
      return connection.prepareCall(sql);
    }
  };

  Statement open(Connection connection, String sql) throws SQLException {
    return connection.createStatement();
  }

  ResultSet execute(Statement statement, String sql) throws SQLException {
    return ((PreparedStatement) statement).executeQuery();
  }
}
