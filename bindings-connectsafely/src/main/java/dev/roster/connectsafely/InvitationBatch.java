package dev.roster.connectsafely;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.connectsafely.Invitation.Outcome;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Invitations of any number of people, sent in requests of at most 50, one after the other, in the
 * order of the URNs. A batch is sent at most once.
 *
 * <p>The first request that fails ends the batch. What would be next is not sent: a key that is not
 * valid (401) or an account without rights (403) fails each request alike, and after any other
 * failure it is for the caller to look before more people are invited. The {@link
 * InvitationsFailedException} then holds what is known of every URN:
 *
 * <ul>
 *   <li>of the requests answered before: {@link Outcome#INVITED} or {@link Outcome#FAILED};
 *   <li>of the request that failed: {@link Outcome#REFUSED} after an answer of 4xx, {@link
 *       Outcome#UNSENT} if it certainly never left, else {@link Outcome#UNKNOWN};
 *   <li>of the requests after it: {@link Outcome#UNSENT}.
 * </ul>
 *
 * <p>What is {@code REFUSED} or {@code UNSENT} may go into a new batch.
 */
public final class InvitationBatch {

  private final String companyId;
  private final List<String> profileUrns;
  private final List<FollowInvitationsRequest> requests;
  private final Function<FollowInvitationsRequest, ApiCall<FollowInvitationsResult>> calls;

  private final AtomicBoolean started = new AtomicBoolean();
  private volatile boolean cancelled;
  private volatile @Nullable ApiCall<?> current;

  // Guarded by this, as report() may be called from any thread.
  private final List<Invitation> settled = new ArrayList<>();
  private int inFlight;
  private @Nullable String accountId;

  InvitationBatch(
      String companyId,
      @Nullable String accountId,
      List<String> profileUrns,
      Function<FollowInvitationsRequest, ApiCall<FollowInvitationsResult>> calls) {
    this.companyId = companyId;
    this.accountId = accountId;
    this.profileUrns = profileUrns;
    this.requests = requests(accountId, profileUrns);
    this.calls = calls;
  }

  private static List<FollowInvitationsRequest> requests(
      @Nullable String accountId, List<String> profileUrns) {
    List<FollowInvitationsRequest> requests = new ArrayList<>();
    for (int from = 0; from < profileUrns.size(); from += ConnectSafelyClient.MOST_IN_A_REQUEST) {
      int to = Math.min(from + ConnectSafelyClient.MOST_IN_A_REQUEST, profileUrns.size());
      requests.add(
          FollowInvitationsRequest.builder()
              .accountId(accountId)
              .profileUrns(profileUrns.subList(from, to))
              .build());
    }
    return List.copyOf(requests);
  }

  /** Returns the requests that this batch sends, in their order. */
  public List<FollowInvitationsRequest> requests() {
    return requests;
  }

  /**
   * Returns the calls of those requests, each one fresh, for callers that send them on their own
   * (past a limiter, with a record of each). {@link InvitationReport#of} reads the answers. The
   * batch does not hear of it and must not be sent then.
   */
  public List<ApiCall<FollowInvitationsResult>> calls() {
    return requests.stream().map(calls).toList();
  }

  /**
   * Sends the requests and waits for their answers.
   *
   * @return what became of each invitation; every request was answered, and any invitation may have
   *     failed by itself
   * @throws InvitationsFailedException if a request failed or was cancelled, also if the waiting
   *     thread was interrupted; its report has what is known
   * @throws IllegalStateException if the batch was sent before
   */
  public InvitationReport execute() {
    start();
    for (FollowInvitationsRequest request : requests) {
      ApiCall<FollowInvitationsResult> call = next(request);
      try {
        answered(request, call.execute());
      } catch (RuntimeException e) {
        throw failed(request, e);
      }
    }
    return report();
  }

  /**
   * Sends the requests without waiting. The future ends as {@link #execute} would. Cancelling it
   * cancels the batch; {@link #report} then has what is known.
   *
   * @throws IllegalStateException if the batch was sent before
   */
  public CompletableFuture<InvitationReport> executeAsync() {
    start();
    CompletableFuture<InvitationReport> whole = new CompletableFuture<>();
    // Also when the caller ends the future in another way, by orTimeout say.
    var unused = whole.whenComplete((report, failure) -> cancel());
    send(0, whole);
    return whole;
  }

  private void send(int index, CompletableFuture<InvitationReport> whole) {
    if (index == requests.size()) {
      whole.complete(report());
      return;
    }
    FollowInvitationsRequest request = requests.get(index);
    ApiCall<FollowInvitationsResult> call = next(request);
    var unused =
        call.executeAsync()
            .whenComplete(
                (answer, failure) -> {
                  if (failure != null) {
                    whole.completeExceptionally(failed(request, failure));
                    return;
                  }
                  answered(request, answer);
                  try {
                    send(index + 1, whole);
                  } catch (Throwable notStarted) {
                    whole.completeExceptionally(failed(requests.get(index + 1), notStarted));
                  }
                });
  }

  /** Ends the batch: the request in flight is cancelled, and no further one is sent. */
  public void cancel() {
    cancelled = true;
    ApiCall<?> call = current;
    if (call != null) {
      call.cancel();
    }
  }

  /**
   * Returns what is known now: while a request is in flight its invitations are {@link
   * Outcome#UNKNOWN}, and those that come after it {@link Outcome#UNSENT}.
   */
  public synchronized InvitationReport report() {
    List<Invitation> all = new ArrayList<>(settled);
    while (all.size() < profileUrns.size()) {
      boolean sent = all.size() < settled.size() + inFlight;
      all.add(
          new Invitation(
              profileUrns.get(all.size()), sent ? Outcome.UNKNOWN : Outcome.UNSENT, null));
    }
    return new InvitationReport(companyId, accountId, all);
  }

  private void start() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "connectsafely: the batch was sent before; make a new one of what its report names");
    }
  }

  // A call that is cancelled before it is sent ends as one that never left, so that the batch has
  // one way to end early.
  private ApiCall<FollowInvitationsResult> next(FollowInvitationsRequest request) {
    ApiCall<FollowInvitationsResult> call = calls.apply(request);
    synchronized (this) {
      inFlight = request.profileUrns().size();
    }
    current = call;
    if (cancelled) {
      call.cancel();
    }
    return call;
  }

  private synchronized void answered(
      FollowInvitationsRequest request, FollowInvitationsResult answer) {
    inFlight = 0;
    accountId = answer.accountId();
    settled.addAll(InvitationReport.of(request, answer).invitations());
  }

  private InvitationsFailedException failed(FollowInvitationsRequest request, Throwable failure) {
    InvitationReport report;
    synchronized (this) {
      Outcome outcome = outcome(failure);
      inFlight = 0;
      request.profileUrns().forEach(urn -> settled.add(new Invitation(urn, outcome, null)));
      report = report();
    }
    return new InvitationsFailedException(
        failure.getMessage()
            + " Of "
            + report.totalRequested()
            + " invitations: "
            + report.tally()
            + ".",
        report,
        failure);
  }

  private static Outcome outcome(Throwable failure) {
    if (failure instanceof ApiTransportException lost) {
      return lost.mayHaveBeenSent() ? Outcome.UNKNOWN : Outcome.UNSENT;
    }
    // 408 is a server's or a proxy's time-out; what happened behind it nobody says.
    if (failure instanceof ApiException answer
        && answer.status() / 100 == 4
        && answer.status() != 408) {
      return Outcome.REFUSED;
    }
    return Outcome.UNKNOWN;
  }
}
