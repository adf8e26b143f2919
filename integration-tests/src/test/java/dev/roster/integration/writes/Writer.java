package dev.roster.integration.writes;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A user who writes with a connection of his own, and tries again what did not work; what he was
 * told last of each thing is kept.
 */
final class Writer implements Callable<Writer> {

  private static final String COMPANY = "105672171";

  private final String url;
  private final String name;
  private final int statements;
  private final Random random;
  private final List<String> people = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final Map<String, Told> told = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, Integer> states = new HashMap<>();
  private int next;

  /** What a statement says of a thing. */
  enum Told {
    DONE,
    FAILED,
    UNSENT,
    UNKNOWN,
    /** The statement ran out of time. */
    UNKNOWN_OR_UNSENT;

    /** Returns what the ledger may say then. */
    Set<String> states() {
      return switch (this) {
        case DONE -> Set.of("CONFIRMED");
        case FAILED -> Set.of("FAILED");
        case UNSENT -> Set.of("PLANNED");
        case UNKNOWN -> Set.of("UNKNOWN");
        case UNKNOWN_OR_UNSENT -> Set.of("UNKNOWN", "PLANNED");
      };
    }
  }

  private record Edit(String account, String headline, @Nullable String key) {
    String thing() {
      return account + " " + headline;
    }
  }

  Writer(String url, String name, int statements, long seed) {
    this.url = url;
    this.name = name;
    this.statements = statements;
    this.random = new Random(seed);
  }

