package dev.roster.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Steers a sandbox: what a user, LinkedIn or bad luck would do. The same calls exist over HTTP
 * under {@code /sandbox}.
 *
 * <p>A call that names something unknown, or asks for something impossible, throws an
 * IllegalArgumentException and changes nothing. All methods may be called from any thread.
 */
public final class Control {

  private static final Set<String> ACCOUNT_STATUSES =
      Set.of(LinkedAccount.ACTIVE, LinkedAccount.FROZEN, LinkedAccount.RECONNECTION_REQUIRED);

  private final InstantSource clock;
  private final String baseUrl;
  private volatile World world;

  Control(InstantSource clock, String baseUrl, int accounts) {
    this.clock = clock;
    this.baseUrl = baseUrl;
    this.world = new World(clock, baseUrl, accounts);
  }

  World world() {
    return world;
  }

  /** Starts over with the usual number of accounts. */
  public void reset() {
    reset(StartData.ACCOUNTS);
  }

  /**
   * Starts over: n Linked API accounts and n postpress LinkedIn accounts, the i-th of each with the
   * same public profile URL, everything else as at the start; no faults, no limits, no further
   * tenants, an empty request log.
   */
  public void reset(int accounts) {
    world = new World(clock, baseUrl, accounts);
  }

  /** The accounts of the first tenant. */
  public Inventory accounts() {
    return accounts(World.FIRST_TENANT);
  }

  /** The accounts of a tenant. */
  public Inventory accounts(String tenantName) {
    Tenant tenant = world.tenant(tenantName);
    List<Inventory.LinkedApiAccount> linkedapi = new ArrayList<>();
    synchronized (tenant.linkedapi()) {
      tenant.linkedapi().settle(clock.instant());
      tenant
          .linkedapi()
          .accounts()
          .forEach(a -> linkedapi.add(new Inventory.LinkedApiAccount(a.id(), a.status())));
    }
    List<Inventory.PostpressAccount> postpress = new ArrayList<>();
    tenant
        .postpress()
        .accounts()
        .forEach(a -> postpress.add(new Inventory.PostpressAccount(a.id, a.provider)));
    List<Inventory.Company> connectsafely = new ArrayList<>();
    synchronized (tenant.connectsafely()) {
      tenant
          .connectsafely()
          .companies()
          .forEach((id, admin) -> connectsafely.add(new Inventory.Company(id, admin)));
    }
    return new Inventory(linkedapi, postpress, connectsafely);
  }

  /** Moves a connection session to its next status and returns that status. */
  public String advance(String sessionId) {
    return advance(sessionId, null, null);
  }

  /**
   * Moves a connection session forward to a status; {@code success} creates or reconnects the
   * account.
   */
  public String advance(String sessionId, String status) {
    return advance(sessionId, status, null);
  }

  /**
   * Moves a connection session forward and returns its new status.
   *
   * @param status the status to move to, or null for the next one
   * @param countryCode the country that the user picks for a new account, or null for US
   */
  public String advance(String sessionId, @Nullable String status, @Nullable String countryCode) {
    LinkedApiWorkspace workspace = workspaceOfSession(sessionId);
    synchronized (workspace) {
      workspace.settle(clock.instant());
      ConnectionSession session = session(workspace, sessionId);
      SessionStatus target = status == null ? session.status.next() : SessionStatus.of(status);
      if (!session.status.mayBecome(target)) {
        throw new IllegalArgumentException(
            "Session %s is %s and cannot become %s."
                .formatted(sessionId, session.status.wire(), target.wire()));
      }
      workspace.move(session, target, countryCode == null ? "US" : countryCode, clock.instant());
      return target.wire();
    }
  }

  /** The status of a connection session. */
  String sessionStatus(String sessionId) {
    LinkedApiWorkspace workspace = workspaceOfSession(sessionId);
    synchronized (workspace) {
      workspace.settle(clock.instant());
      return session(workspace, sessionId).status.wire();
    }
  }

