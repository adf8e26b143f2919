package dev.roster.linkedapi;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.Operation;
import dev.roster.bindings.http.ApiClientBuilder;
import dev.roster.bindings.http.ApiTransport;
import dev.roster.linkedapi.api.AccountsApi;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.Account;
import dev.roster.linkedapi.model.AccountList;
import dev.roster.linkedapi.model.AccountRequest;
import dev.roster.linkedapi.model.ConnectionSessionRequest;
import dev.roster.linkedapi.model.ConnectionSessionResult;
import dev.roster.linkedapi.model.EmptyResult;
import dev.roster.linkedapi.model.ErrorType;
import dev.roster.linkedapi.model.JsonAdapters;
import dev.roster.linkedapi.model.NewConnectionSession;
import dev.roster.linkedapi.model.NewIdentificationToken;
import dev.roster.linkedapi.model.NewReconnectionSession;
import dev.roster.linkedapi.model.ReparseStarted;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a Linked API workspace: one method an operation, and the flows made of them.
 *
 * <pre>
 * LinkedApiClient client = LinkedApiClient.builder().token(token).build();
 * AccountList now = client.getAll().execute();
 * </pre>
 *
 * <p>A method that names an operation returns an {@link ApiCall}, not yet sent, with a waiting and
 * a not waiting form: {@code execute()} and {@code executeAsync()}. It refuses a blank id with an
 * {@link IllegalArgumentException}. What a call throws stands at {@link ApiCall#execute}; {@link
 * #typeOf} gives the error's type. A client serves any number of threads and caches nothing.
 */
public final class LinkedApiClient {

  private final AccountsApi api;
  private final ConnectionWaiter waiter;
  private final AccountFlows flows;

  private LinkedApiClient(ApiTransport transport, Patience patience) {
    this.api = transport.create(AccountsApi.class);
    this.waiter = new ConnectionWaiter(this::getConnectionSession, patience);
    this.flows = new AccountFlows(this, waiter, patience);
  }

  /** Returns a builder; the token is all it needs. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the type of a failure of this provider, known to the spec or not, or null where the
   * answer named none.
   */
  public static @Nullable ErrorType typeOf(ApiException failure) {
    String type = failure.errorType();
    return type == null ? null : ErrorType.of(type);
  }

  /**
   * Lists all accounts and the unfinished sessions of accounts being connected.
   *
   * <p>Reading has an effect: for each account that waits for a reconnection and has no session,
   * the provider starts one.
   */
  public ApiCall<AccountList> getAll() {
    return api.getAll();
  }

  /** Reads how far a connection or reconnection session has come. */
  public ApiCall<ConnectionSessionResult> getConnectionSession(String sessionId) {
    return api.getConnectionSession(session(Operations.GET_CONNECTION_SESSION, sessionId));
  }

  /**
   * Starts a session in which a person connects a new account. It takes a seat until it ends.
   *
   * <p>{@link #connect} does this and what follows.
   */
  public ApiCall<NewConnectionSession> createConnectionSession() {
    return api.createConnectionSession();
  }

  /**
   * Starts a fresh session in which a person logs in again to an account that waits for it; the
   * account's session so far is cancelled.
   *
   * <p>{@link #reconnect} goes without, by the session that {@link #getAll} names.
   */
  public ApiCall<NewReconnectionSession> createReconnectionSession(String accountId) {
    return api.createReconnectionSession(
        account(Operations.CREATE_RECONNECTION_SESSION, accountId));
  }

  /** Ends an unfinished connection or reconnection session and frees its seat. */
  public ApiCall<EmptyResult> cancelConnectionSession(String sessionId) {
    return api.cancelConnectionSession(session(Operations.CANCEL_CONNECTION_SESSION, sessionId));
  }

  /**
   * Starts a reading of the account's name, profile URL, picture and headline from LinkedIn; its
   * end is told by nothing.
   *
   * <p>{@link #refreshProfile} does this and looks for the change.
   */
  public ApiCall<ReparseStarted> reparseAccountInfo(String accountId) {
    return api.reparseAccountInfo(account(Operations.REPARSE_ACCOUNT_INFO, accountId));
  }

  /**
   * Replaces the account's identification token.
   *
   * <p><b>This cannot be undone.</b> The old token stops working as the call is answered, in every
   * program that uses it; {@link #regenerateIdentificationToken(String, Consumer)} hands the new
   * one out at once. A call whose answer is lost may have replaced it: {@link #getAll} shows the
   * token in force.
   */
  public ApiCall<NewIdentificationToken> regenerateIdentificationToken(String accountId) {
    return api.regenerateIdentificationToken(
        account(Operations.REGENERATE_IDENTIFICATION_TOKEN, accountId));
  }

  /**
   * Replaces the account's identification token and hands the new one to {@code swap} at once.
   *
   * <p><b>This cannot be undone.</b> The old token is dead when {@code swap} is called: it must put
   * the new one wherever the old one was. If it throws, the new token stays in force, and {@link
   * #getAll} shows it.
   *
   * @param swap takes the new token, on this thread; it must not log it
   */
  public void regenerateIdentificationToken(String accountId, Consumer<String> swap) {
    swap.accept(regenerateIdentificationToken(accountId).execute().token());
  }

  /**
   * Removes an account with its browser profile and its proxy.
   *
   * <p><b>This cannot be undone.</b> Whoever wants the account back connects it from the beginning
   * and gets another account with another id and another token. Let a person confirm it first.
   */
  public ApiCall<EmptyResult> disconnect(String accountId) {
    return api.disconnect(account(Operations.DISCONNECT, accountId));
  }

  /** Returns what waits until a connection or reconnection session ends. */
  public ConnectionWaiter waiter() {
    return waiter;
  }

  /**
   * Connects a new account: starts a session, hands out its link, waits until a person has logged
   * in there, and returns the account once {@link #getAll} lists it.
   *
   * <p>An interruption or a time-out ends the waiting and not the session: the person may still log
   * in, and {@link #cancelConnectionSession} frees the seat.
   *
   * @param link takes the address that the person opens in a browser, on this thread
   * @throws ApiException if the provider refuses, such as for want of seats
   * @throws WaitTimeoutException if the session, or the account after it, takes too long
   * @throws ConnectionFailedException if the session ends without success, or if several accounts
   *     are new, so that none can be told to be this one
   */
  public Account connect(Consumer<String> link) {
    return flows.connect(link);
  }

  /**
   * Reconnects an account by the session that {@link #getAll} named with it: hands out its link,
   * waits until a person has logged in there, and returns the account as it is then.
   *
   * @param account an account as {@link #getAll} gave it just now
   * @param link takes the address that the person opens in a browser, on this thread
   * @throws IllegalArgumentException if the account waits for no reconnection
   * @throws WaitTimeoutException if the session, or the account after it, takes too long
   * @throws ConnectionFailedException if the session ends without success
   */
  public Account reconnect(Account account, Consumer<String> link) {
    return flows.reconnect(account, link);
  }

  /**
   * Reconnects an account by a fresh session, for when the link so far is of no use any more; the
   * session so far is cancelled. Else as {@link #reconnect}.
   *
   * @throws ApiException if the provider refuses, such as for an account that waits for no
   *     reconnection
   */
  public Account reconnectByFreshLink(String accountId, Consumer<String> link) {
    return flows.reconnectByFreshLink(accountId, link);
  }

  /**
   * Has the account's name, profile URL, picture and headline read from LinkedIn, and looks at
   * {@link #getAll} until one of them differs.
   *
   * <p>The provider does not tell when the reading ends, nor that it found nothing new. So an
   * unchanged profile takes the whole time that a wait may take, and is no failure.
   *
   * @throws ApiException if the provider refuses, such as for an account that it does not know
   * @throws IllegalStateException if {@link #getAll} never lists the account
   */
  public ProfileRefresh refreshProfile(String accountId) {
    return flows.refreshProfile(accountId);
  }

  private static AccountRequest account(Operation operation, String accountId) {
    return AccountRequest.builder().accountId(given(operation, "accountId", accountId)).build();
  }

  private static ConnectionSessionRequest session(Operation operation, String sessionId) {
    return ConnectionSessionRequest.builder()
        .sessionId(given(operation, "sessionId", sessionId))
        .build();
  }

  private static String given(Operation operation, String name, String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException(
          operation.qualifiedName()
              + ": "
              + name
              + " is blank; give an id as accounts.getAll lists it");
    }
    return id;
  }

  /** Gathers what a client needs. All but the token has a default. */
  public static final class Builder extends ApiClientBuilder<Builder> {

    private Patience patience = Patience.USUAL;

    private Builder() {
      super(
          Operations.BASE_URL,
          Operations.ALL,
          JsonAdapters.FACTORY,
          Operations.CREDENTIAL_HEADER,
          Operations.CREDENTIAL_PREFIX);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the workspace's token, which Linked API calls linked-api-token.
     *
     * @throws IllegalArgumentException if it is blank or holds a character that no header can
     */
    public Builder token(String token) {
      return credential(token);
    }

    /**
     * Sets the pause before each look at something that is waited for; 3 s by default.
     *
     * @throws IllegalArgumentException if it is not longer than 0
     */
    public Builder pollInterval(Duration interval) {
      patience = patience.withInterval(interval);
      return this;
    }

    /**
     * Sets how long something is waited for, beginning with the first pause; 2 min by default.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder waitDeadline(Duration deadline) {
      patience = patience.withDeadline(deadline);
      return this;
    }

    /** Sets what time it is, for tests. */
    Builder time(Time time) {
      patience = new Patience(patience.interval(), patience.deadline(), time);
      return this;
    }

    /**
     * Returns the client.
     *
     * @throws IllegalStateException if no token was given
     */
    public LinkedApiClient build() {
      return new LinkedApiClient(transport(), patience);
    }
  }
}
