package dev.roster.calcite.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.Operation;
import dev.roster.bindings.UnreadableAnswerException;
import dev.roster.calcite.fake.FakeProvider;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which SQLSTATE a failure of a provider has. */
class CallFailuresTest {

  private static final Operation READ = FakeProvider.operation("read", true, false);
  private static final Operation WRITE = FakeProvider.operation("write", false, false);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "401, invalidLinkedApiToken, 28000, 28000",
        "401, linkedApiTokenRequired, 28000, 28000",
        "401, accountNotFound, 28000, 28000",
        "401, accountIdRequired, 22023, 22023",
        "404, sessionNotFound, 02000, 02000",
        "429, tooManyRequests, 53300, 08007",
        "400, invalidRequestPayload, 22023, 22023",
        "403, noAvailableSeats, 53400, 53400",
        "403, dailyConnectionAttemptsExceeded, 53400, 53400",
        "200, noAvailableSeats, 53400, 53400",
        "401, errors/disconnected_account, 28000, 28000",
        "401, errors/insufficient_privileges, 42501, 42501",
        "403, errors/account_restricted, 28000, 28000",
        "403, errors/insufficient_permissions, 42501, 42501",
        "404, errors/resource_not_found, 02000, 02000",
        "422, errors/limit_exceeded, 53400, 53400",
        "422, errors/unprocessable_entity, 22023, 22023",
        "500, errors/provider_error, 08006, 08007",
        "501, errors/feature_not_implemented, 0A000, 0A000",
        "503, errors/no_channel, 08006, 08007",
        "504, errors/request_timeout, HYT00, 08007",
        "401, -, 28000, 28000",
        "403, errors/a_new_one, 42501, 42501",
        "404, -, 08001, 08001",
        "418, -, 22023, 22023",
        "502, -, 08006, 08007",
      })
  void theTypeCountsBeforeTheStatus(
      int status, @Nullable String type, String inARead, String inAWrite) {
    assertThat(failure(FakeProvider.failure(READ, status, type)).state().code()).isEqualTo(inARead);
    assertThat(failure(FakeProvider.failure(WRITE, status, type)).state().code())
        .isEqualTo(inAWrite);
  }

  @Test
  void theMessageBeginsWithWhereAndTheVendorCodeIsTheStatus() {
    SqlStateException failure = failure(FakeProvider.failure(READ, 401, "accountNotFound"));
    assertThat(failure)
        .hasMessage(
            "fake.accounts: fake accounts.read: 401 accountNotFound: it said so. Do something.");
    assertThat(failure.vendorCode()).isEqualTo(401);
    assertThat(failure.toSqlException().getErrorCode()).isEqualTo(401);
  }

  @Test
  void aServiceThatIsAwayForAWhileIsTransient() {
    assertThat((Throwable) failure(FakeProvider.failure(READ, 503, null)).toSqlException())
        .isInstanceOf(SQLTransientConnectionException.class);
    assertThat((Throwable) failure(FakeProvider.failure(READ, 429, null)).toSqlException())
        .isInstanceOf(SQLTransientException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_CONNECTED, false, 08001, 08001",
    "CUT, true, 08006, 08007",
    "CUT, false, 08006, 08006",
    "TIMEOUT, true, HYT00, 08007",
    "TIMEOUT, false, HYT00, HYT00",
    "CANCELLED, false, 57014, 57014",
    "CANCELLED, true, 57014, 08007",
  })
  void aLostAnswerOfAWriteIsUnknownOnceBytesMayHaveLeft(
      Kind kind, boolean mayHaveBeenSent, String inARead, String inAWrite) {
    assertThat(failure(lost(READ, kind, mayHaveBeenSent)).state().code()).isEqualTo(inARead);
    assertThat(failure(lost(WRITE, kind, mayHaveBeenSent)).state().code()).isEqualTo(inAWrite);
  }

  @Test
  void anAnswerThatCannotBeReadIsUnknownInAWrite() {
    assertThat(failure(unreadable(READ)).state()).isEqualTo(SqlState.CONNECTION_FAILED);
    assertThat(failure(unreadable(WRITE)).state()).isEqualTo(SqlState.OUTCOME_UNKNOWN);
  }

  private static ApiException unreadable(Operation operation) {
    return new UnreadableAnswerException(
        "unreadable", operation, 200, Headers.of(), new IOException("no JSON"));
  }

  private static ApiTransportException lost(Operation operation, Kind kind, boolean sent) {
    return new ApiTransportException("lost", operation, kind, sent, new IOException("gone"));
  }

  private static SqlStateException failure(RuntimeException thrown) {
    return (SqlStateException) CallFailures.of("fake.accounts", thrown);
  }
}
