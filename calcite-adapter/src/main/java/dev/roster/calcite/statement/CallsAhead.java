package dev.roster.calcite.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/**
 * Items in their order, each with the calls that it needs done. Calls of the next items are under
 * way meanwhile, but never more than a number at once. Where only some rows are wanted, no more
 * items than that are begun at first; if they turn out not to be enough, then one more, two more,
 * four more.
 *
 * @param <T> a key, or a row that a key comes from
 */
public final class CallsAhead<T extends @Nullable Object> implements Enumerator<T> {

  // Done, but behind one that is not. Bounded, for whoever stops reading has paid for them.
  private static final int AHEAD_FOR_EACH_UNDER_WAY = 4;

  // Items that need no call of their own, such as repetitions of a key.
  private static final int MOST_ITEMS_AHEAD = 1000;

  private final Enumerator<T> items;
  private final Function<T, List<CompletableFuture<?>>> start;
  private final StatementCalls calls;
  private final int most;

  private final Deque<Begun<T>> ahead = new ArrayDeque<>();
  private final List<CompletableFuture<?>> underWay = new ArrayList<>();
  private int callsAhead;
  private long allowed;
  private long growth = 1;
  private boolean exhausted;
  private @Nullable Begun<T> current;

  private record Begun<T extends @Nullable Object>(T item, List<CompletableFuture<?>> calls) {
    boolean isDone() {
      return calls.stream().allMatch(CompletableFuture::isDone);
    }
  }

  /**
   * Begins nothing yet.
   *
   * @param start starts the calls of an item that were not started before; what they fail with is
   *     told by whoever reads them
   * @param most how many calls may be under way at once
   * @param wanted how many items are wanted; {@link Long#MAX_VALUE} if all are
   */
  public CallsAhead(
      Enumerator<T> items,
      Function<T, List<CompletableFuture<?>>> start,
      StatementCalls calls,
      int most,
      long wanted) {
    this.items = items;
    this.start = start;
    this.calls = calls;
    this.most = most;
    this.allowed = wanted;
  }

  /** Moves to the next item, and waits until its calls are done, whether they failed or not. */
  @Override
  public boolean moveNext() {
    calls.check();
    current = null;
    begin();
    while (ahead.isEmpty() && !exhausted) {
      allowed += growth;
      growth *= 2;
      begin();
    }
    Begun<T> next = ahead.poll();
    if (next == null) {
      return false;
    }
    while (!next.isDone()) {
      var unused = calls.await(CompletableFuture.anyOf(underWay.toArray(CompletableFuture[]::new)));
      begin();
    }
    callsAhead -= next.calls.size();
    current = next;
    return true;
  }

  private void begin() {
    while (!exhausted && allowed > 0 && hasRoom()) {
      if (!items.moveNext()) {
        exhausted = true;
        return;
      }
      allowed--;
      Begun<T> begun = new Begun<>(items.current(), new ArrayList<>());
      for (CompletableFuture<?> call : start.apply(begun.item)) {
        // What it fails with is not for whoever waits for any of them.
        begun.calls.add(call.handle((answer, failure) -> true));
      }
      ahead.add(begun);
      callsAhead += begun.calls.size();
      underWay.addAll(begun.calls);
    }
  }

  private boolean hasRoom() {
    underWay.removeIf(CompletableFuture::isDone);
    return underWay.size() < most
        && callsAhead < AHEAD_FOR_EACH_UNDER_WAY * most
        && ahead.size() < MOST_ITEMS_AHEAD;
  }

  @Override
  public T current() {
    if (current == null) {
      throw new NoSuchElementException();
    }
    return current.item;
  }

  @Override
  public void reset() {
    throw new UnsupportedOperationException();
  }

  /** Ends the items; calls under way are the statement's, which ends them with itself. */
  @Override
  public void close() {
    exhausted = true;
    ahead.clear();
    items.close();
  }
}
