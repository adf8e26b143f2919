package dev.roster.calcite.statement;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where a write is on its way out: held back by a sender, so that surely nothing of it has left, or
 * out. Every write of a statement carries one as a tag of its request. Until a sender says that it
 * holds the write back, it counts as out.
 *
 * <p>A statement that ends drops what is held; a sender that lets it go asks here first. So a write
 * is either sent or dropped, whichever comes first, and both sides know which.
 */
public final class Held {

  // The ledger of another machine takes a write for lost ten minutes after it was claimed, and a
  // call may take two: what is not out by then must not go out any more.
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private enum State {
    OUT,
    HELD,
    DROPPED,
    /** Out, and never to be sent again. */
    GONE
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.OUT);
  private final long untilNanos = System.nanoTime() + LONGEST.toNanos();

  /**
   * Says that the write is held back: that it was not sent yet, or that it surely was not done when
   * it was.
   */
  public void hold() {
    state.compareAndSet(State.OUT, State.HELD);
  }

  /** Lets the write go; returns false if it must not be sent any more. */
  public boolean release() {
    return System.nanoTime() - untilNanos < 0 && state.compareAndSet(State.HELD, State.OUT);
  }

  /** Returns the {@link System#nanoTime} after which the write must not be sent any more. */
  public long untilNanos() {
    return untilNanos;
  }

  /** Drops the write for good; returns false if it is out, so that it may have been done. */
  public boolean drop() {
    State before =
        state.getAndUpdate(
            now ->
                switch (now) {
                  case HELD -> State.DROPPED;
                  case OUT -> State.GONE;
                  case DROPPED, GONE -> now;
                });
    return before == State.HELD || before == State.DROPPED;
  }
}
