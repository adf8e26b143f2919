package dev.roster.integration.writes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A program that invites people, as a user's would: it uses the driver jar and nothing else. It
 * prints {@code running} before it executes, a line a row of what it is told, a line for each
 * exception, and {@code ended} after all.
 *
 * <p>Arguments: the URL of the connection, a {@link Form}, the account or {@code -}, the company, a
 * file with a profile URN a line.
 */
final class InvitingProgram {

  private static final int AT_ONCE = 8;

  /** The ways to say whom to invite. */
  enum Form {
    /** One CALL for all. */
    CALL,
    /** One query of the procedure for all. */
    QUERY,
    /** One INSERT for all. */
    INSERT,
    /** One batch of INSERTs, a row each. */
    BATCH,
    /** A CALL for each few. */
    CALLS
  }

  private InvitingProgram() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Form form = Form.valueOf(arguments[1]);
    String account = arguments[2].equals("-") ? null : arguments[2];
    String company = arguments[3];
    List<String> urns = Files.readAllLines(Path.of(arguments[4]));
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      say("running");
      switch (form) {
        case CALL ->
            call(
                connection,
                "CALL connectsafely.send_follow_invitations(?, ?, ?)",
                company,
                urns,
                account);
        case QUERY ->
            call(
                connection,
                "SELECT * FROM TABLE(connectsafely.send_follow_invitations(?, ?, ?))",
                company,
                urns,
                account);
        case INSERT -> insert(connection, company, urns, account);
        case BATCH -> batch(connection, company, urns, account);
        case CALLS -> {
          for (int i = 0; i < urns.size(); i += AT_ONCE) {
            call(
                connection,
                "CALL connectsafely.send_follow_invitations(?, ?, ?)",
                company,
                urns.subList(i, Math.min(i + AT_ONCE, urns.size())),
                account);
          }
        }
      }
    } catch (SQLException failed) {
      for (SQLException each = failed; each != null; each = each.getNextException()) {
        say("exception\t" + each.getSQLState() + "\t" + each.getMessage());
      }
    }
    say("ended");
  }

  private static void call(
      Connection connection,
      String sql,
      String company,
      List<String> urns,
      @Nullable String account)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, company);
      statement.setString(2, urns.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
      statement.setString(3, account);
      statement.execute();
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          say(
              "row\t"
                  + rows.getString("profile_urn")
                  + "\t"
                  + rows.getObject("success")
                  + "\t"
                  + rows.getString("status"));
        }
      }
    }
  }

  private static void insert(
      Connection connection, String company, List<String> urns, @Nullable String account)
      throws SQLException {
    String sql =
        "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn, account_id) VALUES "
            + String.join(", ", Collections.nCopies(urns.size(), "(?, ?, ?)"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (String urn : urns) {
        statement.setString(parameter++, company);
        statement.setString(parameter++, urn);
        statement.setString(parameter++, account);
      }
      say("count\t" + statement.executeUpdate());
    }
  }

  private static void batch(
      Connection connection, String company, List<String> urns, @Nullable String account)
      throws SQLException {
    String sql =
        "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn, account_id) VALUES"
            + " (?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (String urn : urns) {
        statement.setString(1, company);
        statement.setString(2, urn);
        statement.setString(3, account);
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      say("count\t" + Arrays.stream(counts).sum());
    }
  }

  // A line is there when the process is killed after it.
  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