  /** Writes for a while. */
  @Override
  public Writer call() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      for (int i = 0; i < statements; i++) {
        switch (random.nextInt(8)) {
          case 0, 1 -> invite(connection, newPeople());
          case 2 -> invite(connection, people(true));
          case 3 -> insert(connection, people(false));
          case 4 -> batch(connection, people(random.nextBoolean()));
          case 5, 6 -> edit(connection, newEdit());
          default -> {
            if (!edits.isEmpty()) {
              editAgain(connection, edits.get(random.nextInt(edits.size())));
            }
          }
        }
      }
    }
    return this;
  }

  private List<String> newPeople() {
    int size = random.nextInt(5) == 0 ? 1 + random.nextInt(120) : 1 + random.nextInt(4);
    List<String> fresh = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      fresh.add("urn:li:fsd_profile:" + name + "-" + next++);
    }
    people.addAll(fresh);
    if (random.nextBoolean()) {
      fresh.add(fresh.get(0));
    }
    return fresh;
  }

  /** Some who were invited before, with whatever outcome, and some new ones. */
  private List<String> people(boolean again) {
    List<String> some = newPeople();
    if (again) {
      for (int i = random.nextInt(20); i > 0; i--) {
        some.add(people.get(random.nextInt(people.size())));
      }
      Collections.shuffle(some, random);
    }
    return some;
  }

  private void invite(Connection connection, List<String> urns) throws SQLException {
    boolean named = random.nextBoolean();
    try (PreparedStatement statement =
        connection.prepareStatement(
            random.nextBoolean()
                ? "CALL connectsafely.send_follow_invitations(?, ?, ?)"
                : "SELECT * FROM TABLE(connectsafely.send_follow_invitations(?, ?, ?))")) {
      limit(statement);
      statement.setString(1, COMPANY);
      statement.setString(2, urns.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
      statement.setString(3, named ? "cs_account_1" : null);
      statement.execute();
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          told.put(COMPANY + " " + rows.getString("profile_urn"), told(rows));
        }
      }
    } catch (SQLException failed) {
      forget(urns, failed);
    }
  }

  private static Told told(ResultSet row) throws SQLException {
    Object success = row.getObject("success");
    if (success == null) {
      return Told.UNKNOWN;
    }
    if (success.equals(true)) {
      return Told.DONE;
    }
    return row.getString("status").equals("UNSENT") ? Told.UNSENT : Told.FAILED;
  }

  private void insert(Connection connection, List<String> urns) throws SQLException {
    String sql =
        "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn) VALUES "
            + String.join(", ", Collections.nCopies(urns.size(), "('" + COMPANY + "', ?)"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      limit(statement);
      for (int i = 0; i < urns.size(); i++) {
        statement.setString(i + 1, urns.get(i));
      }
      int count = statement.executeUpdate();
      tellAllDone(urns, count);
    } catch (SQLException failed) {
      forget(urns, failed);
    }
  }

  private void batch(Connection connection, List<String> urns) throws SQLException {
    String sql =
        "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn) VALUES (?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (String urn : urns) {
        statement.setString(1, COMPANY);
        statement.setString(2, urn);
        statement.addBatch();
      }
      int count = 0;
      for (int each : statement.executeBatch()) {
        count += each;
      }
      tellAllDone(urns, count);
    } catch (SQLException failed) {
      forget(urns, failed);
    }
  }

  private void tellAllDone(List<String> urns, int count) {
    if (count != Set.copyOf(urns).size()) {
      throw new AssertionError(count + " were reported as done, of " + urns);
    }
    urns.forEach(urn -> told.put(COMPANY + " " + urn, Told.DONE));
  }

  private Edit newEdit() {
    @Nullable String key = random.nextInt(3) == 0 ? name + "-key-" + next : null;
    Edit edit = new Edit("acc_linkedin_" + (1 + random.nextInt(8)), name + "-" + next++, key);
    edits.add(edit);
    return edit;
  }

  private void edit(Connection connection, Edit edit) throws SQLException {
    boolean update = edit.key() == null && random.nextBoolean();
    String sql =
        update
            ? "UPDATE postpress.linkedin_profile SET headline = ? WHERE account_id = ?"
            : "CALL postpress.edit_own_profile(headline => ?, account_id => ?, request_key => ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      limit(statement);
      statement.setString(1, edit.headline());
      statement.setString(2, edit.account());
      if (!update) {
        statement.setString(3, edit.key());
      }
      statement.execute();
      told.put(edit.thing(), Told.DONE);
    } catch (SQLException failed) {
      told.put(edit.thing(), outcome(failed));
      words.put(edit.thing(), edit + ": " + failed);
    }
  }

  /** What is done is not asked for again without a key: that would be another edit. */
  private void editAgain(Connection connection, Edit edit) throws SQLException {
    Told before = told.get(edit.thing());
    if (edit.key() != null || before != Told.DONE) {
      edit(connection, edit);
      if (before == Told.UNKNOWN && told.get(edit.thing()) != Told.UNKNOWN) {
        throw new AssertionError(edit + " was unknown, and is " + told.get(edit.thing()));
      }
    }
  }

  private void limit(PreparedStatement statement) throws SQLException {
    if (random.nextInt(3) == 0) {
      statement.setQueryTimeout(1);
    }
  }

  /** A statement that failed says something of all its things, not of each. */
  private void forget(List<String> urns, SQLException failed) {
    outcome(failed);
    urns.forEach(urn -> told.remove(COMPANY + " " + urn));
  }

  private Told outcome(SQLException failed) {
    for (SQLException each = failed; each != null; each = each.getNextException()) {
      states.merge(String.valueOf(each.getSQLState()), 1, Integer::sum);
    }
    SQLException first =
        failed instanceof BatchUpdateException && failed.getNextException() != null
            ? failed.getNextException()
            : failed;
    return switch (String.valueOf(first.getSQLState())) {
      case "08007" -> Told.UNKNOWN;
      case "HYT00", "57014" -> Told.UNKNOWN_OR_UNSENT;
      default -> Told.FAILED;
    };
  }

  /** Returns what it was told last of each thing. */
  Map<String, Told> told() {
    return told;
  }

  /** Returns the last failure of a thing, for messages. */
  String words(String thing) {
    return words.getOrDefault(thing, "no failure");
  }

  /** Tells it what a person found out. */
  void tell(String thing, boolean done) {
    told.computeIfPresent(thing, (any, before) -> done ? Told.DONE : Told.FAILED);
  }

  /** Returns how often it saw which SQLSTATE. */
  Map<String, Integer> states() {
    return states;
  }
}
