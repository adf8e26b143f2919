package dev.roster.calcite.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.bindings.Drift;
import dev.roster.bindings.Drift.Kind;
import dev.roster.calcite.fake.FakeProvider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the log of drift counts, and where it stops. */
class DriftLogTest {

  // Held, for the log manager holds it weakly.
  private static final Logger LOG = Logger.getLogger("dev.roster.drift");

  private final DriftLog log = new DriftLog(3);

  @BeforeEach
  void quiet() {
    LOG.setLevel(Level.OFF);
  }

  @AfterEach
  void loud() {
    LOG.setLevel(null);
  }

  private static Drift at(String operation, Kind kind, String pointer, long count) {
    return new Drift(
        FakeProvider.operation(operation, true, false), kind, pointer, "said", "string", count);
  }

  @Test
  void thePlacesOfAnOperationAndKindAreToldApart() {
    log.seen(at("one", Kind.UNKNOWN_FIELD, "/a", 2));
    log.seen(at("one", Kind.WRONG_TYPE, "/a", 1));
    log.seen(at("two", Kind.UNKNOWN_FIELD, "/a", 1));
    log.seen(at("one", Kind.UNKNOWN_FIELD, "/a", 3));

    assertThat(log.places()).extracting(DriftLog.SeenPlace::count).containsExactly(5L, 1L, 1L);
    assertThat(log.places().get(0).first()).isBeforeOrEqualTo(log.places().get(0).last());
  }

  @Test
  void whatThereIsNoRoomForIsCountedTogether() {
    for (int i = 0; i < 100_000; i++) {
      log.seen(at("one", Kind.UNKNOWN_FIELD, "/n" + i, 1));
    }
    log.seen(at("one", Kind.UNKNOWN_FIELD, "/n1", 1));

    assertThat(log.places())
        .extracting(place -> place.latest().pointer(), DriftLog.SeenPlace::count)
        .containsExactly(tuple("/n0", 1L), tuple("/n1", 2L), tuple("/n2", 1L), tuple("*", 99_997L));
    assertThat(log.places().get(3).latest().expected()).isEqualTo("places beyond the first 3");
  }
}
