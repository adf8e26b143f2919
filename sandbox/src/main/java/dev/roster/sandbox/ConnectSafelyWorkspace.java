package dev.roster.sandbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One tenant's companies, LinkedIn accounts and invitations at ConnectSafely. Guarded by its own
 * monitor.
 */
final class ConnectSafelyWorkspace {

  private final String defaultAccount;
  private final Set<String> accounts = new LinkedHashSet<>();
  private final Map<String, Boolean> superAdmin = new LinkedHashMap<>();
  private final Set<Invitation> sent = new HashSet<>();

  private record Invitation(String companyId, String profileUrn) {}

  ConnectSafelyWorkspace(String defaultAccount) {
    this.defaultAccount = defaultAccount;
    accounts.add(defaultAccount);
  }

  void addAccount(String accountId) {
    accounts.add(accountId);
  }

  String defaultAccount() {
    return defaultAccount;
  }

  boolean hasAccount(String accountId) {
    return accounts.contains(accountId);
  }

  /** The companies, each with whether the accounts are Super Admins of its page. */
  Map<String, Boolean> companies() {
    return superAdmin;
  }

  /** Records an invitation, or returns false when the person was invited to this company before. */
  boolean invite(String companyId, String profileUrn) {
    return sent.add(new Invitation(companyId, profileUrn));
  }
}
