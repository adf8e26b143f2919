package dev.roster.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What statements wanted done, and what became of it: one entry a thing. An entry is made by {@link
 * #plan}, given to one sender by {@link #claim}, and settled by {@link #settle}; each step is
 * durable when its method returns. Any number of threads and processes may use one ledger: no two
 * are given the same entry to send.
 *
 * <p>An entry that was claimed by a process that is gone becomes UNKNOWN when a method meets it.
 *
 * <p>The methods wait for the ledger even if the calling thread is interrupted, which then stays
 * marked as interrupted: a step is never left half done. They throw {@link LedgerException} if the
 * ledger does not answer, and {@link IllegalArgumentException} if a key is none: it must have 1 to
 * 255 characters, none of them for control.
 */
public interface Ledger {

  /**
   * Finds or makes an entry for each thing, all or none:
   *
   * <ol>
   *   <li>if the user gave the request key, and a thing with this item key was planned with it:
   *       that entry, settled or not;
   *   <li>else, if the thing must not be repeated now (see {@link Repetition}): the entry that
   *       stands in its way. A PLANNED one may be claimed as if it were new;
   *   <li>else a new entry, PLANNED.
   * </ol>
   *
   * <p>Where an account was left out and an earlier answer to the credential has named it, the
   * entry has it.
   *
   * @param requestKey the key of the statement
   * @param given whether the user gave it
   * @return the entries, in the order of the intents
   * @throws KeyReusedException if a key was given that another call had
   */
  List<Entry> plan(String requestKey, boolean given, List<Intent> intents);

  /**
   * Returns what {@link #plan} would find, and writes nothing.
   *
   * @return in the order of the intents; null where plan would make an entry
   * @throws KeyReusedException as plan would
   */
  List<@Nullable Entry> look(String requestKey, boolean given, List<Intent> intents);

  /**
   * Claims entries for sending: turns those that are still PLANNED into SENT.
   *
   * @return those, in the order given, for the caller and nobody else to send; each is to be
   *     settled or given back whatever happens
   */
  List<Entry> claim(List<Entry> entries);

  /**
   * Records what became of entries that this process claimed, all or none. An entry that somebody
   * else marked UNKNOWN meanwhile is settled all the same, unless a person resolved it: then that
   * stands.
   */
  void settle(List<Settlement> settlements);

  /**
   * Gives entries back that this process claimed and surely has not sent, nor will: they are
   * PLANNED again, unless a person resolved one meanwhile.
   */
  void giveBack(List<Entry> entries);

  /**
   * As {@link #settle(List)}, and records, in the same transaction, the account that the answer
   * named as the one of a credential for which none was given. The settled entries get it, and so
   * do those of this credential that are still to be sent or have no account; their hashes change
   * with it. One that is still to be sent, and that another entry with that account stands in the
   * way of, is taken out of the ledger: plan again what is not sent yet.
   */
  void settle(List<Settlement> settlements, String baseUrl, String credential, String accountNamed);

  /** Returns the account that answers to a credential last named; null if none did. */
  @Nullable String defaultAccount(String baseUrl, String credential);

  /** Returns the entries of a statement, in their order; none if the key is not known. */
  List<Entry> statement(String requestKey);

  /**
   * Records a person's decision on entries that are UNKNOWN.
   *
   * @param itemKey which of them; null for all of the statement
   * @param outcome CONFIRMED or FAILED
   * @return those that changed, as they are now
   * @throws IllegalArgumentException if the outcome is another
   */
  List<Entry> resolve(String requestKey, @Nullable String itemKey, EntryState outcome);

  /**
   * Returns entries, oldest first, read in pages as they are asked for; one that is made meanwhile
   * may be among them.
   */
  Iterable<Entry> entries(Selection selection);
}
