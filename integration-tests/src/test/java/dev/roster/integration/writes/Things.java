package dev.roster.integration.writes;

import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import dev.roster.ledger.Intent;
import dev.roster.ledger.Repetition;
import dev.roster.ledger.Settlement;
import dev.roster.ledger.Sha256;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Things to do, for tests of the ledger alone. */
final class Things {

  static final String BASE_URL = "https://api.example.com/v1";
  static final String CREDENTIAL = Sha256.of("key of a customer");

  private Things() {}

  /** An invitation; without an account, the credential decides whose it is. */
  static Intent invitation(String urn, @Nullable String account) {
    return new Intent(
        "105672170 " + urn,
        "connectsafely.send_follow_invitations",
        BASE_URL,
        account,
        "105672170 " + urn,
        Sha256.of("105672170", urn),
        "{\"company_id\":\"105672170\",\"urn\":\"" + urn + "\"}",
        Repetition.NEVER,
        account == null ? CREDENTIAL : null);
  }

  static List<Intent> invitations(int count) {
    return IntStream.range(0, count).mapToObj(i -> invitation("urn:li:" + i, "acc_1")).toList();
  }

  static Intent edit(String item, String headline, Repetition repetition) {
    return new Intent(
        item,
        "postpress.edit_own_profile",
        BASE_URL,
        "acc_1",
        null,
        Sha256.of("headline", headline),
        "{\"headline\":\"" + headline + "\"}",
        repetition,
        null);
  }

  static Settlement confirmed(Entry entry) {
    return Settlement.confirmed(entry.id(), "{\"ok\":true}", false, 200);
  }

  static Settlement failed(Entry entry) {
    return new Settlement(
        entry.id(), EntryState.FAILED, null, false, "no such person", "02000", 404);
  }

  static Settlement unknown(Entry entry) {
    return new Settlement(entry.id(), EntryState.UNKNOWN, null, false, "cut", "08007", 0);
  }
}
