package dev.roster.calcite.error;

import com.google.common.collect.ImmutableList;
import dev.roster.bindings.ApiException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which failure of a provider has which SQLSTATE: by the provider's error type first, and only for
 * a type that nobody listed by HTTP status. The table {@code roster.error_types} shows the result.
 *
 * <p>The types of all providers stand together: Linked API's are camel case, postpress' begin with
 * {@code errors/}, ConnectSafely has none.
 */
public enum ErrorMapping {
  /** A credential is missing, wrong or expired. */
  CREDENTIAL(
      SqlState.INVALID_AUTHORIZATION,
      ImmutableList.of(401),
      "linkedApiTokenRequired",
      "invalidLinkedApiToken",
      "errors/missing_credentials",
      "errors/invalid_credentials",
      "errors/expired_credentials",
      "errors/invalid_credentials_but_valid_account_imap",
      "errors/invalid_proxy_credentials"),
  /** The account is disconnected, expired, restricted, or not there. */
  ACCOUNT(
      SqlState.INVALID_AUTHORIZATION,
      ImmutableList.of(),
      "accountNotFound",
      "errors/disconnected_account",
      "errors/disconnected_feature",
      "errors/expired_link",
      "errors/wrong_account",
      "errors/multiple_sessions",
      "errors/checkpoint_error",
      "errors/invalid_checkpoint_solution",
      "errors/account_restricted"),
  /** The credential or the account lacks a right. */
  RIGHTS(
      SqlState.INSUFFICIENT_RIGHTS,
      ImmutableList.of(403),
      "errors/insufficient_privileges",
      "errors/insufficient_permissions",
      "errors/account_mismatch",
      "errors/session_mismatch",
      "errors/feature_not_subscribed",
      "errors/subscription_required",
      "errors/unknown_authentication_context",
      "errors/action_required",
      "errors/resource_access_restricted"),
  /** What a key names is not there: no row in a read, {@code 02000} in a write. */
  NOT_FOUND(
      SqlState.NO_DATA,
      ImmutableList.of(),
      "sessionNotFound",
      "errors/resource_not_found",
      "errors/invalid_resource_identifier"),
  /** A 404 without such a type: another server answers at that address. */
  WRONG_ADDRESS(SqlState.NOT_CONNECTED, ImmutableList.of(404)),
  /** The request breaks a rule of the provider. */
  REQUEST(
      SqlState.INVALID_ARGUMENT,
      ImmutableList.of(400, 409, 413, 415, 422),
      "accountIdRequired",
      "invalidRequestPayload",
      "errors/invalid_account",
      "errors/unprocessable_entity",
      "errors/account_configuration_error",
      "errors/action_already_performed"),
  /** A limit of the provider's plan is reached. */
  LIMIT(
      SqlState.LIMIT_REACHED,
      ImmutableList.of(),
      "noAvailableSeats",
      "dailyConnectionAttemptsExceeded",
      "errors/limit_exceeded"),
  /** Too many requests in a short time. */
  RATE(
      SqlState.TOO_MANY_REQUESTS,
      ImmutableList.of(429),
      "tooManyRequests",
      "errors/too_many_requests"),
  /** The provider has not built this yet. */
  NOT_IMPLEMENTED(SqlState.NOT_SUPPORTED, ImmutableList.of(501), "errors/feature_not_implemented"),
  /** The provider cannot answer for the moment. */
  UNAVAILABLE(
      SqlState.UNAVAILABLE,
      ImmutableList.of(503),
      "errors/no_client_session",
      "errors/no_channel",
      "errors/no_handler",
      "errors/network_down",
      "errors/service_unavailable"),
  /** The provider itself ran into a time-out. */
  SLOW(SqlState.TIMEOUT, ImmutableList.of(408, 504), "errors/request_timeout"),
  /** The provider failed; also every status that nothing else here names. */
  FAULT(
      SqlState.CONNECTION_FAILED,
      ImmutableList.of(500),
      "errors/unexpected_error",
      "errors/provider_error",
      "errors/authentication_intent_error");

  private static final Map<String, ErrorMapping> BY_TYPE = new HashMap<>();
  private static final Map<Integer, ErrorMapping> BY_STATUS = new HashMap<>();

  static {
    for (ErrorMapping mapping : values()) {
      mapping.types.forEach(type -> BY_TYPE.put(type, mapping));
      mapping.statuses.forEach(status -> BY_STATUS.put(status, mapping));
    }
  }

  private final SqlState state;
  private final ImmutableList<Integer> statuses;
  private final ImmutableList<String> types;

  ErrorMapping(SqlState state, ImmutableList<Integer> statuses, String... types) {
    this.state = state;
    this.statuses = statuses;
    this.types = ImmutableList.copyOf(types);
  }

  /** Returns what a failure with this HTTP status and error type is; the type may be null. */
  public static ErrorMapping of(int status, @Nullable String type) {
    ErrorMapping byType = type == null ? null : BY_TYPE.get(type);
    if (byType != null) {
      return byType;
    }
    ErrorMapping byStatus = BY_STATUS.get(status);
    if (byStatus != null) {
      return byStatus;
    }
    return status / 100 == 4 ? REQUEST : FAULT;
  }

  /** Returns what a provider's answer is. */
  public static ErrorMapping of(ApiException answer) {
    return of(answer.status(), answer.errorType());
  }

  /** Returns the SQLSTATE of a failure of this kind in a read. */
  public SqlState state() {
    return state;
  }
}
