package dev.roster.sandbox;

import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections that clients have open, and the calls that wait for their answers. */
final class Traffic {

  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger calls = new AtomicInteger();

  void accepted(Socket socket) {
    // Those that were closed meanwhile need not stay.
    sockets.removeIf(Socket::isClosed);
    sockets.add(socket);
  }

  int openConnections() {
    sockets.removeIf(Socket::isClosed);
    return sockets.size();
  }

  /** Counts a call to a provider until {@link #end}. */
  void begin() {
    calls.incrementAndGet();
  }

  void end() {
    calls.decrementAndGet();
  }

  int callsUnderWay() {
    return calls.get();
  }
}
