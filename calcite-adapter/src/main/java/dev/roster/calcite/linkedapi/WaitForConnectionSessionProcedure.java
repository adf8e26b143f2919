package dev.roster.calcite.linkedapi;

import dev.roster.bindings.Field;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.statement.Changes;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.calcite.table.Column;
import dev.roster.linkedapi.ConnectionWaiter;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.WaitTimeoutException;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.ConnectionSession;
import dev.roster.linkedapi.model.ConnectionSessionRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The procedure {@code wait_for_connection_session(session_id, poll_interval_seconds,
 * deadline_seconds)}: one row with the session once it is finished, with whatever status. It only
 * reads, so it needs no permission to write.
 *
 * <p>Source: {@code POST /admin/accounts.getConnectionSession}, one request after each interval. A
 * session that is not finished by the deadline is SQLSTATE HYT00, one that the provider does not
 * know 02000; a cancel or query time-out of the statement ends the waiting, and not the session.
 */
final class WaitForConnectionSessionProcedure {

  private static final String NAME = "wait_for_connection_session";
  private static final String INTERVAL = "poll_interval_seconds";
  private static final String DEADLINE = "deadline_seconds";

  private WaitForConnectionSessionProcedure() {}

  static Procedure<?> procedure(Supplier<LinkedApiClient> client) {
    return Procedure.<ConnectionSession>reading(
            NAME,
            Operations.GET_CONNECTION_SESSION,
            (arguments, calls) -> List.of(wait(client.get(), arguments, calls)))
        .remarks(
            "Waits until a connection or reconnection session is finished, with whatever status,"
                + " and shows it then. It changes nothing.")
        .parameters(Parameter.of(ConnectionSessionRequest.FIELDS))
        .parameter(
            Parameter.of(
                INTERVAL, Field.Kind.NUMBER, "Seconds before each look at the session; 3 if NULL."))
        .parameter(
            Parameter.of(
                DEADLINE,
                Field.Kind.NUMBER,
                "Seconds after which the waiting ends with an error; 120 if NULL."))
        .columns(Column.of(ConnectionSession.FIELDS))
        .build();
  }

  private static ConnectionSession wait(
      LinkedApiClient client, Arguments arguments, StatementCalls calls) {
    ConnectionWaiter waiter =
        new ConnectionWaiter(sessionId -> calls.own(client.getConnectionSession(sessionId)));
    Double interval = arguments.number(INTERVAL);
    Double deadline = arguments.number(DEADLINE);
    if (interval != null) {
      waiter = waiter.withInterval(seconds(interval));
    }
    if (deadline != null) {
      waiter = waiter.withDeadline(seconds(deadline));
    }
    try {
      return calls.awaitOwn(waiter.waitForAsync(arguments.requiredText("session_id")));
    } catch (WaitTimeoutException late) {
      throw new SqlStateException(
          SqlState.TIMEOUT,
          Operations.GET_CONNECTION_SESSION.provider() + "." + NAME + ": " + late.getMessage(),
          0,
          late);
    } finally {
      // A session that is finished has changed its account, or made one.
      calls.forget(Changes.of(Operations.GET_ALL));
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
