package dev.roster.calcite.write;

import dev.roster.calcite.error.SqlStateException;
import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import dev.roster.ledger.Intent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing of an execution, on its way from what was given to what became of it. */
final class Slot<I> {

  private final I item;
  private final Intent intent;
  private final String requestKey;
  // Null in a dry run, where the ledger has none yet.
  private @Nullable Entry entry;
  private @Nullable Result<I> result;

  /** Makes one that is not in the ledger yet. */
  Slot(I item, Intent intent, String requestKey) {
    this.item = item;
    this.intent = intent;
    this.requestKey = requestKey;
  }

  I item() {
    return item;
  }

  Intent intent() {
    return intent;
  }

  void take(@Nullable Entry found) {
    entry = found;
  }

  /** Returns the entry; not in a dry run. */
  Entry entry() {
    return Objects.requireNonNull(entry);
  }

  @Nullable Entry entryIfAny() {
    return entry;
  }

  /** Returns whether it is still to be sent, by whoever claims it first. */
  boolean isPlanned() {
    return entry == null || entry.state() == EntryState.PLANNED;
  }

  /** Returns whether whom it is done by is for the next answer to say. */
  boolean waitsForAccount() {
    return account() == null && intent.credential() != null;
  }

  /** Returns whom it is done by or to, as the ledger knows it. */
  @Nullable String account() {
    return entry == null ? intent.account() : entry.account();
  }

  /** Returns the key of the statement that does it. */
  String requestKey() {
    return entry == null ? requestKey : entry.requestKey();
  }

  String itemKey() {
    return entry == null ? intent.itemKey() : entry.itemKey();
  }

  /** Returns what names it to the provider: the same at each attempt, and no other thing's. */
  String sendKey() {
    String key = requestKey();
    if (!itemKey().equals(ItemKeys.ONLY)) {
      key += "/" + itemKey();
    }
    return entry == null || entry.attempt() == 1 ? key : key + "/" + entry.attempt();
  }

  @Nullable Result<I> result() {
    return result;
  }

  /** Settles what is told of it. */
  void tell(Outcome outcome, @Nullable Answer answer, @Nullable SqlStateException failure) {
    tell(outcome, answer, failure, account(), false);
  }

  /** Settles what is told of it after a request of this statement carried it, or would have. */
  void tellSent(
      Outcome outcome,
      @Nullable Answer answer,
      @Nullable SqlStateException failure,
      @Nullable String accountNamed) {
    tell(outcome, answer, failure, accountNamed == null ? account() : accountNamed, true);
  }

  private void tell(
      Outcome outcome,
      @Nullable Answer answer,
      @Nullable SqlStateException failure,
      @Nullable String account,
      boolean sentNow) {
    result =
        new Result<>(
            item, outcome, requestKey(), itemKey(), account, answer, failure, false, sentNow);
  }
}
