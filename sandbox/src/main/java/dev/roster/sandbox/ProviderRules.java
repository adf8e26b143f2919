package dev.roster.sandbox;

import org.jspecify.annotations.Nullable;

/** How one provider behaves: who may call, what a call does, and what its errors look like. */
interface ProviderRules {

  /**
   * Finds the tenant whose credential the call carries.
   *
   * @throws Refusal when the credential is missing, unknown, expired or has too few rights
   */
  Tenant authenticate(Call call, Credentials credentials);

  /** The refusal of a call that exceeds a rate limit. */
  Refusal tooManyRequests();

  /**
   * Carries a call out.
   *
   * @throws Refusal when the provider would refuse it; then nothing has changed
   */
  Answer answer(Tenant tenant, Call call);

  /**
   * An error in the provider's envelope; {@code errorType} is null when the provider has none for
   * the status.
   */
  Answer error(Operation operation, int status, @Nullable String errorType, String detail);
}
