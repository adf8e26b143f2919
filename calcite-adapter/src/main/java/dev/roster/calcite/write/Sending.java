package dev.roster.calcite.write;

import dev.roster.bindings.ApiException;
import dev.roster.calcite.error.AnswerState;
import dev.roster.calcite.error.CallFailures;
import dev.roster.calcite.error.ErrorMapping;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.statement.NotSentException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.ledger.Entry;
import dev.roster.ledger.EntryState;
import dev.roster.ledger.Ledger;
import dev.roster.ledger.LedgerException;
import dev.roster.ledger.Repetition;
import dev.roster.ledger.Settlement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is planned, one request after the other: each is claimed in the ledger before its
 * first byte leaves, and settled there before the next one. A request that fails ends its own
 * things only, unless the provider does not accept the credential or a right is missing: then the
 * rest would fail alike, and stays planned.
 */
final class Sending<I, T> {

  private static final int MOST_ERROR_CHARACTERS = 2000;

  private final String where;
  private final Write<I, T> write;
  private final Ledger ledger;
  private final StatementCalls calls;
  private final WriteRun.Planner<I> planner;
  private final WriteRun.Planner<I> look;

  private Deque<List<Slot<I>>> left = new ArrayDeque<>();
  private int sent;
  private int answered;
  private @Nullable SqlStateException first;
  // Why nothing more is sent, once that is so.
  private @Nullable SqlStateException end;

  Sending(
      String where,
      Write<I, T> write,
      Ledger ledger,
      StatementCalls calls,
      WriteRun.Planner<I> planner,
      WriteRun.Planner<I> look) {
    this.where = where;
    this.write = write;
    this.ledger = ledger;
    this.calls = calls;
    this.planner = planner;
    this.look = look;
  }

  Requests send(List<Slot<I>> slots) {
    left = Groups.of(write, slots);
    if (!left.isEmpty()) {
      requireCalls(left.size(), left.element().get(0));
    }
    while (!left.isEmpty() && end == null) {
      List<Slot<I>> group = left.remove();
      List<Slot<I>> claimed = claim(group);
      if (end == null && !claimed.isEmpty()) {
        sent++;
        if (sendOne(claimed)) {
          planAgain();
        }
      }
    }
    SqlStateException why = end;
    if (why != null) {
      untold(left).forEach(slot -> slot.tell(Outcome.UNSENT, null, Done.unsent(why)));
    }
    tellLost(slots);
    return new Requests(sent + left.size(), answered, first, why, List.of());
  }

  // All or none: what is refused here stays planned.
  private void requireCalls(int all, Slot<I> first) {
    try {
      calls.require(all);
    } catch (SqlStateException refused) {
      throw Ended.before(where, refused, 0, all, first);
    }
  }

  // What waited for its account may have been done by that account before.
  private void planAgain() {
    List<Slot<I>> rest = untold(left);
    if (rest.stream().anyMatch(Slot::waitsForAccount)) {
      try {
        planner.plan(rest);
        left = Groups.of(write, rest);
      } catch (SqlStateException broken) {
        // What was sent is told all the same.
        ends(broken);
      }
    }
  }

  private static <I> List<Slot<I>> untold(Collection<List<Slot<I>>> groups) {
    return groups.stream().flatMap(List::stream).toList();
  }

  /** Claims the things of one request; returns those that nobody else has claimed. */
  private List<Slot<I>> claim(List<Slot<I>> group) {
    try {
      calls.check();
    } catch (SqlStateException ended) {
      throw Ended.before(where, ended, answered, sent + left.size() + 1, group.get(0));
    }
    Map<Long, Slot<I>> byEntry = new HashMap<>();
    group.forEach(slot -> byEntry.put(slot.entry().id(), slot));
    try {
      List<Slot<I>> claimed = new ArrayList<>();
      for (Entry entry : ledger.claim(group.stream().map(Slot::entry).toList())) {
        Slot<I> slot = Objects.requireNonNull(byEntry.get(entry.id()));
        slot.take(entry);
        claimed.add(slot);
      }
      return claimed;
    } catch (LedgerException broken) {
      SqlStateException failure = WriteRun.broken(where, broken);
      if (sent == 0) {
        throw failure;
      }
      ends(
          new SqlStateException(
              failure.state(),
              where
                  + ": nothing more was sent, as it could not be recorded. "
                  + broken.getMessage(),
              0,
              broken));
      left.addFirst(group);
      return List.of();
    }
  }

