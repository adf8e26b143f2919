package dev.roster.sandbox;

import java.util.List;
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
   * The things that a call asks to have done, none if it only reads or cannot be understood.
   *
   * @param carriedOut what the provider answered when it carried the call out, or null when it did
   *     not
   */
  List<Thing> things(Call call, @Nullable Answer carriedOut);

  /**
   * An error in the provider's envelope; {@code errorType} is null when the provider has none for
   * the status.
   */
  Answer error(Operation operation, int status, @Nullable String errorType, String detail);
}
