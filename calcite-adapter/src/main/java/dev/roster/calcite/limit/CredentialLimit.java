package dev.roster.calcite.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of one credential in this process share: how many are under way, and those that
 * wait for their turn, the oldest first. Connections may allow different numbers; each call obeys
 * its own connection's.
 */
final class CredentialLimit {

  // Kept with the process: a few hundred bytes for each credential that was ever used, and what was
  // sent with it counts on when its connection is closed and another opened.
  private static final Map<CredentialId, CredentialLimit> PROCESS = new ConcurrentHashMap<>();

  private final Deque<Turn<?>> waiting = new ArrayDeque<>();
  private int underWay;

  /** Returns the one limit of a credential. */
  static CredentialLimit of(CredentialId credential) {
    return PROCESS.computeIfAbsent(credential, any -> new CredentialLimit());
  }

  /** Lets a call go, now or when it is its turn. */
  void admit(Turn<?> turn) {
    synchronized (this) {
      waiting.add(turn);
    }
    sendNext();
  }

  /** Notes that a call which had its turn has ended. */
  void ended() {
    synchronized (this) {
      underWay--;
    }
    sendNext();
  }

  private void sendNext() {
    for (Turn<?> next = next(); next != null; next = next()) {
      next.take();
    }
  }

  private synchronized @Nullable Turn<?> next() {
    for (Iterator<Turn<?>> oldestFirst = waiting.iterator(); oldestFirst.hasNext(); ) {
      Turn<?> turn = oldestFirst.next();
      if (underWay < turn.mostUnderWay()) {
        oldestFirst.remove();
        underWay++;
        return turn;
      }
    }
    return null;
  }
}
