package dev.roster.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The things that the providers were asked to do, as {@link RequestLog} keeps the requests. */
final class WriteLog {

  private static final int CAPACITY = 1_000_000;

  private final Deque<ReceivedWrite> writes = new ArrayDeque<>();

  synchronized void add(Instant time, Operation operation, int status, List<Thing> things) {
    for (Thing thing : things) {
      if (writes.size() == CAPACITY) {
        writes.removeFirst();
      }
      writes.add(
          new ReceivedWrite(
              time, operation.name(), thing.account(), thing.target(), thing.done(), status));
    }
  }

  synchronized List<ReceivedWrite> all() {
    return List.copyOf(writes);
  }

  synchronized void clear() {
    writes.clear();
  }
}