  /**
   * Sets the status of a Linked API account: {@code active}, {@code frozen} or {@code
   * reconnection_required}.
   */
  public void setAccountStatus(String accountId, String status) {
    if (!ACCOUNT_STATUSES.contains(status)) {
      throw new IllegalArgumentException(
          "Unknown account status \""
              + status
              + "\". Use active, frozen or reconnection_required.");
    }
    withAccount(
        accountId, (workspace, account) -> workspace.status(account, status, clock.instant()));
  }

  /** Sets whether a Linked API account can be reconnected; at first every one can. */
  public void setReconnectable(String accountId, boolean reconnectable) {
    withAccount(accountId, (workspace, account) -> account.reconnectable = reconnectable);
  }

  /**
   * Sets whether the reconnection of a Linked API account also changes its proxy. While it does and
   * a session is in progress, createReconnectionSession answers with that session instead of a new
   * one.
   */
  public void setPendingProxyChange(String accountId, boolean pending) {
    withAccount(accountId, (workspace, account) -> account.pendingProxyChange = pending);
  }

  /**
   * Sets what LinkedIn shows of an account from now on, which its next reparse takes over.
   *
   * @param avatarUrl the picture, or null when LinkedIn renders none
   * @param headline the headline, or null when LinkedIn renders none
   */
  public void setProfile(
      String accountId,
      String name,
      String url,
      @Nullable String avatarUrl,
      @Nullable String headline) {
    ObjectNode shown =
        Answer.object()
            .put("name", name)
            .put("url", url)
            .put("avatarUrl", avatarUrl)
            .put("headline", headline);
    withAccount(accountId, (workspace, account) -> account.shownOnLinkedIn = shown);
  }

  /** Ends the reparse that runs for an account now, instead of when its time is over. */
  public void finishReparse(String accountId) {
    withAccount(
        accountId,
        (workspace, account) -> {
          if (account.reparseEnds == null) {
            throw new IllegalArgumentException(
                "No reparse runs for the account " + accountId + ".");
          }
          workspace.endReparse(account);
        });
  }

  /**
   * Puts a postpress account into a state in which both operations answer with an error type that
   * both document, such as {@code errors/disconnected_account}; null ends the state.
   */
  public void setPostpressError(String accountId, @Nullable String errorType) {
    PostpressAccount account = world.postpressAccount(accountId);
    if (account == null) {
      throw new IllegalArgumentException("postpress has no account " + accountId + ".");
    }
    Set<String> types = Spec.operation("ownProfile.get").errorStatuses().keySet();
    if (errorType != null && !types.contains(errorType)) {
      throw new IllegalArgumentException(
          "Unknown error type \"" + errorType + "\". Known are " + types + ".");
    }
    synchronized (account) {
      account.errorType = errorType;
    }
  }

  /**
   * Sets whether the first tenant's accounts are Super Admins of a company's page; an unknown
   * company is added.
   */
  public void setSuperAdmin(String companyId, boolean superAdmin) {
    ConnectSafelyWorkspace workspace = world.tenant(World.FIRST_TENANT).connectsafely();
    synchronized (workspace) {
      workspace.companies().put(companyId, superAdmin);
    }
  }

  /**
   * Lets something go wrong with the next calls of an operation. Faults of one operation happen one
   * after another.
   */
  public void fault(Fault fault) {
    world.faults.add(fault);
  }

  /** Forgets the requests received so far, and what they asked for. */
  void clearRequests() {
    world.requests.clear();
    world.writes.clear();
  }

  /**
   * Lets random faults happen to the calls that no other fault waits for, until {@link
   * #clearFaults} or the next random faults.
   */
  public void randomFaults(RandomFaults faults) {
    world.faults.set(faults);
  }

  /** Forgets all faults, random ones too. */
  public void clearFaults() {
    world.faults.clear();
  }

