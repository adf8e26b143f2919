package dev.roster.calcite.write;

import dev.roster.bindings.ApiCall;
import dev.roster.ledger.Intent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write is: which things it does, how they stand in the ledger, what is sent for them and
 * what an answer says of each.
 *
 * @param <I> what is given for one thing
 * @param <T> the model of the answer to one request
 */
public interface Write<I, T> {

  /** Returns the procedure that does it, with its schema: {@code linkedapi.disconnect}. */
  String procedure();

  /** Returns where its provider is. */
  String baseUrl();

  /**
   * Returns what the ledger is to know of a thing.
   *
   * @param keyGiven whether the user named the statement by a request key
   */
  Intent intent(I item, boolean keyGiven);

  /**
   * Returns the thing that was recorded with these arguments.
   *
   * @param arguments what {@link Intent#arguments} was, as JSON
   */
  I item(String arguments);

  /** Returns how many things a request holds at most. */
  int most();

  /** Returns what things must have in common, besides their account, to share a request. */
  Object group(I item);

  /**
   * Returns the request that does some things of one group.
   *
   * @param account whom it is done by or to, as far as the ledger knows; null if it is nobody, or
   *     the credential's own account and not known yet
   * @param key what names these things, the same at each attempt
   * @throws IllegalArgumentException if an argument breaks a rule
   */
  ApiCall<T> call(List<I> items, @Nullable String account, String key);

  /** Returns what an answer says of each thing of its request, in their order. */
  List<Said> said(List<I> items, T answer);

  /** Returns the account that an answer names, or null if none does. */
  @Nullable String accountNamed(T answer);

  /**
   * Returns whether rows tell of each thing what became of it, so that one that fails is no reason
   * to lose the others; else a failure ends the statement, and is its own.
   */
  boolean tellsInRows();
}