  private void ends(SqlStateException failure) {
    end = failure;
    first = first == null ? failure : first;
  }

  /** Sends one request; returns whether its answer named the account that was left out. */
  private boolean sendOne(List<Slot<I>> slots) {
    List<I> items = slots.stream().map(Slot::item).toList();
    Slot<I> any = slots.get(0);
    List<Said> said;
    String accountNamed;
    try {
      T answer = calls.write(Groups.call(write, slots), where);
      said = write.said(items, answer);
      accountNamed = write.accountNamed(answer);
    } catch (NotSentException ended) {
      giveBack(slots);
      throw Ended.inFlight(where, ended, answered, sent + left.size(), any);
    } catch (SqlStateException ended) {
      // Only where the request may have left it is one of the unknown.
      boolean mayHaveLeft = ended.state() == SqlState.OUTCOME_UNKNOWN;
      settle(slots, mayHaveLeft ? EntryState.UNKNOWN : EntryState.FAILED, ended);
      throw Ended.inFlight(where, ended, answered, sent + left.size(), any);
    } catch (RuntimeException thrown) {
      failed(slots, thrown);
      return false;
    } catch (Error broken) {
      settle(
          slots,
          EntryState.UNKNOWN,
          new SqlStateException(SqlState.INTERNAL, where + ": " + broken));
      throw broken;
    }
    answered++;
    return answered(slots, said, accountNamed);
  }

