package dev.roster.integration.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerException;
import dev.roster.ledger.LedgerLocation;
import dev.roster.ledger.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that do the same work on one ledger, and some that are killed. */
class LedgerProcessesIT {

  private final Path directory;

  LedgerProcessesIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void twoProcessesThatMakeALedgerAtOnceShareItsWork() throws IOException {
    shareTheWork(directory.toString());
  }

  @Test
  void theOtherGoesOnWhereTheOneThatServesTheFileIsKilled() throws IOException {
    goOnAfterAKill(directory.toString(), 0);
  }

  @Test
  void theOneThatServesTheFileGoesOnWhereTheOtherIsKilled() throws IOException {
    goOnAfterAKill(directory.toString(), 1);
  }

  @Test
  void theDriverJarNeedsNothingBesideItForAFile() throws IOException {
    String location = directory.toString();
    try (LedgerProcess one = LedgerProcess.ofDriverJar(location);
        LedgerProcess other = LedgerProcess.ofDriverJar(location);
        LedgerProcess third = LedgerProcess.ofDriverJar(location)) {
      one.begin();
      other.begin();
      List<String> sent = new ArrayList<>(one.sent());
      sent.addAll(other.sent());
      assertThat(sent).doesNotHaveDuplicates().hasSize(LedgerProgram.THINGS);
      third.begin();
      assertThat(third.sent()).isEmpty();
      assertThat(third.status()).isZero();
    }
    // H2 writes names of its classes into the file, and in the jar they are others.
    try (LedgerAccess access = new LedgerAccess(LedgerLocation.of(location))) {
      assertThatExceptionOfType(LedgerException.class)
          .isThrownBy(() -> access.get().statement("statement"))
          .withMessageContaining("by the driver jar, or without it");
    }
  }

  @Test
  void onPostgresqlItIsTheSame() throws IOException {
    assumeTrue(
        PostgresCluster.isInstalled() || "true".equals(System.getenv("CI")),
        "PostgreSQL is not installed here; .ci/run installs it.");
    try (PostgresCluster cluster = PostgresCluster.start()) {
      shareTheWork(cluster.url());
      // With the driver jar, too: there is nothing left to do.
      try (LedgerProcess jar = LedgerProcess.ofDriverJar(cluster.url())) {
        jar.begin();
        assertThat(jar.sent()).isEmpty();
        assertThat(jar.status()).isZero();
      }
    }
    try (PostgresCluster cluster = PostgresCluster.start()) {
      goOnAfterAKill(cluster.url(), 0);
    }
  }

  private static void shareTheWork(String location) throws IOException {
    try (LedgerProcess one = LedgerProcess.toOpen(location);
        LedgerProcess other = LedgerProcess.toOpen(location)) {
      one.begin();
      other.begin();
      List<String> sent = new ArrayList<>(one.sent());
      sent.addAll(other.sent());
      assertThat(one.status()).as("%s", one.sent()).isZero();
      assertThat(other.status()).as("%s", other.sent()).isZero();
      assertThat(sent).doesNotHaveDuplicates().hasSize(LedgerProgram.THINGS);
    }
    assertThat(counts(location))
        .isEqualTo(Map.of(EntryState.CONFIRMED, (long) LedgerProgram.THINGS));
  }

  private static void goOnAfterAKill(String location, int victim) throws IOException {
    try (LedgerProcess first = LedgerProcess.on(location);
        LedgerProcess second = LedgerProcess.on(location)) {
      // Who opened it first has the file, and serves it.
      LedgerProcess killed = victim == 0 ? first : second;
      LedgerProcess survivor = victim == 0 ? second : first;
      // A start, or on a busy machine the other one does all the work before.
      killed.begin();
      killed.awaitSent(20);
      survivor.begin();
      killed.awaitSent(50);
      killed.kill();
      List<String> sent = new ArrayList<>(survivor.sent());
      assertThat(survivor.status()).as("%s", sent).isZero();
      sent.addAll(killed.sent());
      assertThat(sent).doesNotHaveDuplicates();
      recover(location, new HashSet<>(sent));
    }
  }

  // What is left over is done by a third process, but for what was in flight: that is UNKNOWN.
  private static void recover(String location, Set<String> sent) throws IOException {
    try (LedgerProcess third = LedgerProcess.on(location)) {
      third.begin();
      assertThat(third.sent()).doesNotContainAnyElementsOf(sent);
      assertThat(third.status()).isZero();
      sent.addAll(third.sent());
    }
    Map<EntryState, Long> counts = counts(location);
    long unknown = counts.getOrDefault(EntryState.UNKNOWN, 0L);
    assertThat(unknown).isLessThanOrEqualTo(10);
    assertThat(counts.get(EntryState.CONFIRMED)).isEqualTo(LedgerProgram.THINGS - unknown);
    assertThat(counts).doesNotContainKeys(EntryState.SENT, EntryState.PLANNED);
    assertThat((long) sent.size()).isBetween(LedgerProgram.THINGS - unknown, 1000L);
  }

  private static Map<EntryState, Long> counts(String location) {
    Map<EntryState, Long> counts = new TreeMap<>();
    try (LedgerAccess access = new LedgerAccess(LedgerLocation.of(location))) {
      for (Entry entry : access.get().entries(Selection.ALL)) {
        counts.merge(entry.state(), 1L, Long::sum);
      }
    }
    return counts;
  }
}
