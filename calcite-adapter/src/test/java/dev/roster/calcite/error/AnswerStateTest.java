package dev.roster.calcite.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.Operation;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.calcite.fake.FakeProvider;
import dev.roster.ledger.EntryState;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which answer to a write leaves its things in which state. */
class AnswerStateTest {

  private static final Operation SILENT = FakeProvider.operation("write", false, false);
  private static final Operation LIMITED =
      new Operation(
          SILENT.provider(),
          SILENT.id(),
          SILENT.name(),
          SILENT.method(),
          SILENT.path(),
          false,
          false,
          SILENT.summary(),
          SILENT.description(),
          SILENT.source(),
          null,
          null,
          SILENT.error(),
          List.of(new Operation.Failure(429, "tooManyRequests", "Too many.")));

  static IntStream statuses() {
    return IntStream.rangeClosed(300, 599).filter(status -> status != 429);
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void aStatusSaysWhetherSomethingMayHaveBeenDone(int status) {
    boolean unknown = status < 400 || status == 408 || (status >= 500 && status != 501);
    assertThat(AnswerState.of(SILENT, status).state())
        .isEqualTo(unknown ? EntryState.UNKNOWN : EntryState.FAILED);
    assertThat(AnswerState.of(FakeProvider.failure(SILENT, status, "errors/any")).state())
        .isEqualTo(unknown ? EntryState.UNKNOWN : EntryState.FAILED);
  }

  @Test
  void a429FailsOnlyWhereTheProviderDocumentsIt() {
    assertThat(AnswerState.of(LIMITED, 429)).isEqualTo(AnswerState.DOCUMENTED_RATE);
    assertThat(AnswerState.of(LIMITED, 429).state()).isEqualTo(EntryState.FAILED);
    assertThat(AnswerState.of(SILENT, 429)).isEqualTo(AnswerState.UNDOCUMENTED_RATE);
    assertThat(AnswerState.of(SILENT, 429).state()).isEqualTo(EntryState.UNKNOWN);
  }

  @Test
  void aFailureUnderASuccessStatusWasNotDone() {
    assertThat(AnswerState.of(FakeProvider.failure(SILENT, 200, "noAvailableSeats")))
        .isEqualTo(AnswerState.NO_SUCCESS);
    assertThat(AnswerState.NO_SUCCESS.state()).isEqualTo(EntryState.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_CONNECTED, false, NEVER_LEFT",
    "CUT, false, NEVER_LEFT",
    "TIMEOUT, false, NEVER_LEFT",
    "CANCELLED, false, NEVER_LEFT",
    "CUT, true, NO_ANSWER",
    "TIMEOUT, true, NO_ANSWER",
    "CANCELLED, true, NO_ANSWER",
  })
  void withoutAnAnswerItCountsWhetherBytesMayHaveLeft(
      Kind kind, boolean mayHaveBeenSent, AnswerState expected) {
    AnswerState state =
        AnswerState.of(
            new ApiTransportException("lost", SILENT, kind, mayHaveBeenSent, new IOException()));
    assertThat(state).isEqualTo(expected);
    assertThat(state.state()).isEqualTo(mayHaveBeenSent ? EntryState.UNKNOWN : EntryState.FAILED);
  }

  @Test
  void whatCannotBeReadOrWasNotForeseenMayHaveBeenDone() {
    assertThat(
            AnswerState.of(
                new UnreadableAnswerException(
                    "unreadable", SILENT, 200, Headers.of(), new IOException())))
        .isEqualTo(AnswerState.UNREADABLE);
    assertThat(AnswerState.of(new IllegalStateException("a mistake")))
        .isEqualTo(AnswerState.NO_ANSWER);
    assertThat(AnswerState.UNREADABLE.state()).isEqualTo(EntryState.UNKNOWN);
    assertThat(AnswerState.PASSED_OVER.state()).isEqualTo(EntryState.UNKNOWN);
    assertThat(AnswerState.SUCCESS.state()).isEqualTo(EntryState.CONFIRMED);
  }
}
