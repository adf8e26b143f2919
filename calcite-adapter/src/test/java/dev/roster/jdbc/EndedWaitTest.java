package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.fake.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Statements that wait for an answer, for their turn, for the end of a pause or for the call of
 * another statement, and are ended meanwhile: the provider sees the call go, is asked nothing more,
 * and nobody else is held up.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EndedWaitTest {

  private static final String READ = "SELECT name FROM linkedapi.accounts ORDER BY name";
  private static final String[] ROWS = {"Jane Doe", "John Doe"};

  private final HeldProvider provider = new HeldProvider();

  @AfterEach
  void close() throws Exception {
    provider.close();
  }

  /** Ends a statement that a thread executes, and checks what the thread is told. */
  private static void end(Ending ending, Statement statement, Reader reader) throws Exception {
    reader.waitUntilItWaits();
    ending.end(statement, reader.thread);
    SQLException failure = reader.failure();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("57014");
    assertThat(reader.rowsSoFar()).isEmpty();
    assertThat(statement.isClosed()).isEqualTo(!ending.worksAgain);
  }

  /** Executes again, in the statement that was ended or, where it is closed, in another. */
  private void executesAgain(Ending ending, Statement statement, String... properties)
      throws Exception {
    int before = provider.requests();
    Statement next = ending.worksAgain ? statement : provider.connect(properties).createStatement();
    Reader reader = new Reader(() -> next.executeQuery(READ));
    provider.waitUntilUnderWay(1);
    provider.answer();
    assertThat(reader.allRows()).containsExactly(ROWS);
    assertThat(provider.requests()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void theProviderSeesTheCallGo(Ending ending) throws Exception {
    Statement statement = provider.connect().createStatement();
    Reader reader = new Reader(() -> statement.executeQuery(READ));
    provider.waitUntilUnderWay(1);

    end(ending, statement, reader);

    provider.waitUntilUnderWay(0);
    assertThat(provider.requests()).isEqualTo(1);
    executesAgain(ending, statement);
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void whatWaitsForTheEndOfAnothersCallIsNotSent(Ending ending) throws Exception {
    Statement other = provider.connect("maxConcurrency=1").createStatement();
    Reader first = new Reader(() -> other.executeQuery(READ));
    provider.waitUntilUnderWay(1);
    Statement statement = provider.connect("maxConcurrency=1").createStatement();
    Reader reader = new Reader(() -> statement.executeQuery(READ));

    end(ending, statement, reader);

    assertThat(first.isDone()).isFalse();
    provider.answer();
    assertThat(first.allRows()).containsExactly(ROWS);
    assertThat(provider.requests()).isEqualTo(1);
    executesAgain(ending, statement, "maxConcurrency=1");
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void whatWaitsForTheRateIsNotSent(Ending ending) throws Exception {
    executesAgain(Ending.CANCEL, provider.connect().createStatement());
    Statement statement = provider.connect("requestsPerMinute=1").createStatement();
    Reader reader = new Reader(() -> statement.executeQuery(READ));

    end(ending, statement, reader);

    assertThat(provider.requests()).isEqualTo(1);
    executesAgain(Ending.CANCEL, provider.connect().createStatement());
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void whatWaitsOutAPauseIsNotSentAgain(Ending ending) throws Exception {
    Statement statement = provider.connect().createStatement();
    Reader reader = new Reader(() -> statement.executeQuery(READ));
    provider.waitUntilUnderWay(1);
    provider.refuseForAnHour();

    end(ending, statement, reader);

    assertThat(provider.requests()).isEqualTo(1);
    if (ending.worksAgain) {
      try (ResultSet rows = statement.executeQuery("SELECT 'works' FROM (VALUES 1)")) {
        assertThat(Engine.texts(rows)).containsExactly("works");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void anotherStatementThatSharesTheCallGoesOn(Ending ending) throws Exception {
    Connection connection = provider.connect("cacheTtl=30");
    Statement sending = connection.createStatement();
    Reader first = new Reader(() -> sending.executeQuery(READ));
    provider.waitUntilUnderWay(1);
    Statement sharing = provider.connect("cacheTtl=30").createStatement();
    Reader second = new Reader(() -> sharing.executeQuery(READ));
    second.waitUntilItWaits();

    end(ending, sending, first);

    assertThat(provider.underWay()).isEqualTo(1);
    assertThat(second.isDone()).isFalse();
    provider.answer();
    assertThat(second.allRows()).containsExactly(ROWS);
    assertThat(provider.requests()).isEqualTo(1);
    // It was kept for all, the one that was ended too.
    if (ending.worksAgain) {
      try (ResultSet rows = sending.executeQuery(READ)) {
        assertThat(Engine.texts(rows)).containsExactly(ROWS);
      }
      assertThat(provider.requests()).isEqualTo(1);
    }
  }

  @Test
  void theLastOneWhoWaitsEndsASharedCall() throws Exception {
    Statement sending = provider.connect("cacheTtl=30").createStatement();
    Reader first = new Reader(() -> sending.executeQuery(READ));
    provider.waitUntilUnderWay(1);
    Statement sharing = provider.connect("cacheTtl=30").createStatement();
    Reader second = new Reader(() -> sharing.executeQuery(READ));
    second.waitUntilItWaits();

    end(Ending.CLOSE, sending, first);
    end(Ending.INTERRUPT, sharing, second);

    provider.waitUntilUnderWay(0);
    executesAgain(Ending.INTERRUPT, sharing);
  }
}