  /**
   * Lets an operation accept at most so many calls of a tenant within any window of time, and 429
   * beyond.
   */
  public void limit(String operation, int requests, Duration window) {
    world.limits.set(operation, requests, window);
  }

  /** Forgets all limits. */
  public void clearLimits() {
    world.limits.clear();
  }

  /**
   * Adds a tenant with its own accounts; its credentials are {@code linked_NAME}, {@code cs_NAME},
   * {@code pp_NAME}.
   */
  public void addTenant(String name, int accounts) {
    world.addTenant(name, accounts);
  }

  /** Lets a credential expire: from now on it is refused like an unknown one. */
  public void expireCredential(String credential) {
    world.credentials.set(credential, Credentials.State.EXPIRED);
  }

  /**
   * Takes a postpress key's scopes away: from now on it is refused with
   * errors/insufficient_privileges.
   */
  public void removeScopes(String credential) {
    world.credentials.set(credential, Credentials.State.UNSCOPED);
  }

  /** Makes a credential valid again. */
  public void restoreCredential(String credential) {
    world.credentials.set(credential, Credentials.State.VALID);
  }

  /** Sets how many accounts and pending sessions a tenant of Linked API may have. */
  public void setSeats(int seats) {
    world.settings.seats = atLeast(0, seats, "seats");
  }

  /** Sets how many connection sessions a tenant may create within 24 hours. */
  public void setDailyConnectionAttempts(int attempts) {
    world.settings.dailyConnectionAttempts = atLeast(0, attempts, "dailyConnectionAttempts");
  }

  /**
   * Sets how long after its session's success a new account appears; at first it appears at once.
   */
  public void setNewAccountDelay(Duration delay) {
    world.settings.newAccountDelay = delay;
  }

  /** Sets how long a reparse takes; at first one second. */
  public void setReparseTime(Duration time) {
    world.settings.reparseTime = time;
  }

  /**
   * Sets how long a session that a client created stays in each status, so that it comes to success
   * by itself; null (as at first) leaves sessions where they are.
   */
  public void setSessionStep(@Nullable Duration step) {
    world.settings.sessionStep = step;
  }

  /**
   * Sets whether postpress refuses an edit that equals the account's last one with
   * errors/action_already_performed.
   */
  public void setRepeatedEditsRefused(boolean refused) {
    world.settings.repeatedEditsRefused = refused;
  }

  /**
   * Sets after how many edits an account gets errors/limit_exceeded; null (as at first) for never.
   */
  public void setEditLimit(@Nullable Integer edits) {
    world.settings.editLimit = edits == null ? null : atLeast(0, edits, "editLimit");
  }

  private static int atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " must be at least " + least + ", not " + value + ".");
    }
    return value;
  }

  private interface AccountChange {
    void apply(LinkedApiWorkspace workspace, LinkedAccount account);
  }

  private void withAccount(String accountId, AccountChange change) {
    Tenant tenant = world.ownerOfAccount(accountId);
    LinkedApiWorkspace workspace = tenant == null ? null : tenant.linkedapi();
    if (workspace != null) {
      synchronized (workspace) {
        workspace.settle(clock.instant());
        LinkedAccount account = workspace.account(accountId);
        if (account != null) {
          change.apply(workspace, account);
          return;
        }
      }
    }
    throw new IllegalArgumentException("Linked API has no account " + accountId + ".");
  }

  private LinkedApiWorkspace workspaceOfSession(String sessionId) {
    Tenant tenant = world.ownerOfSession(sessionId);
    if (tenant == null) {
      throw new IllegalArgumentException("There is no connection session " + sessionId + ".");
    }
    return tenant.linkedapi();
  }

  private static ConnectionSession session(LinkedApiWorkspace workspace, String sessionId) {
    ConnectionSession session = workspace.session(sessionId);
    if (session == null) {
      throw new IllegalArgumentException("There is no connection session " + sessionId + ".");
    }
    return session;
  }
}
