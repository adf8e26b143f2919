package dev.roster.integration.writes;

import static dev.roster.integration.writes.Things.BASE_URL;
import static dev.roster.integration.writes.Things.CREDENTIAL;
import static dev.roster.integration.writes.Things.confirmed;
import static dev.roster.integration.writes.Things.edit;
import static dev.roster.integration.writes.Things.failed;
import static dev.roster.integration.writes.Things.invitation;
import static dev.roster.integration.writes.Things.invitations;
import static dev.roster.integration.writes.Things.unknown;
import static dev.roster.ledger.EntryState.CONFIRMED;
import static dev.roster.ledger.EntryState.FAILED;
import static dev.roster.ledger.EntryState.PLANNED;
import static dev.roster.ledger.EntryState.SENT;
import static dev.roster.ledger.EntryState.UNKNOWN;
import static dev.roster.ledger.Repetition.BY_KEY;
import static dev.roster.ledger.Repetition.WHEN_SETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.ledger.Entry;
import dev.roster.ledger.Intent;
import dev.roster.ledger.KeyReusedException;
import dev.roster.ledger.Ledger;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.Selection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of a ledger, which are the same on every database. */
abstract class LedgerRules {

  private LedgerAccess access;
  private Ledger ledger;

  /** Returns a way to a ledger that is empty. */
  abstract LedgerAccess empty() throws Exception;

  @BeforeEach
  void open() throws Exception {
    access = empty();
    ledger = access.get();
  }

  @AfterEach
  void close() {
    access.close();
  }

  private Entry planned(String key, boolean given, Intent intent) {
    return ledger.plan(key, given, List.of(intent)).get(0);
  }

  private Entry sent(String key, boolean given, Intent intent) {
    return ledger.claim(List.of(planned(key, given, intent))).get(0);
  }

