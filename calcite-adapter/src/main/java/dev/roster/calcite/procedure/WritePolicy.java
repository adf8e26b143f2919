package dev.roster.calcite.procedure;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a connection may write. */
public final class WritePolicy {

  private final boolean writes;
  private final boolean irreversible;
  private final boolean revealSecrets;
  private final AtomicBoolean readOnly = new AtomicBoolean();

  /**
   * Makes the policy of a connection.
   *
   * @param writes whether the property {@code writes} is {@code allow}
   * @param irreversible the property of that name
   * @param revealSecrets the property of that name
   */
  public WritePolicy(boolean writes, boolean irreversible, boolean revealSecrets) {
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
    return !writes || readOnly.get();
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
    if (procedure.operation().readOnly()) {
      return;
    }
    if (readOnly.get()) {
      throw new SqlStateException(
          SqlState.WRITE_DENIED,
          where + ": the connection is read only. Call setReadOnly(false) to allow writes.");
    }
    if (!writes) {
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
    if (procedure.operation().irreversible() && !irreversible) {
      throw new SqlStateException(
          SqlState.WRITE_DENIED,
          where + ": it cannot be undone. Set the property irreversible=true to run it.");
    }
  }
}
