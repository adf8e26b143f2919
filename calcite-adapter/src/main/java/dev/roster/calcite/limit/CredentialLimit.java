package dev.roster.calcite.limit;

import dev.roster.bindings.Operation.Rate;
import dev.roster.calcite.statement.WakeUps;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of one credential in this process share: what was sent, the pause that the
 * provider asked for, and those that wait for their turn. The turn goes round among the statements
 * that wait, so that one with many calls does not keep out one with few; each statement's calls go
 * in their order. Connections may allow different numbers; each call obeys its own connection's.
 */
final class CredentialLimit {

  // Kept with the process: some kilobytes at most for each credential that was ever used, and what
  // was sent with it counts on when its connection is closed and another opened.
  private static final Map<CredentialId, CredentialLimit> PROCESS = new ConcurrentHashMap<>();

  // After so long those who may go sooner, as their connections allow more, let it pass.
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SentRequests sent = new SentRequests();
  private final Pause pause = new Pause();
  // By what asks for them: the statement, or the call itself where there is none.
  private final Map<Object, Deque<Turn<?>>> waiting = new LinkedHashMap<>();
  private @Nullable ScheduledFuture<?> wakeUp;

  private record Late(Turn<?> turn, long waitNanos, boolean paused) {}

  /** Returns the one limit of a credential. */
  static CredentialLimit of(CredentialId credential) {
    return PROCESS.computeIfAbsent(credential, any -> new CredentialLimit());
  }

  /** Lets a call go, now or when it is its turn. */
  void admit(Turn<?> turn) {
    synchronized (this) {
      Deque<Turn<?>> turns = waiting.computeIfAbsent(turn.asker(), any -> new ArrayDeque<>());
      if (turn.isRepetition()) {
        turns.addFirst(turn);
      } else {
        turns.addLast(turn);
      }
    }
    goOn();
  }

  /**
   * Notes that a call which had its turn has ended.
   *
   * @param failure null if it succeeded
   */
  void ended(Turn<?> turn, @Nullable Throwable failure) {
    synchronized (this) {
      long now = System.nanoTime();
      sent.ends(now);
      pause.answered(turn.sentNanos(), failure, now);
    }
    goOn();
  }

  /** Notes that a call which had its turn was not sent after all. */
  void notSent() {
    synchronized (this) {
      sent.takesBack();
    }
    goOn();
  }

  /** Sends whatever may be sent, and refuses what could be sent too late only. */
  private void goOn() {
    List<Late> late = new ArrayList<>();
    // Not under the lock: a call that fails at once comes back to end itself.
    for (Turn<?> next = next(late); next != null; next = next(late)) {
      next.take();
    }
    late.forEach(each -> each.turn.refuse(each.waitNanos, each.paused));
  }

  /** Returns the next one that may be sent; if there is none, adds those that come too late. */
  private synchronized @Nullable Turn<?> next(List<Late> late) {
    // Looked at once: for what becomes possible between two looks nobody would set a wake-up.
    long now = System.nanoTime();
    Turn<?> next = next(now);
    if (next == null) {
      late.addAll(late(now));
    }
    return next;
  }

  private @Nullable Turn<?> next(long now) {
    if (pause.end(now) > now) {
      return null;
    }
    for (Iterator<Map.Entry<Object, Deque<Turn<?>>>> round = waiting.entrySet().iterator();
        round.hasNext(); ) {
      Map.Entry<Object, Deque<Turn<?>>> asker = round.next();
      Deque<Turn<?>> turns = asker.getValue();
      turns.removeIf(Turn::isDone);
      Turn<?> first = turns.peek();
      if (first == null) {
        round.remove();
      } else if (mayGo(first, now)) {
        turns.remove();
        round.remove();
        if (!turns.isEmpty()) {
          waiting.put(asker.getKey(), turns);
        }
        sent.begins();
        first.sentAt(now);
        return first;
      } else if (isImpatient(first, now)) {
        return null;
      }
    }
    return null;
  }

  private boolean mayGo(Turn<?> turn, long now) {
    return sent.underWay() < turn.mostUnderWay() && earliest(turn, 0, now) <= now;
  }

  private long earliest(Turn<?> turn, int ahead, long now) {
    Rate rate = turn.rate();
    return rate == null ? now : sent.earliest(rate, ahead, now);
  }

  private boolean isImpatient(Turn<?> turn, long now) {
    Rate rate = turn.rate();
    boolean full = sent.underWay() >= turn.mostUnderWay();
    long window = full || rate == null ? 0 : rate.window().toNanos();
    return now - turn.askedNanos() > PATIENCE_NANOS + window;
  }

  /** Takes out those that would come too late, and sees to it that the others are woken. */
  private List<Late> late(long now) {
    List<Late> late = new ArrayList<>();
    tidy();
    long pauseEnd = pause.end(now);
    long first = Long.MAX_VALUE;
    int ahead = 0;
    for (Turn<?> turn : inOrder()) {
      long at = Math.max(pauseEnd, earliest(turn, ahead, now));
      if (turn.endsBefore(at)) {
        late.add(new Late(turn, at - now, at == pauseEnd));
        Objects.requireNonNull(waiting.get(turn.asker())).remove(turn);
      } else {
        ahead++;
        // One that could go now waits for the end of another call, or behind an impatient one.
        first = at > now ? Math.min(first, at - now) : first;
      }
    }
    if (first < Long.MAX_VALUE) {
      wakeIn(first);
    }
    if (!late.isEmpty()) {
      tidy();
    }
    return late;
  }

  // What has ended while it waited must not be kept until a pause is over, which may be a day.
  private void tidy() {
    waiting
        .values()
        .removeIf(
            turns -> {
              turns.removeIf(Turn::isDone);
              return turns.isEmpty();
            });
  }

  private List<Turn<?>> inOrder() {
    List<Turn<?>> order = new ArrayList<>();
    List<Iterator<Turn<?>>> askers = new ArrayList<>();
    waiting.values().forEach(turns -> askers.add(turns.iterator()));
    while (!askers.isEmpty()) {
      askers.removeIf(turns -> !turns.hasNext());
      askers.forEach(turns -> order.add(turns.next()));
    }
    return order;
  }

  private void wakeIn(long nanos) {
    ScheduledFuture<?> set = wakeUp;
    if (set != null) {
      if (set.getDelay(TimeUnit.NANOSECONDS) <= nanos) {
        return;
      }
      set.cancel(false);
    }
    wakeUp = WakeUps.THREAD.schedule(this::wake, nanos, TimeUnit.NANOSECONDS);
  }

  private void wake() {
    synchronized (this) {
      wakeUp = null;
    }
    goOn();
  }
}
