package dev.roster.integration.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.clients.testing.SandboxProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is invited twice by programs that are killed. */
class KilledProgramsIT {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  @Test
  void aKilledProgramInvitesEverybodyOnce(@TempDir Path directory) throws Exception {
    kill(directory, "one program, H2", directory.resolve("ledger").toString(), 1, Effort.of(4, 50));
  }

  @Test
  void twoProgramsOnOneFileInviteEverybodyOnce(@TempDir Path directory) throws Exception {
    kill(
        directory, "two programs, H2", directory.resolve("ledger").toString(), 2, Effort.of(3, 50));
  }

  @Test
  void twoProgramsOnOnePostgresDatabaseInviteEverybodyOnce(@TempDir Path directory)
      throws Exception {
    boolean installed = PostgresCluster.isInstalled();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("PostgreSQL is installed").isTrue();
    }
    assumeTrue(installed, "PostgreSQL is not installed: apt-get install postgresql");
    try (PostgresCluster postgres = PostgresCluster.start()) {
      kill(directory, "two programs, PostgreSQL", postgres.url(), 2, Effort.of(3, 50));
    }
  }

  private static void kill(Path directory, String what, String ledger, int processes, int kills)
      throws Exception {
    new KillRun(SANDBOX, ledger, processes, directory, Effort.random(what)).run(kills);
  }
}
