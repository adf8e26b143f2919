package dev.roster.linkedapi;

import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.Account;
import dev.roster.linkedapi.model.AccountList;
import dev.roster.linkedapi.model.AccountStatus;
import dev.roster.linkedapi.model.ConnectionSession;
import dev.roster.linkedapi.model.ConnectionSessionStatus;
import dev.roster.linkedapi.model.NewConnectionSession;
import dev.roster.linkedapi.model.NewReconnectionSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What takes several calls, one after the other. Every wait in it obeys the client's patience. */
final class AccountFlows {

  private final LinkedApiClient client;
  private final ConnectionWaiter waiter;
  private final Patience patience;

  AccountFlows(LinkedApiClient client, ConnectionWaiter waiter, Patience patience) {
    this.client = client;
    this.waiter = waiter;
    this.patience = patience;
  }

  Account connect(Consumer<String> link) {
    // No answer names both session and account, so the new account is the one that was not there.
    Set<String> before =
        client.getAll().execute().accounts().stream().map(Account::id).collect(Collectors.toSet());
    NewConnectionSession created = client.createConnectionSession().execute();
    link.accept(created.connectionLink());
    ConnectionSession session = succeeded(waiter.waitFor(created.sessionId()));
    List<Account> added = listed(session, account -> !before.contains(account.id()));
    if (added.size() > 1) {
      throw new ConnectionFailedException(
          "linkedapi: session "
              + session.sessionId()
              + " ended as success, but several accounts are new and no answer says which of them"
              + " it connected: "
              + added.stream().map(Account::id).collect(Collectors.joining(", "))
              + ". Tell them apart by their names.",
          session);
    }
    return added.get(0);
  }

  Account reconnect(Account account, Consumer<String> link) {
    String sessionId = account.reconnectionSessionId();
    String address = account.reconnectionLink();
    if (sessionId == null || address == null) {
      throw new IllegalArgumentException(
          "linkedapi: account "
              + account.id()
              + " is "
              + account.status()
              + " and names no reconnection session; read it again by getAll()");
    }
    return reconnected(account.id(), sessionId, address, link);
  }

  Account reconnectByFreshLink(String accountId, Consumer<String> link) {
    NewReconnectionSession created = client.createReconnectionSession(accountId).execute();
    return reconnected(
        accountId, created.reconnectionSessionId(), created.reconnectionLink(), link);
  }

  private Account reconnected(
      String accountId, String sessionId, String address, Consumer<String> link) {
    link.accept(address);
    ConnectionSession session = succeeded(waiter.waitFor(sessionId));
    return listed(
            session,
            account ->
                account.id().equals(accountId)
                    && !account.status().equals(AccountStatus.RECONNECTION_REQUIRED))
        .get(0);
  }

  private static ConnectionSession succeeded(ConnectionSession session) {
    if (!session.status().equals(ConnectionSessionStatus.SUCCESS)) {
      throw new ConnectionFailedException(
          "linkedapi: session "
              + session.sessionId()
              + " ended as "
              + session.status()
              + ". Start a new one.",
          session);
    }
    return session;
  }

  // By decision A9 a session may succeed a moment before its account is there.
  private List<Account> listed(ConnectionSession session, Predicate<Account> wanted) {
    Poll.Outcome<AccountList> outcome =
        Poll.result(
            Poll.atOnce(
                patience, client::getAll, answer -> answer.accounts().stream().anyMatch(wanted)),
            Operations.GET_ALL);
    if (outcome.last() == null || !outcome.done()) {
      throw new WaitTimeoutException(
          Operations.GET_ALL.qualifiedName()
              + ": session "
              + session.sessionId()
              + " ended as success, but its account did not show within "
              + patience.deadline().toSeconds()
              + " s. Read the accounts again later.",
          session.sessionId());
    }
    return outcome.last().accounts().stream().filter(wanted).toList();
  }

  ProfileRefresh refreshProfile(String accountId) {
    Optional<Account> before = find(client.getAll().execute(), accountId);
    String workflowId = client.reparseAccountInfo(accountId).execute().workflowId();
    CompletableFuture<Poll.Outcome<AccountList>> outcome =
        Poll.afterPause(
            patience,
            client::getAll,
            answer ->
                find(answer, accountId)
                    .map(now -> before.isEmpty() || differs(before.get(), now))
                    .orElse(false));
    Poll.Outcome<AccountList> ended = Poll.result(outcome, Operations.GET_ALL);
    Account now =
        Optional.ofNullable(ended.last())
            .flatMap(answer -> find(answer, accountId))
            .or(() -> before)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        Operations.GET_ALL.qualifiedName()
                            + ": account "
                            + accountId
                            + " is not listed. Check the id."));
    return new ProfileRefresh(now, ended.done(), workflowId);
  }

  private static Optional<Account> find(AccountList answer, String accountId) {
    return answer.accounts().stream().filter(account -> account.id().equals(accountId)).findFirst();
  }

  private static boolean differs(Account before, Account now) {
    return !before.name().equals(now.name())
        || !before.url().equals(now.url())
        || !Objects.equals(before.avatarUrl(), now.avatarUrl())
        || !Objects.equals(before.headline(), now.headline());
  }
}
