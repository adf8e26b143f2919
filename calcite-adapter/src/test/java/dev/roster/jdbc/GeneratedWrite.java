package dev.roster.jdbc;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A statement that writes, made at random: the same seed gives the same statements.
 *
 * @param sql the statement, perhaps with placeholders
 * @param values the values of the placeholders in order, the same at each execution, except those
 *     that stand for something new
 * @param things how many things an execution does
 * @param most how many things a request may hold
 * @param isDml whether it is INSERT, UPDATE or DELETE, whose batches are one write
 * @param doneOnce whether a second execution finds all done
 */
record GeneratedWrite(
    String sql, List<Object> values, int things, int most, boolean isDml, boolean doneOnce) {

  /** Stands for a list of people who were not invited before. */
  static final Object PEOPLE = new Object();

  /** Stands for a person who was not invited before. */
  static final Object PERSON = new Object();

  /** Stands for a text that was not used before. */
  static final Object TEXT = new Object();

  /** Stands for an account of Linked API that was not disconnected before. */
  static final Object ACCOUNT = new Object();

  private static final Set<Object> NEW = Set.of(PEOPLE, PERSON, TEXT, ACCOUNT);

  // Stands for a text that no other statement has.
  static final Object KEY = new Object();

  /** How many accounts may be disconnected. */
  static final int ACCOUNTS = 60;

  private static final int A_REQUEST = 50;
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final AtomicLong VICTIMS = new AtomicLong();

  /** Returns the next statement. */
  static GeneratedWrite next(Random random) {
    int people = random.nextInt(10) == 0 ? 1 + random.nextInt(120) : 1 + random.nextInt(3);
    return switch (random.nextInt(8)) {
      case 0 -> insert(random, people);
      case 1 -> updateOrDelete(random);
      default -> call(random, people);
    };
  }

  private static GeneratedWrite call(Random random, int people) {
    WriteParts.Part part = WriteParts.SOURCES.get(random.nextInt(WriteParts.SOURCES.size()));
    boolean isCall = random.nextInt(8) == 0;
    if (isCall) {
      part = part.call();
    }
    String sql =
        part.sql()
            .replace("%d", Integer.toString(1 + random.nextInt(8)))
            .replace("%s", "'" + urns(people) + "'");
    boolean invites = sql.contains("send_follow_invitations");
    boolean doneOnce = part.values().contains(KEY) || (invites && !part.values().contains(PEOPLE));
    Object key = "key " + NUMBERS.incrementAndGet();
    WriteParts.Part statement =
        new WriteParts.Part(
            sql, part.values().stream().map(v -> v == KEY ? key : v).toList(), part.things());
    for (int depth = isCall ? 0 : random.nextInt(3); depth > 0; depth--) {
      statement =
          WriteParts.WRAPPERS.get(random.nextInt(WriteParts.WRAPPERS.size())).around(statement);
    }
    return new GeneratedWrite(
        statement.sql(), statement.values(), invites ? people : 1, A_REQUEST, false, doneOnce);
  }

  private static GeneratedWrite insert(Random random, int people) {
    WriteParts.Part part = WriteParts.INSERTS.get(random.nextInt(WriteParts.INSERTS.size()));
    String rows =
        LongStream.range(0, people)
            .mapToObj(i -> "('105672170', '" + person() + "')")
            .collect(Collectors.joining(", "));
    String into = "INSERT INTO connectsafely.follow_invitations (company_id, profile_urn) ";
    return new GeneratedWrite(
        into + part.sql().replace("%s", rows),
        part.values(),
        part.things() < 0 ? people : part.things(),
        A_REQUEST,
        true,
        !part.values().contains(PERSON));
  }

  private static GeneratedWrite updateOrDelete(Random random) {
    WriteParts.Part part =
        WriteParts.UPDATES_AND_DELETES.get(random.nextInt(WriteParts.UPDATES_AND_DELETES.size()));
    return new GeneratedWrite(part.sql(), part.values(), part.things(), 1, true, false);
  }

  private static String person() {
    return "urn:li:fsd_profile:P" + NUMBERS.incrementAndGet();
  }

  private static String urns(int people) {
    return LongStream.range(0, people)
        .mapToObj(i -> "\"" + person() + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns the values of an execution. */
  List<Object> valuesNow() {
    return values.stream().map(this::valueNow).toList();
  }

  private Object valueNow(Object value) {
    if (value == PEOPLE) {
      return urns(things);
    }
    if (value == PERSON) {
      return person();
    }
    if (value == ACCOUNT) {
      // Those up to 20 are for reading.
      return "acc00000-0000-4000-8000-%012d".formatted(21 + VICTIMS.incrementAndGet() % ACCOUNTS);
    }
    return value == TEXT ? "text " + NUMBERS.incrementAndGet() : value;
  }

  /** Returns how many requests so many executions, or parts of one batch, must send. */
  int requests(int executions, boolean batch) {
    if (executions == 0) {
      return 0;
    }
    if (doneOnce) {
      return requests(things);
    }
    boolean isNew = values.stream().anyMatch(NEW::contains);
    if (batch && isDml) {
      return requests(isNew ? executions * things : things);
    }
    return executions * requests(things);
  }

  private int requests(int ofThings) {
    return (ofThings + most - 1) / most;
  }
}
