package dev.roster.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The credentials that the providers know, and the tenant behind each. */
final class Credentials {

  /** What a known credential is good for. */
  enum State {
    VALID,
    /** It was valid once; the provider answers as to an unknown one. */
    EXPIRED,
    /** It is valid, but not for the operations of the sandbox. Only postpress knows scopes. */
    UNSCOPED
  }

  record Known(Provider provider, Tenant tenant, State state) {}

  private final Map<String, Known> known = new LinkedHashMap<>();

  synchronized void add(Tenant tenant) {
    for (Provider provider : Provider.values()) {
      known.put(provider.credential(tenant.name()), new Known(provider, tenant, State.VALID));
    }
  }

  synchronized void set(String credential, State state) {
    Known old = known.get(credential);
    if (old == null) {
      throw new IllegalArgumentException("The credential is not known to the sandbox.");
    }
    if (state == State.UNSCOPED && old.provider() != Provider.POSTPRESS) {
      throw new IllegalArgumentException("Only keys of postpress have scopes.");
    }
    known.put(credential, new Known(old.provider(), old.tenant(), state));
  }

  /**
   * What is known of a credential, or null when it does not belong to the provider or has expired.
   */
  synchronized @Nullable Known find(Provider provider, String credential) {
    Known found = known.get(credential);
    return found == null || found.provider() != provider || found.state() == State.EXPIRED
        ? null
        : found;
  }
}