  private boolean answered(List<Slot<I>> slots, List<Said> said, @Nullable String accountNamed) {
    List<Settlement> settlements = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot<I> slot = slots.get(i);
      Said one = said.get(i);
      EntryState state = one.state().state();
      SqlStateException failure = failure(slot, one);
      String error =
          failure == null ? null : one.error() == null ? failure.getMessage() : one.error();
      Answer answer = one.answer();
      settlements.add(
          new Settlement(
              slot.entry().id(),
              state,
              answer == null ? null : answer.json(),
              answer != null && answer.secretLeftOut(),
              cut(error),
              failure == null ? null : failure.state().code(),
              200));
      slot.tellSent(
          switch (state) {
            case CONFIRMED -> Outcome.CONFIRMED;
            case FAILED -> Outcome.FAILED;
            default -> Outcome.UNKNOWN;
          },
          answer,
          failure,
          accountNamed);
    }
    boolean names = accountNamed != null && slots.get(0).waitsForAccount();
    settle(settlements, names ? slots.get(0) : null, accountNamed);
    return names;
  }

  private @Nullable SqlStateException failure(Slot<I> slot, Said said) {
    return switch (said.state()) {
      case SUCCESS -> null;
      case PASSED_OVER ->
          new SqlStateException(
              SqlState.OUTCOME_UNKNOWN,
              where
                  + ": the answer has no result for "
                  + slot.itemKey()
                  + ", so nobody knows whether it took effect. "
                  + EntryFailures.toResolve(slot.requestKey()),
              200,
              null);
      default ->
          new SqlStateException(
              SqlState.INVALID_ARGUMENT,
              where + ": " + slot.itemKey() + " failed: " + said.error(),
              200,
              null);
    };
  }

  private void failed(List<Slot<I>> slots, RuntimeException thrown) {
    EntryState state = AnswerState.of(thrown).state();
    for (Slot<I> slot : slots) {
      SqlStateException failure = failure(slot, thrown, state);
      slot.tellSent(
          state == EntryState.UNKNOWN ? Outcome.UNKNOWN : Outcome.REFUSED, null, failure, null);
      first = first == null ? failure : first;
    }
    settle(slots, state, failure(slots.get(0), thrown, EntryState.FAILED));
    // What nobody has foreseen may happen to each, and must not hide what is done.
    boolean foreseen = CallFailures.of(where, thrown) instanceof SqlStateException;
    if (!foreseen || endsAll(thrown) || !write.tellsInRows()) {
      end = end == null ? first : end;
    }
  }

  private SqlStateException failure(Slot<I> slot, RuntimeException thrown, EntryState state) {
    RuntimeException failure = CallFailures.of(where, thrown);
    SqlStateException known =
        failure instanceof SqlStateException told
            ? told
            : new SqlStateException(SqlState.OUTCOME_UNKNOWN, where + ": " + thrown, 0, thrown);
    return state == EntryState.UNKNOWN
        ? new SqlStateException(
            known.state(),
            known.getMessage()
                + " It is recorded as request_key '"
                + slot.requestKey()
                + "'. "
                + EntryFailures.toResolve(slot.requestKey()),
            known.vendorCode(),
            thrown)
        : known;
  }

  // What is wrong with one account says nothing of the next one.
  private static boolean endsAll(RuntimeException thrown) {
    return thrown instanceof ApiException answer
        && (answer.status() == 401 || answer.status() == 403)
        && ErrorMapping.of(answer) != ErrorMapping.ACCOUNT;
  }

  private void settle(List<Slot<I>> slots, EntryState state, SqlStateException why) {
    List<Settlement> settlements = new ArrayList<>();
    for (Slot<I> slot : slots) {
      settlements.add(
          new Settlement(
              slot.entry().id(),
              state,
              null,
              false,
              cut(why.getMessage()),
              why.state().code(),
              why.vendorCode()));
    }
    settle(settlements, null, null);
  }

  // Whoever runs the statement next sends it. If it cannot be given back, it will be UNKNOWN there,
  // which is not true and does no harm.
  private void giveBack(List<Slot<I>> slots) {
    try {
      ledger.giveBack(slots.stream().map(Slot::entry).toList());
    } catch (LedgerException broken) {
      calls.warn(
          where
              + ": a request was not sent, but the ledger will call it UNKNOWN, as that could not"
              + " be recorded. "
              + broken.getMessage(),
          0);
    }
  }

  // What was sent is told whether or not it could be recorded; more is not sent then.
  private void settle(
      List<Settlement> settlements, @Nullable Slot<I> waited, @Nullable String accountNamed) {
    try {
      if (waited != null && accountNamed != null) {
        ledger.settle(
            settlements,
            waited.intent().baseUrl(),
            Objects.requireNonNull(waited.intent().credential()),
            accountNamed);
      } else {
        ledger.settle(settlements);
      }
    } catch (LedgerException broken) {
      String message =
          where
              + ": what became of the last request could not be recorded, so the ledger will call"
              + " it UNKNOWN, and nothing more was sent. "
              + broken.getMessage();
      calls.warn(message, 0);
      end = new SqlStateException(SqlState.NOT_CONNECTED, message, 0, broken);
    }
  }

  private static @Nullable String cut(@Nullable String error) {
    return error == null || error.length() <= MOST_ERROR_CHARACTERS
        ? error
        : error.substring(0, MOST_ERROR_CHARACTERS) + "…";
  }

  // What has no result was claimed by somebody else meanwhile, who may have settled it.
  private void tellLost(List<Slot<I>> slots) {
    List<Slot<I>> lost =
        Groups.planned(slots).stream().filter(slot -> slot.result() == null).toList();
    if (lost.isEmpty()) {
      return;
    }
    try {
      look.plan(lost);
      // What is no more, or stays planned: an equal one of another account stands in the way.
      List<Slot<I>> rest =
          lost.stream()
              .filter(slot -> slot.result() == null)
              .filter(slot -> slot.intent().repetition() == Repetition.NEVER)
              .toList();
      if (!rest.isEmpty()) {
        planner.plan(rest);
      }
    } catch (SqlStateException broken) {
      if (sent == 0) {
        throw broken;
      }
      calls.warn(String.valueOf(broken.getMessage()), 0);
    }
    for (Slot<I> slot : lost) {
      if (slot.result() == null) {
        slot.tell(Outcome.BEING_SENT, null, EntryFailures.inTheWay(where, slot.entry()));
      }
    }
  }
}
