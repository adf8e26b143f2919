package dev.roster.integration.writes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules on H2 in a file, and what is special there. */
class LedgerInFileTest extends LedgerRules {

  private final Path directory;

  LedgerInFileTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  LedgerAccess empty() {
    return new LedgerAccess(LedgerLocation.of(directory.toString()));
  }

  @Test
  void nobodyElseMayEnterItsDirectory() throws IOException {
    try (LedgerAccess access = empty()) {
      assertThat(access.get().statement("k")).isEmpty();
      Path files = directory.resolve("h2");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files)))
          .isEqualTo("rwx------");
      assertThat(files.resolve("ledger.mv.db")).exists();
      // Where it is served to other processes: not to other machines.
      assertThat(Files.readString(files.resolve("ledger.lock.db")))
          .containsPattern("server=(localhost|127\\.0\\.0\\.1)\\\\?:\\d+");
    }
  }

  @Test
  void whatIsRecordedIsThereForWhoOpensItNext() {
    try (LedgerAccess access = empty()) {
      access.get().plan("k", true, List.of(Things.invitation("urn:li:1", "acc_1")));
    }
    close();
    try (LedgerAccess access = empty()) {
      assertThat(access.get().statement("k")).hasSize(1);
    }
  }

  @Test
  void driverManagerIsLeftAsItWas() {
    List<String> before = DriverManager.drivers().map(each -> each.getClass().getName()).toList();
    try (LedgerAccess access = empty()) {
      access.get().statement("k");
    }
    assertThat(DriverManager.drivers().map(each -> each.getClass().getName()).toList())
        .isEqualTo(before);
  }
}
