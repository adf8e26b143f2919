package dev.roster.calcite.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.fake.FakeProvider;
import dev.roster.calcite.fake.FakeProvider.Profile;
import dev.roster.calcite.statement.CallSender;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many calls are under way, and whose turn it is. */
class LimitedCallsTest {

  private final List<CompletableFuture<Object>> sent = new ArrayList<>();
  private final CredentialId credential =
      CredentialId.of("fake", "http://localhost", UUID.randomUUID().toString());
  private final LimitedCalls limit =
      new LimitedCalls(
          new CallSender() {
            // The test's calls all answer with an Object.
            @SuppressWarnings("unchecked")
            @Override
            public <T> CompletableFuture<T> send(ApiCall<T> call) {
              CompletableFuture<Object> answer = new CompletableFuture<>();
              sent.add(answer);
              return (CompletableFuture<T>) answer;
            }
          },
          credential,
          2);

  private CompletableFuture<Profile> send() {
    return limit.send(new FakeProvider().profile("x"));
  }

  private static Profile profile(String name) {
    return new Profile(name, 1, true);
  }

  @Test
  void aCallWaitsUntilAnotherHasEnded() {
    List<CompletableFuture<Profile>> answers = IntStream.range(0, 4).mapToObj(i -> send()).toList();
    assertThat(sent).hasSize(2);
    sent.get(1).complete(profile("second"));
    assertThat(answers.get(1)).isCompletedWithValue(profile("second"));
    assertThat(sent).hasSize(3);
    sent.get(0).completeExceptionally(new IllegalStateException("first"));
    assertThat(answers.get(0)).isCompletedExceptionally();
    assertThat(sent).hasSize(4);
    sent.get(2).complete(profile("third"));
    sent.get(3).complete(profile("fourth"));
    assertThat(answers.get(2)).isCompletedWithValue(profile("third"));
    assertThat(answers.get(3)).isCompletedWithValue(profile("fourth"));
  }

  @Test
  void aCallThatIsCancelledWhileItWaitsIsNotSent() {
    List<CompletableFuture<Profile>> answers = IntStream.range(0, 4).mapToObj(i -> send()).toList();
    answers.get(2).cancel(true);
    sent.get(0).complete(profile("first"));
    assertThat(sent).hasSize(3);
    sent.get(2).complete(profile("fourth"));
    assertThat(answers.get(3)).isCompletedWithValue(profile("fourth"));
  }

  @Test
  void cancellingACallThatWasSentCancelsItAndMakesRoom() {
    CompletableFuture<Profile> first = send();
    List<CompletableFuture<Profile>> others = List.of(send(), send());
    first.cancel(true);
    assertThat(sent.get(0)).isCancelled();
    assertThat(sent).hasSize(3);
    assertThat(others).noneMatch(CompletableFuture::isDone);
  }
}
