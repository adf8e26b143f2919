package dev.roster.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.fake.FakeProvider;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.NotSentException;
import dev.roster.calcite.statement.StatementCalls;
import dev.roster.postpress.api.Operations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Headers;
import org.apache.calcite.DataContext;
import org.apache.calcite.DataContexts;
import org.apache.calcite.linq4j.Linq4j;
import org.junit.jupiter.api.Test;

class StatementRowsTest {

  private final AtomicBoolean cancelled = new AtomicBoolean();

  // Its query time-out is over when it begins.
  private final DataContext root =
      DataContexts.of(
          Map.of(
              DataContext.Variable.TIMEOUT.camelName,
              0L,
              DataContext.Variable.CANCEL_FLAG.camelName,
              cancelled));

  private final StatementCalls calls = StatementCalls.of(root, CallSender.DIRECT);

  private List<String> rows() {
    return new StatementRows<>(Linq4j.asEnumerable(List.of("done")), calls).toList();
  }

  @Test
  void aStatementWhoseTimeIsOverHasNoMoreRows() {
    assertThatThrownBy(this::rows)
        .isInstanceOfSatisfying(
            SqlStateException.class,
            failure -> assertThat(failure.state()).isEqualTo(SqlState.TIMEOUT))
        .hasMessageNotContaining("stays done");
  }

  @Test
  void whatAProcedureDidIsToldThoughItsTimeIsOver() {
    calls.takeProcedure(() -> {});

    assertThat(rows()).containsExactly("done");
  }

  // The statement is ended in the moment in which the answer comes.
  @Test
  void aRefusalOfAWriteThatHasComeIsToldThoughTheStatementIsEnded() {
    DataContext noTimeOut =
        DataContexts.of(Map.of(DataContext.Variable.CANCEL_FLAG.camelName, cancelled));
    ApiException refusal =
        new ApiException(
            "400", Operations.EDIT_OWN_PROFILE, 400, Headers.of(), null, null, null, null);
    CallSender refusing =
        new CallSender() {
          @Override
          public <T> CompletableFuture<T> send(ApiCall<T> call) {
            cancelled.set(true);
            return CompletableFuture.failedFuture(refusal);
          }
        };

    assertThatThrownBy(
            () ->
                StatementCalls.of(noTimeOut, refusing)
                    .write(new FakeProvider().profile("x"), "procedure"))
        .isSameAs(refusal);
  }

  @Test
  void aWriteOfAStatementThatHasEndedIsNotSent() {
    assertThatThrownBy(() -> calls.write(new FakeProvider().profile("x"), "procedure"))
        .isInstanceOf(NotSentException.class);
  }

  @Test
  void whatIsReadAfterAProcedureEndsInTimeAndSaysThatItRan() {
    calls.takeProcedure(() -> {});
    calls.start();

    assertThatThrownBy(calls::check)
        .hasMessageContaining("query time-out")
        .hasMessageEndingWith("What its procedure did before stays done.");
    cancelled.set(true);
    assertThatThrownBy(calls::check)
        .hasMessage(
            "statement: cancelled; its calls were ended. What its procedure did before stays"
                + " done.");
  }
}
