package dev.roster.sandbox;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The requests that the providers received, oldest first. A very long run forgets the oldest ones.
 */
final class RequestLog {

  private static final int CAPACITY = 1_000_000;

  private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

  synchronized void add(
      InstantSource clock, String operation, String method, String path, int status) {
    if (requests.size() == CAPACITY) {
      requests.removeFirst();
    }
    requests.add(new ReceivedRequest(clock.instant(), operation, method, path, status));
  }

  synchronized List<ReceivedRequest> all() {
    return List.copyOf(requests);
  }

  synchronized void clear() {
    requests.clear();
  }
}
