package dev.roster.calcite.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import dev.roster.bindings.ApiCall;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.Changes;
import dev.roster.postpress.PostpressClient;
import dev.roster.postpress.api.Operations;
import dev.roster.postpress.model.EditOwnProfileRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that read, give up and write as they like, on one profile. */
@Timeout(60)
class ReadsAmongWritesTest {

  private static final int THREADS = 6;
  private static final int STEPS = 2000;
  private static final PostpressClient POSTPRESS =
      PostpressClient.builder().apiKey("pp_secret").build();

  private final ExecutorService readers = Executors.newFixedThreadPool(THREADS);
  private final ExecutorService provider = Executors.newFixedThreadPool(4);
  // What the provider has: how many edits.
  private final AtomicInteger edits = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();

  private final CallSender sender =
      new CallSender() {
        @SuppressWarnings("unchecked")
        @Override
        public <T> CompletableFuture<T> send(ApiCall<T> call) {
          CompletableFuture<Object> answer = new CompletableFuture<>();
          provider.execute(
              () -> {
                if (call.operation().readOnly()) {
                  reads.incrementAndGet();
                  int seen = edits.get();
                  Thread.onSpinWait();
                  AnswerSize size = call.request().tag(AnswerSize.class);
                  if (size != null) {
                    size.set(10);
                  }
                  answer.complete(seen);
                } else {
                  answer.complete(edits.incrementAndGet());
                }
              });
          return (CompletableFuture<T>) answer;
        }
      };

  private final ReadCache cache =
      new ReadCache(
          sender,
          new CredentialCaches(Ticker.systemTicker()),
          CredentialId.of("postpress", "http://localhost", "pp_secret"),
          Duration.ofHours(1),
          1000);

  @AfterEach
  void stop() {
    readers.shutdownNow();
    provider.shutdownNow();
  }

  private CompletableFuture<Object> read() {
    return SentCalls.any(cache.read(POSTPRESS.getOwnProfile("a").withJson(), "a"));
  }

  private CompletableFuture<Object> write() {
    return SentCalls.any(
        cache.send(
            POSTPRESS
                .editOwnProfile(
                    EditOwnProfileRequest.builder().accountId("a").headline("Hi").build())
                .tagged(Changes.class, Changes.of(Operations.GET_OWN_PROFILE, "a"))));
  }

  @Test
  void noReadSeesTheTimeBeforeAWriteThatHasEnded() throws Exception {
    AtomicInteger ended = new AtomicInteger();
    List<Future<Integer>> threads = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(thread);
      threads.add(
          readers.submit(
              () -> {
                int answers = 0;
                for (int step = 0; step < STEPS; step++) {
                  int least = ended.get();
                  switch (random.nextInt(20)) {
                    case 0 -> ended.accumulateAndGet((Integer) write().get(), Math::max);
                    case 1, 2, 3 -> read().cancel(true);
                    default -> {
                      assertThat((Integer) read().get()).isGreaterThanOrEqualTo(least);
                      answers++;
                    }
                  }
                }
                return answers;
              }));
    }
    int answers = 0;
    for (Future<Integer> thread : threads) {
      answers += thread.get();
    }

    assertThat(answers).isGreaterThan(THREADS * STEPS / 2);
    // Or else nothing was shared, and nothing was tried.
    assertThat(reads.get()).isLessThan(answers);
  }
}