  private Entry only(String key) {
    List<Entry> entries = ledger.statement(key);
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  @Test
  void aNewThingIsPlannedWithAllThatIsKnownOfIt() {
    Intent intent = invitation("urn:li:1", "acc_1");
    Entry entry = planned("k", true, intent);
    assertThat(entry.requestKey()).isEqualTo("k");
    assertThat(entry.itemKey()).isEqualTo("105672170 urn:li:1");
    assertThat(entry.attempt()).isEqualTo(1);
    assertThat(entry.procedure()).isEqualTo("connectsafely.send_follow_invitations");
    assertThat(entry.baseUrl()).isEqualTo(BASE_URL);
    assertThat(entry.account()).isEqualTo("acc_1");
    assertThat(entry.target()).isEqualTo("105672170 urn:li:1");
    assertThat(entry.hash()).isEqualTo(intent.hash()).matches("[0-9a-f]{64}");
    assertThat(entry.arguments()).isEqualTo(intent.arguments());
    assertThat(entry.state()).isEqualTo(PLANNED);
    assertThat(entry.sentAt()).isNull();
    assertThat(entry.sender()).isNull();
    assertThat(only("k")).isEqualTo(entry);
  }

  @Test
  void aThingIsClaimedOnceAndSettledWithItsAnswer() {
    Entry entry = planned("k", true, edit("1", "a", BY_KEY));
    Entry claimed = ledger.claim(List.of(entry)).get(0);
    assertThat(claimed.state()).isEqualTo(SENT);
    assertThat(claimed.sentAt()).isAfterOrEqualTo(entry.plannedAt());
    assertThat(claimed.sender()).startsWith("process " + ProcessHandle.current().pid() + " on ");
    assertThat(ledger.claim(List.of(entry))).isEmpty();
    ledger.settle(List.of(confirmed(claimed)));
    Entry settled = only("k");
    assertThat(settled.state()).isEqualTo(CONFIRMED);
    assertThat(settled.answer()).isEqualTo("{\"ok\":true}");
    assertThat(settled.httpStatus()).isEqualTo(200);
    assertThat(settled.settledAt()).isAfterOrEqualTo(claimed.sentAt());
    assertThat(ledger.claim(List.of(settled))).isEmpty();
  }

  @Test
  void aClaimThatIsGivenBackIsPlannedAgainForWhoeverComesNext() {
    for (Intent thing : List.of(invitation("urn:li:1", "acc_1"), edit("1", "a", BY_KEY))) {
      Entry planned = planned("k" + thing.itemKey(), true, thing);
      ledger.giveBack(ledger.claim(List.of(planned)));
      assertThat(only(planned.requestKey())).isEqualTo(planned);
      Entry again = ledger.claim(List.of(planned)).get(0);
      assertThat(again.state()).isEqualTo(SENT);
      ledger.settle(List.of(confirmed(again)));
      // What is settled is not given back.
      ledger.giveBack(List.of(again));
      assertThat(only(planned.requestKey()).state()).isEqualTo(CONFIRMED);
    }
  }

  @Test
  void aPersonsDecisionStandsAgainstAClaimThatIsGivenBack() {
    Entry entry = sent("k", false, invitation("urn:li:1", "acc_1"));
    ledger.settle(List.of(unknown(entry)));
    ledger.resolve("k", null, CONFIRMED);
    ledger.giveBack(List.of(entry));
    assertThat(only("k").state()).isEqualTo(CONFIRMED);
  }

  @Test
  void aGivenKeyAnswersWithWhatItRecordedEvenAFailure() {
    ledger.settle(List.of(failed(sent("k", true, edit("1", "a", BY_KEY)))));
    Entry replayed = planned("k", true, edit("1", "a", BY_KEY));
    assertThat(replayed.state()).isEqualTo(FAILED);
    assertThat(replayed.error()).isEqualTo("no such person");
    assertThat(replayed.sqlState()).isEqualTo("02000");
    assertThat(planned("other", true, edit("1", "a", BY_KEY)).state()).isEqualTo(PLANNED);
  }

  @Test
  void aKeyOfAnotherCallIsRefusedAndNothingPlanned() {
    planned("k", true, edit("1", "a", BY_KEY));
    assertThatExceptionOfType(KeyReusedException.class)
        .isThrownBy(
            () -> ledger.plan("k", true, List.of(edit("0", "a", BY_KEY), edit("1", "b", BY_KEY))))
        .withMessageStartingWith(
            "request_key 'k' was used for another call, of postpress.edit_own_profile with other"
                + " arguments.");
    assertThat(only("k").itemKey()).isEqualTo("1");
  }

  @Test
  void aPersonIsInvitedOnceWhateverTheKey() {
    Entry first = sent("a", true, invitation("urn:li:1", "acc_1"));
    assertThat(planned("b", true, invitation("urn:li:1", "acc_1")).id()).isEqualTo(first.id());
    ledger.settle(List.of(confirmed(first)));
    assertThat(planned("c", false, invitation("urn:li:1", "acc_1")).state()).isEqualTo(CONFIRMED);
    assertThat(planned("c", false, invitation("urn:li:1", "acc_2")).state()).isEqualTo(PLANNED);
    assertThat(planned("c", false, invitation("urn:li:2", "acc_1")).state()).isEqualTo(PLANNED);
  }

  @Test
  void anInvitationThatFailedIsTriedAgainAsANewEntry() {
    ledger.settle(List.of(failed(sent("k", false, invitation("urn:li:1", "acc_1")))));
    Entry again = planned("k", false, invitation("urn:li:1", "acc_1"));
    assertThat(again.state()).isEqualTo(PLANNED);
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(ledger.statement("k")).extracting(Entry::state).containsExactly(FAILED, PLANNED);
    // Whoever now gives that key is answered with the latest attempt.
    assertThat(planned("k", true, invitation("urn:li:1", "acc_1"))).isEqualTo(again);
  }

  @Test
  void anEqualWriteWithoutAKeyMeetsTheOneThatIsOpen() {
    Entry first = planned("a", false, edit("1", "x", WHEN_SETTLED));
    assertThat(planned("b", false, edit("1", "x", WHEN_SETTLED))).isEqualTo(first);
    Entry claimed = ledger.claim(List.of(first)).get(0);
    assertThat(planned("c", false, edit("1", "x", WHEN_SETTLED)).state()).isEqualTo(SENT);
    ledger.settle(List.of(unknown(claimed)));
    Entry open = planned("d", false, edit("1", "x", WHEN_SETTLED));
    assertThat(open.state()).isEqualTo(UNKNOWN);
    assertThat(open.requestKey()).isEqualTo("a");
    assertThat(open.sqlState()).isEqualTo("08007");
    ledger.resolve("a", null, CONFIRMED);
    assertThat(planned("e", false, edit("1", "x", WHEN_SETTLED)).requestKey()).isEqualTo("e");
  }

  @Test
  void anOpenWriteWithAKeyStandsInTheWayOfOneWithout() {
    Entry waiting = planned("a", true, edit("1", "x", BY_KEY));
    ledger.settle(List.of(unknown(sent("b", true, edit("1", "x", BY_KEY)))));
    assertThat(planned("c", false, edit("1", "x", WHEN_SETTLED)).requestKey()).isEqualTo("b");
    ledger.resolve("b", null, FAILED);
    assertThat(planned("c", false, edit("1", "x", WHEN_SETTLED))).isEqualTo(waiting);
  }

  @Test
  void lookingFindsWhatPlanningWouldAndWritesNothing() {
    Entry first = sent("a", false, invitation("urn:li:1", "acc_1"));
    assertThat(
            ledger.look(
                "b",
                false,
                List.of(invitation("urn:li:2", "acc_1"), invitation("urn:li:1", "acc_1"))))
        .containsExactly(null, first);
    assertThat(ledger.statement("b")).isEmpty();
    assertThatExceptionOfType(KeyReusedException.class)
        .isThrownBy(
            () ->
                ledger.look(
                    "a",
                    true,
                    List.of(
                        new Intent(
                            first.itemKey(), "x", BASE_URL, null, null, "", null, BY_KEY, null))));
  }

  @Test
  void manyThingsComeBackInTheirOrderAndEqualOnesShareAnEntry() {
    List<Intent> wanted = new ArrayList<>(invitations(2500));
    wanted.add(7, wanted.get(2000));
    List<Entry> entries = ledger.plan("k", false, wanted);
    assertThat(entries)
        .extracting(Entry::hash)
        .isEqualTo(wanted.stream().map(Intent::hash).toList());
    assertThat(entries.get(7)).isEqualTo(entries.get(2001));
    assertThat(ledger.claim(entries)).hasSize(2500);
    assertThat(ledger.entries(Selection.ALL))
        .hasSize(2500)
        .extracting(Entry::state)
        .containsOnly(SENT);
    assertThat(ledger.entries(new Selection("k", "postpress.x"))).isEmpty();
    assertThat(ledger.entries(new Selection(null, entries.get(0).procedure()))).hasSize(2500);
  }

  @Test
  void aPersonsDecisionStandsAgainstAnAnswerThatCameLate() {
    Entry entry = sent("k", false, invitation("urn:li:1", "acc_1"));
    ledger.settle(List.of(unknown(entry)));
    assertThat(ledger.resolve("k", "105672170 urn:li:2", FAILED)).isEmpty();
    assertThat(ledger.resolve("k", entry.itemKey(), FAILED))
        .extracting(Entry::state, Entry::resolved)
        .containsExactly(tuple(FAILED, true));
    ledger.settle(List.of(confirmed(entry)));
    assertThat(only("k").state()).isEqualTo(FAILED);
    assertThat(ledger.resolve("k", null, CONFIRMED)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> ledger.resolve("k", null, UNKNOWN));
  }

  @Test
  void anEntryMarkedUnknownIsSettledByItsSendersLateAnswer() {
    Entry entry = sent("k", false, invitation("urn:li:1", "acc_1"));
    ledger.settle(List.of(unknown(entry)));
    ledger.settle(List.of(confirmed(entry)));
    assertThat(only("k").state()).isEqualTo(CONFIRMED);
  }

  @Test
  void theAccountThatAnAnswerNamesIsGivenToThoseThatWaitForIt() {
    List<Entry> waiting =
        ledger.plan(
            "k", false, List.of(invitation("urn:li:1", null), invitation("urn:li:2", null)));
    Entry given = planned("k2", false, invitation("urn:li:3", "acc_9"));
    assertThat(waiting).extracting(Entry::account).containsExactly(null, null);
    assertThat(ledger.defaultAccount(BASE_URL, CREDENTIAL)).isNull();
    Entry first = ledger.claim(waiting.subList(0, 1)).get(0);
    ledger.settle(List.of(confirmed(first)), BASE_URL, CREDENTIAL, "acc_1");
    assertThat(ledger.defaultAccount(BASE_URL, CREDENTIAL)).isEqualTo("acc_1");
    assertThat(ledger.statement("k"))
        .extracting(Entry::account, Entry::hash, Entry::state)
        .containsExactly(
            tuple("acc_1", invitation("urn:li:1", "acc_1").hash(), CONFIRMED),
            tuple("acc_1", invitation("urn:li:2", "acc_1").hash(), PLANNED));
    assertThat(only("k2")).isEqualTo(given);
    // With the account or without it, it is the same thing now.
    assertThat(planned("x", false, invitation("urn:li:1", "acc_1")).state()).isEqualTo(CONFIRMED);
    assertThat(planned("x", false, invitation("urn:li:1", null)).state()).isEqualTo(CONFIRMED);
    assertThat(planned("x", false, invitation("urn:li:4", null)).account()).isEqualTo("acc_1");
  }

  @Test
  void aWaitingThingThatTurnsOutToBeDoneIsNotSent() {
    ledger.settle(List.of(confirmed(sent("a", false, invitation("urn:li:2", "acc_1")))));
    List<Intent> wanted = List.of(invitation("urn:li:1", null), invitation("urn:li:2", null));
    List<Entry> waiting = ledger.plan("k", true, wanted);
    Entry first = ledger.claim(waiting.subList(0, 1)).get(0);
    ledger.settle(List.of(confirmed(first)), BASE_URL, CREDENTIAL, "acc_1");
    assertThat(ledger.claim(waiting)).isEmpty();
    assertThat(ledger.plan("k", true, wanted))
        .extracting(Entry::requestKey, Entry::state)
        .containsExactly(tuple("k", CONFIRMED), tuple("a", CONFIRMED));
  }

  @Test
  void anotherAccountNamedLaterTakesWhatIsNotSentYet() {
    ledger.settle(
        List.of(confirmed(sent("a", false, invitation("urn:li:1", null)))),
        BASE_URL,
        CREDENTIAL,
        "acc_1");
    Entry open = planned("b", false, invitation("urn:li:2", null));
    assertThat(open.account()).isEqualTo("acc_1");
    Entry next = sent("c", false, invitation("urn:li:3", null));
    ledger.settle(List.of(confirmed(next)), BASE_URL, CREDENTIAL, "acc_2");
    assertThat(only("a").account()).isEqualTo("acc_1");
    assertThat(only("b").account()).isEqualTo("acc_2");
    assertThat(only("c").account()).isEqualTo("acc_2");
    assertThat(planned("d", false, invitation("urn:li:1", null)).state()).isEqualTo(PLANNED);
  }

  @Test
  void anInterruptHarmsNoStepAndIsKept() {
    Entry entry = planned("k", true, edit("1", "a", BY_KEY));
    Thread.currentThread().interrupt();
    List<Entry> claimed = ledger.claim(List.of(entry));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(claimed).hasSize(1);
    ledger.settle(List.of(confirmed(claimed.get(0))));
    assertThat(only("k").state()).isEqualTo(CONFIRMED);
  }

  @Test
  void textsAreKeptAsTheyAreWhateverIsInThem() {
    Intent intent =
        new Intent(
            "ключ 'x' %",
            "p",
            BASE_URL,
            "ä\"'\\",
            "\0",
            "c",
            "{\"a\":\"" + "é".repeat(500_000) + "\"}",
            BY_KEY,
            null);
    Entry entry = planned("schlüssel", true, intent);
    assertThat(entry.itemKey()).isEqualTo("ключ 'x' %");
    assertThat(entry.account()).isEqualTo("ä\"'\\");
    assertThat(entry.target()).isEqualTo("\uFFFD");
    assertThat(entry.arguments()).hasSize(500_008).isEqualTo(intent.arguments());
  }

  @Test
  void whatIsNoKeyIsRefused() {
    List<Intent> things = List.of(edit("1", "a", BY_KEY));
    for (String key : List.of("", " ", "a\nb", "k".repeat(256))) {
      assertThatIllegalArgumentException().isThrownBy(() -> ledger.plan(key, true, things));
      assertThatIllegalArgumentException().isThrownBy(() -> edit(key, "a", BY_KEY));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ledger.plan("k", true, List.of(edit("1", "a", BY_KEY), edit("1", "b", BY_KEY))));
  }
}
