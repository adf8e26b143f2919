package dev.roster.calcite.statement;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Which reads may have another answer after a write. A write carries it as a tag of its request; a
 * write without one may change all that its provider shows.
 *
 * @param provider the provider's id
 * @param read the id of the operation that reads; null stands for all of the provider's
 * @param key what tells the read from others of the operation; null stands for all of them
 */
public record Changes(String provider, @Nullable String read, @Nullable String key) {

  /** Returns that all reads of an operation may have another answer. */
  public static Changes of(Operation read) {
    return new Changes(read.provider(), read.id(), null);
  }

  /** Returns that one read may have another answer; the key is that of {@link CallSender#read}. */
  public static Changes of(Operation read, String key) {
    return new Changes(read.provider(), read.id(), key);
  }

  /** Returns what a write may change. */
  public static Changes by(ApiCall<?> write) {
    Changes said = write.request().tag(Changes.class);
    return said == null ? new Changes(write.operation().provider(), null, null) : said;
  }

  /** Returns whether a read may have another answer. */
  public boolean concern(String readOperation, String readKey) {
    return (read == null || read.equals(readOperation)) && (key == null || key.equals(readKey));
  }
}
