package dev.roster.integration.writes;

import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerLocation;

/** The rules on H2 in memory, as the sandbox uses it. */
class LedgerInMemoryTest extends LedgerRules {

  @Override
  LedgerAccess empty() {
    return new LedgerAccess(LedgerLocation.inMemory());
  }
}
