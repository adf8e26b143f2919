package dev.roster.integration.writes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.clients.testing.ReceivedWrite;
import dev.roster.clients.testing.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Programs that invite 1,000 people, killed at random instants and started again with the same
 * statement until they end. Then what is unknown is resolved by a look at the sandbox, and they are
 * started again: at the end everybody was invited exactly once.
 */
final class KillRun {

  private static final List<InvitingProgram.Form> FORMS = List.of(InvitingProgram.Form.values());
  private static final int PEOPLE = 1_000;
  private static final String COMPANY = "105672170";
  // 1,000 people are 20 requests; of a program that says it in small parts, 125.
  private static final Duration LATENCY = Duration.ofMillis(100);
  private static final Duration LATENCY_OF_PARTS = Duration.ofMillis(15);

  private final SandboxProcess sandbox;
  private final String url;
  private final int processes;
  private final Path directory;
  private final Random random;
  private int kills;
  private int killsBefore;
  private int unknown;

  KillRun(SandboxProcess sandbox, String ledger, int processes, Path directory, Random random) {
    this.sandbox = sandbox;
    this.url = sandbox.urlWithCredentials("writes=allow", "irreversible=true", "ledger=" + ledger);
    this.processes = processes;
    this.directory = directory;
    this.random = random;
  }

  /** Invites 1,000 people again and again, until so many programs were killed while they sent. */
  void run(int wanted) throws IOException, InterruptedException, SQLException {
    int rounds = 0;
    for (; kills < wanted; rounds++) {
      round(wanted, "R" + rounds + "-" + random.nextInt(1_000_000));
    }
    System.out.printf(
        "%d programs at once: %d killed while they sent, %d before; %d x %d people invited once,"
            + " %d of them reported as unknown in between%n",
        processes, kills, killsBefore, rounds, PEOPLE, unknown);
  }

  private void round(int wanted, String name)
      throws IOException, InterruptedException, SQLException {
    InvitingProgram.Form form = FORMS.get(random.nextInt(FORMS.size()));
    Path urns = directory.resolve(name);
    Files.write(
        urns,
        IntStream.range(0, PEOPLE).mapToObj(i -> "urn:li:fsd_profile:" + name + "-" + i).toList());
    List<String> arguments =
        List.of(
            url,
            form.name(),
            random.nextBoolean() ? "cs_account_1" : "-",
            COMPANY,
            urns.toAbsolutePath().toString());
    System.out.println(name + ": " + form + " " + arguments.get(2));
    sandbox.reset();
    Duration latency = form == InvitingProgram.Form.CALLS ? LATENCY_OF_PARTS : LATENCY;
    sandbox.fault(
        "followInvitations.send",
        "\"latencyMillis\": " + latency.toMillis() + ", \"count\": 1000000");
    List<List<String>> said =
        runUntilAllEnd(arguments, wanted, form == InvitingProgram.Form.CALLS ? 125 : 20);

    try (DriverOfJar jar = DriverOfJar.load();
        Connection connection = jar.connect(url)) {
      List<LedgerRow> rows = rows(connection, name);
      List<ReceivedWrite> writes = sandbox.writes();
      WriteAudit.check(writes, rows);
      assertThat(rows).as("one entry a person").hasSize(PEOPLE);
      assertThat(states(rows))
          .as("what is left when all programs ended")
          .matches(states -> Set.of("CONFIRMED", "UNKNOWN").containsAll(states.keySet()));
      checkWhatWasSaid(said, rows);

      unknown += Resolver.resolve(connection, writes).size();
      List<String> last = start(arguments).awaitEnd();
      assertThat(last)
          .as("exceptions once all is resolved")
          .noneMatch(line -> line.startsWith("exception"));
      List<LedgerRow> resolved = rows(connection, name);
      WriteAudit.check(sandbox.writes(), resolved);
      assertThat(sandbox.writes().stream().filter(ReceivedWrite::done).map(WriteAudit::thing))
          .as("everybody, once")
          .doesNotHaveDuplicates()
          .hasSize(PEOPLE);
      int requests = sandbox.requests().size();
      start(arguments).awaitEnd();
      assertThat(sandbox.requests()).as("once more sends nothing").hasSize(requests);
    }
  }

  /** Kills and starts again; returns what those said that ended by themselves. */
  private List<List<String>> runUntilAllEnd(List<String> arguments, int wanted, int requests)
      throws IOException, InterruptedException {
    List<List<String>> said = new ArrayList<>();
    List<WriterProcess> alive = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      alive.add(start(arguments));
    }
    while (!alive.isEmpty()) {
      int victim = random.nextInt(alive.size());
      WriterProcess process = alive.get(victim);
      if (kills == wanted || !isStillThere(process, requests)) {
        alive.remove(victim);
        said.add(process.awaitEnd());
      } else if (process.kill()) {
        kills++;
        alive.set(victim, start(arguments));
      } else {
        killsBefore++;
        alive.set(victim, start(arguments));
      }
    }
    return said;
  }

  /**
   * Waits for a random instant: mostly some requests later, before, in or after one; now and then
   * some time later, while it starts perhaps. Returns whether the program is still there then.
   */
  private boolean isStillThere(WriterProcess process, int requests) throws InterruptedException {
    if (random.nextInt(4) == 0) {
      return process.letRun(Duration.ofMillis(random.nextInt(3_000)));
    }
    int instant = sandbox.requests().size() + random.nextInt(requests / 2);
    while (sandbox.requests().size() < instant) {
      if (!process.letRun(Duration.ofMillis(5))) {
        return false;
      }
    }
    return process.letRun(Duration.ofMillis(random.nextInt(2 * (int) LATENCY.toMillis())));
  }

  private WriterProcess start(List<String> arguments) throws IOException {
    return WriterProcess.start(
        InvitingProgram.class, directory.resolve("errors").toFile(), arguments);
  }

  private static List<LedgerRow> rows(Connection connection, String name) throws SQLException {
    return LedgerRow.read(connection, "target LIKE '%:" + name + "-%'");
  }

  private static Map<String, Long> states(List<LedgerRow> rows) {
    return rows.stream().collect(Collectors.groupingBy(LedgerRow::state, Collectors.counting()));
  }

  /** What a program was told, of those that ended, must be what the ledger says. */
  private void checkWhatWasSaid(List<List<String>> said, List<LedgerRow> rows) {
    Map<String, String> states =
        rows.stream()
            .collect(
                Collectors.toMap(
                    row -> row.thing().substring(COMPANY.length() + 1), LedgerRow::state));
    for (List<String> lines : said) {
      Map<String, String> successes = new HashMap<>();
      for (String line : lines) {
        String[] parts = line.split("\t", -1);
        if (parts[0].equals("exception")) {
          assertThat(parts[1]).as(line).isEqualTo("08007");
        } else if (parts[0].equals("row")) {
          successes.put(parts[1], parts[2]);
        }
      }
      successes.forEach(
          (urn, success) -> {
            if (success.equals("true")) {
              assertThat(states.get(urn))
                  .as(urn + " was reported as invited")
                  .isEqualTo("CONFIRMED");
            } else {
              assertThat(success).as(urn).isEqualTo("null");
              // Another program may have had it under way then, and its answer later.
              assertThat(states.get(urn))
                  .as(urn)
                  .isIn(processes == 1 ? List.of("UNKNOWN") : List.of("UNKNOWN", "CONFIRMED"));
            }
          });
    }
  }
}
