package dev.roster.calcite.drift;

import dev.roster.bindings.Drift;
import dev.roster.bindings.Drift.Kind;
import dev.roster.bindings.DriftListener;
import dev.roster.bindings.Operation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where answers differed from their specs, each place once with a count. A place that is new is a
 * warning in the log {@code dev.roster.drift}. It holds no value of an answer, and so many places
 * at most: others are counted together, for each operation and kind.
 */
public final class DriftLog implements DriftListener {

  /** How many places {@link #PROCESS} tells apart. */
  public static final int CAPACITY = 1000;

  /** The log of this process: of all its connections. */
  public static final DriftLog PROCESS = new DriftLog(CAPACITY);

  private static final Logger LOG = Logger.getLogger("dev.roster.drift");

  private final int capacity;
  private final Map<Place, SeenPlace> places = new LinkedHashMap<>();

  private record Place(String provider, String operation, Kind kind, String pointer) {}

  /**
   * A place, and when it was seen.
   *
   * @param latest the place as the last answer had it
   * @param count how often it was seen in all
   */
  record SeenPlace(Drift latest, long count, Instant first, Instant last) {}

  DriftLog(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public void seen(Drift drift) {
    Drift kept = add(drift);
    if (kept != null) {
      LOG.warning(() -> sentence(kept));
    }
  }

  /** Counts a place; returns it as it is kept if it is new, else null. */
  private synchronized @Nullable Drift add(Drift drift) {
    Instant now = Instant.now();
    Drift kept = drift;
    SeenPlace before = places.get(place(kept));
    if (before == null && places.size() >= capacity) {
      kept = elsewhere(drift);
      before = places.get(place(kept));
    }
    places.put(
        place(kept),
        before == null
            ? new SeenPlace(kept, kept.count(), now, now)
            : new SeenPlace(kept, before.count + kept.count(), before.first, now));
    return before == null ? kept : null;
  }

  private Drift elsewhere(Drift drift) {
    return new Drift(
        drift.operation(),
        drift.kind(),
        Drift.ELSEWHERE,
        "places beyond the first " + capacity,
        null,
        drift.count());
  }

  private static Place place(Drift drift) {
    Operation operation = drift.operation();
    return new Place(operation.provider(), operation.name(), drift.kind(), drift.pointer());
  }

  private static String sentence(Drift drift) {
    return drift.operation().qualifiedName()
        + ": "
        + drift.kind()
        + " at "
        + drift.pointer()
        + ": "
        + drift.expected()
        + (drift.found() == null ? "" : "; found: " + drift.found())
        + ". It is counted in roster.drift from now on.";
  }

  /** Returns the places so far, those seen first first. */
  synchronized List<SeenPlace> places() {
    return List.copyOf(places.values());
  }
}
