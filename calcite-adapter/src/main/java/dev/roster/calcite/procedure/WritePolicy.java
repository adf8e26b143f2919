package dev.roster.calcite.procedure;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a connection may write. */
public final class WritePolicy {

  /** What a connection does with a write. */
  public enum Writes {
    /** It is refused. */
    DENY,
    /** It is shown and not sent. */
    DRY_RUN,
    /** It is sent. */
    ALLOW
  }

  private final Writes writes;
  private final boolean irreversible;
  private final boolean revealSecrets;
  private final AtomicBoolean readOnly = new AtomicBoolean();

  /**
   * Makes the policy of a connection.
   *
   * @param writes what the property of that name says
   * @param irreversible the property of that name
   * @param revealSecrets the property of that name
   */
  public WritePolicy(Writes writes, boolean irreversible, boolean revealSecrets) {
    this.writes = writes;
    this.irreversible = irreversible;
    this.revealSecrets = revealSecrets;
  }

  /** Sets whether the connection is read only, whatever its properties say. */
  public void setReadOnly(boolean value) {
    readOnly.set(value);
  }

  /** Returns whether the connection is read only. */
  public boolean isReadOnly() {
    return readOnly.get();
  }

  /** Returns whether no procedure that writes can run, be it by the properties or by read only. */
  public boolean deniesWrites() {
    return writes == Writes.DENY || readOnly.get();
  }

  /** Returns whether writes are shown and not sent. */
  public boolean dryRun() {
    return writes == Writes.DRY_RUN;
  }

  /** Returns whether secrets are shown. */
  public boolean revealSecrets() {
    return revealSecrets;
  }

  /**
   * Checks that a procedure may run.
   *
   * @param where schema and name, for messages
   * @throws SqlStateException 25006 or 42000, naming the property to set
   */
  void check(String where, Procedure<?> procedure) {
    if (!procedure.writes()) {
      return;
    }
    if (readOnly.get()) {
      throw new SqlStateException(
          SqlState.WRITE_DENIED,
          where + ": the connection is read only. Call setReadOnly(false) to allow writes.");
    }
    if (writes == Writes.DENY) {
      throw new SqlStateException(
          SqlState.WRITE_DENIED,
          where + ": writes are denied. Set the property writes=allow to run it.");
    }
    if (procedure.returnsSecrets() && !revealSecrets) {
      throw new SqlStateException(
          SqlState.INVALID_STATEMENT,
          where
              + ": it would end the old secret and hide the new one. Set the property"
              + " revealSecrets=true to run it.");
    }
    if (procedure.irreversible() && !irreversible) {
      throw new SqlStateException(
          SqlState.WRITE_DENIED,
          where + ": it cannot be undone. Set the property irreversible=true to run it.");
    }
  }
}
