package dev.roster.ledger;

import static dev.roster.ledger.Things.edit;
import static dev.roster.ledger.Things.invitation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerRulesTest {

  private final LedgerAccess access = new LedgerAccess(LedgerLocation.inMemory());
  private final Ledger ledger = access.get();

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void aNewThingIsPlannedWithAllThatIsKnownOfIt() {
    Entry entry = ledger.plan("k", true, List.of(invitation("urn:li:1", "acc_1"))).get(0);
    assertThat(entry.state()).isEqualTo(EntryState.PLANNED);
    assertThat(entry.target()).isEqualTo("105672170 urn:li:1");
    assertThat(ledger.statement("k")).containsExactly(entry);
  }

  @Test
  void aClaimIsGivenOnceAndSettled() {
    List<Entry> planned = ledger.plan("k", true, List.of(edit("1", "a", Repetition.BY_KEY)));
    List<Entry> claimed = ledger.claim(planned);
    assertThat(claimed).extracting(Entry::state).containsExactly(EntryState.SENT);
    assertThat(ledger.claim(planned)).isEmpty();
    ledger.settle(List.of(Things.confirmed(claimed.get(0))));
    assertThat(ledger.statement("k"))
        .extracting(Entry::state)
        .containsExactly(EntryState.CONFIRMED);
    assertThat(ledger.plan("k", true, List.of(edit("1", "a", Repetition.BY_KEY))))
        .extracting(Entry::answer)
        .containsExactly("{\"ok\":true}");
  }
}
