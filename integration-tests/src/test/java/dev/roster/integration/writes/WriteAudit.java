package dev.roster.integration.writes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.clients.testing.ReceivedWrite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares what the sandbox received with what the ledger says, thing by thing. A thing is a person
 * invited to a company, or a headline of an account, each named as {@code 105672170 urn:li:…} or
 * {@code acc_linkedin_1 headline}; the tests use each headline for one intention only.
 *
 * <p>Each time that a thing was received belongs to an entry of its own, which was marked as sent
 * before; so nothing is received twice without an entry that ended before the second time. What was
 * received has an entry; what is confirmed was done; what failed was not done; what is unknown was
 * received at most once; what is only planned was not. Only what met a 429 that its provider
 * documents, and was not done, is received once more for the same entry.
 */
public final class WriteAudit {

  private final List<String> violations = new ArrayList<>();
  private final Map<String, List<ReceivedWrite>> received = new HashMap<>();
  private final Map<String, List<LedgerRow>> entries = new HashMap<>();

  private WriteAudit(List<ReceivedWrite> writes, List<LedgerRow> rows) {
    writes.stream()
        .filter(write -> !isRefusedForTheRate(write))
        .sorted(Comparator.comparing(ReceivedWrite::time))
        .forEach(
            write -> received.computeIfAbsent(thing(write), t -> new ArrayList<>()).add(write));
    rows.forEach(row -> entries.computeIfAbsent(row.thing(), t -> new ArrayList<>()).add(row));
  }

  // Of an invitation ConnectSafely documents no 429.
  private static boolean isRefusedForTheRate(ReceivedWrite write) {
    return write.operation().equals("ownProfile.edit") && write.status() == 429 && !write.done();
  }

  /** Returns the name of what was asked for. */
  static String thing(ReceivedWrite write) {
    return write.operation().equals("ownProfile.edit")
        ? write.account() + " " + write.target()
        : String.valueOf(write.target());
  }

  /** Compares; what does not agree is the failure's message. */
  public static void check(List<ReceivedWrite> writes, List<LedgerRow> rows) {
    WriteAudit audit = new WriteAudit(writes, rows);
    audit.received.keySet().stream()
        .filter(thing -> !audit.entries.containsKey(thing))
        .forEach(thing -> audit.violations.add(thing + " was received and has no entry"));
    audit.entries.forEach(audit::checkThing);
    assertThat(audit.violations).as("Where ledger and sandbox disagree").isEmpty();
    assertThat(rows.stream().filter(row -> row.is("CONFIRMED")).count())
        .as("confirmed in the ledger, as many as were done")
        .isEqualTo(
            writes.stream().filter(ReceivedWrite::done).count() - audit.doneAndNotConfirmed());
  }

  /** Returns the things done by now, by what the sandbox did. */
  static Map<String, Boolean> done(List<ReceivedWrite> writes) {
    return writes.stream()
        .collect(
            Collectors.toMap(WriteAudit::thing, ReceivedWrite::done, (one, other) -> one || other));
  }

  private void checkThing(String thing, List<LedgerRow> rows) {
    List<ReceivedWrite> open = new ArrayList<>(received.getOrDefault(thing, List.of()));
    if (open.stream().filter(ReceivedWrite::done).count() > 1) {
      violations.add(thing + " was done twice: " + open + rows);
    }
    List<LedgerRow> sent =
        rows.stream()
            .filter(row -> row.sentAt() != null)
            .sorted(Comparator.comparing(LedgerRow::sent))
            .toList();
    for (int i = 0; i < sent.size(); i++) {
      Instant next = i + 1 < sent.size() ? sent.get(i + 1).sent() : Instant.MAX;
      List<ReceivedWrite> own =
          open.stream().filter(write -> millis(write.time()).isBefore(next)).toList();
      open.removeAll(own);
      checkEntry(sent.get(i), sent.get(i).sent(), own);
    }
    if (!open.isEmpty()) {
      violations.add(thing + " was received and not sent by any entry: " + open + rows);
    }
    rows.stream()
        .filter(row -> (row.is("PLANNED") && row.sentAt() != null) || row.is("SENT"))
        .forEach(row -> violations.add(thing + " has an entry without an end: " + row));
  }

  private void checkEntry(LedgerRow row, Instant sentAt, List<ReceivedWrite> own) {
    boolean done = own.stream().anyMatch(ReceivedWrite::done);
    if (own.size() > 1) {
      violations.add("received more than once: " + own + row);
    }
    if (own.stream().anyMatch(write -> write.time().isBefore(sentAt))) {
      violations.add("received before it was marked as sent: " + own + row);
    }
    if (row.is("CONFIRMED") && !done) {
      violations.add("confirmed and not done: " + own + row);
    }
    if (row.is("FAILED") && done) {
      violations.add("failed and done: " + own + row);
    }
  }

  // Done, and nobody has settled it yet.
  private long doneAndNotConfirmed() {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(row -> row.is("UNKNOWN")))
        .flatMap(entry -> received.getOrDefault(entry.getKey(), List.of()).stream())
        .filter(ReceivedWrite::done)
        .count();
  }

  // The ledger shows milliseconds.
  private static Instant millis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
