package dev.roster.sandbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a reset throws away: tenants, credentials, faults, limits, settings and the
 * request log.
 */
final class World {

  /** The tenant that is there from the start. */
  static final String FIRST_TENANT = "sandbox";

  private static final Pattern TENANT_NAME = Pattern.compile("[a-z][a-z0-9]{0,19}");

  final InstantSource clock;
  final Settings settings = new Settings();
  final Credentials credentials = new Credentials();
  final Faults faults = new Faults();
  final Limits limits = new Limits();
  final RequestLog requests = new RequestLog();
  final WriteLog writes = new WriteLog();
  private final String baseUrl;
  private final Ids ids = new Ids();
  private final Map<String, Tenant> tenants = new LinkedHashMap<>();
  private final Map<Provider, ProviderRules> rules = new ConcurrentHashMap<>();

  World(InstantSource clock, String baseUrl, int accounts) {
    this.clock = clock;
    this.baseUrl = baseUrl;
    addTenant(FIRST_TENANT, accounts);
  }

  /**
   * The rules of a provider. They are made at the first call, because reading a document takes a
   * while.
   */
  ProviderRules rules(Provider provider) {
    return rules.computeIfAbsent(
        provider,
        p ->
            switch (p) {
              case LINKEDAPI -> new LinkedApiRules(clock);
              case CONNECTSAFELY -> new ConnectSafelyRules();
              case POSTPRESS -> new PostpressRules(settings);
            });
  }

  synchronized Tenant addTenant(String name, int accounts) {
    if (!TENANT_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A tenant's name must match " + TENANT_NAME + ".");
    }
    if (accounts < 0) {
      throw new IllegalArgumentException(
          "The number of accounts must not be negative, not " + accounts + ".");
    }
    if (tenants.containsKey(name)) {
      throw new IllegalArgumentException("There is a tenant " + name + " already.");
    }
    Tenant tenant =
        new Tenant(
            name,
            new LinkedApiWorkspace(ids, settings, session -> baseUrl + "/connection/" + session),
            new ConnectSafelyWorkspace("cs_account_1"),
            new PostpressWorkspace());
    synchronized (tenant.linkedapi()) {
      StartData.fill(tenant, name.equals(FIRST_TENANT), accounts, ids);
    }
    tenants.put(name, tenant);
    credentials.add(tenant);
    return tenant;
  }

  synchronized List<Tenant> tenants() {
    return new ArrayList<>(tenants.values());
  }

  synchronized Tenant tenant(String name) {
    Tenant tenant = tenants.get(name);
    if (tenant == null) {
      throw new IllegalArgumentException("There is no tenant " + name + ".");
    }
    return tenant;
  }

  /** The tenant whose session this is, or null when there is no such session. */
  @Nullable Tenant ownerOfSession(String sessionId) {
    for (Tenant tenant : tenants()) {
      synchronized (tenant.linkedapi()) {
        if (tenant.linkedapi().session(sessionId) != null) {
          return tenant;
        }
      }
    }
    return null;
  }

  /** The tenant whose Linked API account this is, or null when there is no such account. */
  @Nullable Tenant ownerOfAccount(String accountId) {
    for (Tenant tenant : tenants()) {
      synchronized (tenant.linkedapi()) {
        if (tenant.linkedapi().account(accountId) != null) {
          return tenant;
        }
      }
    }
    return null;
  }

  /** The postpress account with this id, of whichever tenant, or null when there is none. */
  @Nullable PostpressAccount postpressAccount(String accountId) {
    for (Tenant tenant : tenants()) {
      PostpressAccount account = tenant.postpress().account(accountId);
      if (account != null) {
        return account;
      }
    }
    return null;
  }
}
