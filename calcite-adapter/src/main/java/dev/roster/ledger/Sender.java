package dev.roster.ledger;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A process that sends, as the ledger remembers it.
 *
 * @param host name of its machine
 * @param place which machine and which table of processes: containers may share a name
 * @param process its number there
 * @param started when it started, by its own account
 * @param run tells this load of Roster from others in the process, and from a process that later
 *     has the same number
 */
record Sender(String host, String place, long process, Instant started, String run) {

  // A process of another machine cannot be asked for; it is given longer than any call takes.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  // A process's start is reckoned from the clock, which may have been set since.
  private static final Duration CLOCK_SET = Duration.ofSeconds(5);

  private static final String SEPARATOR = " ";

  /** This process. */
  static final Sender THIS =
      new Sender(
          hostName(),
          placeHere(),
          ProcessHandle.current().pid(),
          ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH),
          UUID.randomUUID().toString());

  /** Returns the sender whose {@link #text} this is. */
  static Sender parse(String text) {
    List<String> parts = Splitter.on(SEPARATOR).splitToList(text);
    return new Sender(
        parts.get(0),
        parts.get(1),
        Long.parseLong(parts.get(2)),
        Instant.ofEpochMilli(Long.parseLong(parts.get(3))),
        parts.get(4));
  }

  /** Returns it as the ledger keeps it. */
  String text() {
    return String.join(
        SEPARATOR, host, place, Long.toString(process), Long.toString(started.toEpochMilli()), run);
  }

  /** Returns it for people. */
  static String shown(String text) {
    Sender sender = parse(text);
    return "process " + sender.process + " on " + sender.host;
  }

  boolean isThis() {
    return run.equals(THIS.run);
  }

  /** Returns whether it will surely, or after so long most likely, not settle what it claimed. */
  boolean isGone(@Nullable Instant sentAt) {
    boolean overdue = sentAt == null || sentAt.plus(PATIENCE).isBefore(Instant.now());
    if (!host.equals(THIS.host) || !place.equals(THIS.place)) {
      return overdue;
    }
    Optional<ProcessHandle> alive = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    if (alive.isEmpty() || isZombie(process)) {
      return true;
    }
    // Where the system does not tell when a process started, its number must do.
    boolean another =
        alive
            .flatMap(handle -> handle.info().startInstant())
            .filter(start -> Duration.between(start, started).abs().compareTo(CLOCK_SET) > 0)
            .isPresent();
    // A second load of Roster in this very process can be asked for as little as another machine.
    return another || (process == THIS.process && overdue);
  }

  // It has ended, and only its parent has not asked how; Java takes it for alive. Linux says so
  // behind the name, which stands in brackets and may hold any character.
  private static boolean isZombie(long process) {
    String stat = firstLine("/proc/" + process + "/stat");
    int name = stat.lastIndexOf(')');
    return name >= 0 && stat.startsWith(" Z", name + 1);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName().replace(SEPARATOR, "_");
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }

  // On Linux: the boot, and the name space of process numbers. Elsewhere the host's name must do.
  private static String placeHere() {
    return (firstLine("/proc/sys/kernel/random/boot_id") + "/" + link("/proc/self/ns/pid"))
        .replace(SEPARATOR, "_");
  }

  private static String firstLine(String file) {
    try {
      return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1).strip();
    } catch (IOException | SecurityException unknown) {
      return "";
    }
  }

  private static String link(String file) {
    try {
      return Files.readSymbolicLink(Path.of(file)).toString();
    } catch (IOException | UnsupportedOperationException | SecurityException unknown) {
      return "";
    }
  }
}
