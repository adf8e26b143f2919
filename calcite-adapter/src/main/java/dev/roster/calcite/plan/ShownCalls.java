package dev.roster.calcite.plan;

import dev.roster.bindings.Operation;
import dev.roster.calcite.plan.KeyOrigins.Outer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * What a plan shows of the calls of one node.
 *
 * @param call the HTTP operation
 * @param key where its key comes from, or null if it has none
 * @param calls how many calls there are
 * @param cache what of them the cache would serve now, or null if it keeps none of them
 */
record ShownCalls(String call, @Nullable String key, String calls, @Nullable String cache) {

  /** Returns what is shown of a scan. */
  static ShownCalls of(KeyedScan scan, CallCount count, Map<CorrelationId, Outer> outers) {
    return new ShownCalls(
        text(Objects.requireNonNull(scan.scanned().declaration().operation())),
        scan.scanned().declaration().neededKey() == null ? null : KeyOrigins.text(scan, outers),
        count.toString(),
        cached(scan));
  }

  /** Returns what is shown of something that writes, or that waits for what others write. */
  static ShownCalls of(Operation operation, String calls) {
    return new ShownCalls(text(operation), null, calls, null);
  }

  /** Returns an operation as one request of it would begin, and the provider's name for it. */
  private static String text(Operation operation) {
    String slash = operation.path().startsWith("/") ? "" : "/";
    return operation.method()
        + " "
        + slash
        + operation.path()
        + " ("
        + operation.qualifiedName()
        + ")";
  }

  RelWriter explain(RelWriter writer) {
    return writer
        .item("call", call)
        .itemIf("key", key, key != null)
        .item("calls", calls)
        .itemIf("cache", cache, cache != null);
  }

  private static String cached(KeyedScan scan) {
    List<RexNode> keys = KeyOrigins.keys(scan);
    if (keys != null && !KeyOrigins.rows(keys).isEmpty()) {
      return "known when it runs";
    }
    Set<String> known =
        new SureRead(scan.scanned(), keys == null ? null : new KeyValues(keys), Long.MAX_VALUE)
            .known(null);
    List<Duration> ages = known.stream().map(scan.scanned()::age).filter(Objects::nonNull).toList();
    if (ages.isEmpty()) {
      return known.isEmpty() ? "known when it runs" : "no";
    }
    long oldest = ages.stream().mapToLong(Duration::toSeconds).max().orElse(0);
    return (known.size() == 1 ? "yes" : ages.size() + " of " + known.size())
        + ", "
        + oldest
        + " s old";
  }
}
