package dev.roster.calcite.cache;

import dev.roster.bindings.Operation;
import dev.roster.calcite.statement.Changes;

/**
 * What tells one read of a credential from another.
 *
 * @param operation the operation's id
 * @param key what tells the read from others of the operation
 */
record ReadKey(String operation, String key) {

  static ReadKey of(Operation operation, String key) {
    return new ReadKey(operation.id(), key);
  }

  boolean isAmong(Changes changes) {
    return changes.concern(operation, key);
  }
}
