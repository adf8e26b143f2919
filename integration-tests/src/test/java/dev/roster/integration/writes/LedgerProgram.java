package dev.roster.integration.writes;

import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import dev.roster.ledger.Ledger;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerLocation;
import java.io.IOException;
import java.util.List;

/**
 * A process that does all that is to be done on a ledger, 10 things at a time; what it would send
 * it writes to its output instead, between the claim and the settlement.
 */
final class LedgerProgram {

  static final int THINGS = 1000;

  private static final int GROUP = 10;

  private LedgerProgram() {}

  /** Begins when a byte comes; takes the ledger's location, and whether to open it before. */
  public static void main(String[] args) throws IOException {
    try (LedgerAccess access = new LedgerAccess(LedgerLocation.of(args[0]))) {
      Ledger ledger = access.get();
      if (args[1].equals("open")) {
        ledger.statement("statement");
      }
      System.out.println("ready");
      if (System.in.read() < 0) {
        return;
      }
      List<Entry> planned =
          ledger.plan("statement", false, Things.invitations(THINGS)).stream()
              .filter(entry -> entry.state() == EntryState.PLANNED)
              .toList();
      for (int from = 0; from < planned.size(); from += GROUP) {
        List<Entry> claimed =
            ledger.claim(planned.subList(from, Math.min(from + GROUP, planned.size())));
        claimed.forEach(entry -> System.out.println(entry.target()));
        ledger.settle(claimed.stream().map(Things::confirmed).toList());
      }
    }
  }
}
