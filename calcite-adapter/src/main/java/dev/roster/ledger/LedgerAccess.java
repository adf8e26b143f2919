package dev.roster.ledger;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection's way to its ledger. The ledger is opened at the first use, shared by all of the
 * process that name the same location, and closed with the last of them.
 */
public final class LedgerAccess implements AutoCloseable {

  private static final Map<String, Shared> OPEN = new HashMap<>();

  private final LedgerLocation location;
  private @Nullable Shared shared;
  private boolean closed;

  /** Makes a way to the ledger at a location, and opens nothing. */
  public LedgerAccess(LedgerLocation location) {
    this.location = location;
  }

  /** Returns whether nothing is to be recorded ({@code ledger=none}). */
  public boolean off() {
    return location.isNone();
  }

  /**
   * Returns the ledger; opens it if this process has not. With {@code ledger=none}, a new one each
   * time that forgets everything with its last reference: a statement asks once.
   *
   * @throws LedgerException if this access is closed; what keeps the ledger from being opened is
   *     thrown by its methods
   */
  public synchronized Ledger get() {
    if (closed) {
      throw new LedgerException("ledger " + location + ": the connection is closed.", null);
    }
    if (off()) {
      return new Unrecorded();
    }
    Shared use = shared;
    if (use == null) {
      use = acquire(location);
      shared = use;
    }
    return use.ledger;
  }

  /** Gives the ledger back; the last to do so closes it. */
  @Override
  public synchronized void close() {
    closed = true;
    Shared use = shared;
    shared = null;
    if (use != null) {
      release(location, use);
    }
  }

  private static Shared acquire(LedgerLocation location) {
    synchronized (OPEN) {
      Shared found =
          OPEN.computeIfAbsent(location.url(), url -> new Shared(new JdbcLedger(location)));
      found.users++;
      return found;
    }
  }

  private static void release(LedgerLocation location, Shared use) {
    synchronized (OPEN) {
      use.users--;
      if (use.users == 0) {
        OPEN.remove(location.url());
        // Within the lock: who opens it next must find it closed.
        use.ledger.close();
      }
    }
  }

  /** Shows where the ledger is, without a password. */
  @Override
  public String toString() {
    return "ledger " + location;
  }

  /** A ledger with the number of those who use it. */
  private static final class Shared {

    private final JdbcLedger ledger;
    private int users;

    Shared(JdbcLedger ledger) {
      this.ledger = ledger;
    }
  }
}
