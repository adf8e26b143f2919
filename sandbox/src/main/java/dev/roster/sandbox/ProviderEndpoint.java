package dev.roster.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests below a provider's prefix: finds the operation, lets faults happen, checks
 * credential and rate limit, asks the provider's rules, and writes the log.
 */
final class ProviderEndpoint {

  private final CountDownLatch closing;

  /**
   * Makes an endpoint that holds no answer back any longer once {@code closing} is counted down.
   */
  ProviderEndpoint(CountDownLatch closing) {
    this.closing = closing;
  }

  /** The answer, or null when the connection is to be cut without one. */
  @Nullable Answer answer(World world, Provider provider, Target target, RecordedRequest request)
      throws InterruptedException {
    Call call = route(provider, target, request);
    if (call == null) {
      world.requests.add(world.clock, "unknown", request.getMethod(), target.path(), 404);
      return Answer.text(
          404,
          Answer.TEXT,
          "No operation of " + provider.id() + " has this method and path. Check the base URL.\n");
    }
    Operation operation = call.operation();
    Fault fault = world.faults.take(operation);
    Answer carriedOut;
    Answer answer;
    if (fault == null) {
      answer = carryOut(world, provider, call);
      carriedOut = answer;
    } else {
      carriedOut = fault.isCarriedOut() ? carryOut(world, provider, call) : null;
      answer = fail(world, provider, call, fault, carriedOut);
    }
    boolean cut = fault != null && fault.cut() != Fault.Cut.NONE;
    int status = cut ? 0 : answer.status();
    world.requests.add(world.clock, operation.name(), request.getMethod(), target.path(), status);
    world.writes.add(
        world.clock.instant(), operation, status, things(world.rules(provider), call, carriedOut));
    if (fault != null && !fault.latency().isZero()) {
      closing.await(fault.latency().toMillis(), TimeUnit.MILLISECONDS);
    }
    if (fault == null) {
      return answer;
    }
    return fault.answers() ? answer.cut(fault.cut()) : null;
  }

  private static List<Thing> things(ProviderRules rules, Call call, @Nullable Answer carriedOut) {
    try {
      return rules.things(call, carriedOut);
    } catch (Refusal unreadable) {
      return List.of();
    }
  }

  private static @Nullable Call route(Provider provider, Target target, RecordedRequest request) {
    Spec spec = Spec.of(provider);
    String path = target.path().substring(1 + provider.id().length());
    // A client may take the prefix itself for its base URL, or the prefix with the path of the
    // provider's own base URL.
    for (String basePath : List.of(spec.basePath(), "")) {
      if (!path.startsWith(basePath + "/")) {
        continue;
      }
      String rest = path.substring(basePath.length());
      for (Operation operation : spec.operations()) {
        Optional<Map<String, String>> parameters = operation.match(rest);
        if (parameters.isPresent() && operation.method().equals(request.getMethod())) {
          ByteString body = request.getBody();
          return new Call(
              operation,
              parameters.get(),
              target.query(),
              request.getHeaders(),
              body == null ? ByteString.EMPTY : body);
        }
      }
    }
    return null;
  }

  private static Answer carryOut(World world, Provider provider, Call call) {
    ProviderRules rules = world.rules(provider);
    try {
      Tenant tenant = rules.authenticate(call, world.credentials);
      if (!world.limits.admits(call.operation(), tenant.name(), world.clock.instant())) {
        throw rules.tooManyRequests();
      }
      return rules.answer(tenant, call);
    } catch (Refusal refusal) {
      String errorType = refusal.errorType();
      int status =
          errorType == null
              ? refusal.status()
              : Spec.of(provider).errorStatus(call.operation(), errorType);
      return rules.error(call.operation(), status, errorType, refusal.detail());
    }
  }

  /** The answer to a call that a fault hits; {@code carriedOut} is what it would have been. */
  private static Answer fail(
      World world, Provider provider, Call call, Fault fault, @Nullable Answer carriedOut) {
    if (fault.cut() == Fault.Cut.BEFORE) {
      return Answer.text(503, Answer.TEXT, "");
    }
    Answer answer =
        carriedOut == null || (fault.refuses() && fault.cut() != Fault.Cut.AFTER)
            ? refusal(world, provider, call.operation(), fault)
            : carriedOut;
    String body = fault.body();
    if (body != null) {
      String contentType = fault.contentType();
      answer = answer.withBody(contentType == null ? Answer.JSON : contentType, body);
    }
    Integer retryAfter = fault.retryAfterSeconds();
    return retryAfter == null ? answer : answer.withHeader("Retry-After", retryAfter.toString());
  }

  /**
   * The answer to a call that a fault refuses: by its error type, else as the document shows its
   * status.
   */
  private static Answer refusal(World world, Provider provider, Operation operation, Fault fault) {
    Spec spec = Spec.of(provider);
    Integer status = fault.status();
    String errorType = fault.errorType();
    if (errorType == null && status != null) {
      List<String> types = operation.errorTypes(status);
      errorType = types.isEmpty() ? null : types.get(0);
    }
    if (errorType != null) {
      int typeStatus = status != null ? status : spec.errorStatus(operation, errorType);
      return world
          .rules(provider)
          .error(operation, typeStatus, errorType, spec.describe("ErrorType", errorType));
    }
    int plainStatus = status == null ? 500 : status;
    String example = operation.errorExample(plainStatus);
    if (example != null) {
      return Answer.json(plainStatus, Spec.example(example));
    }
    // No document knows the status, so it comes from something in front of the provider.
    return Answer.text(
        plainStatus,
        Answer.HTML,
        "<html><body><h1>" + plainStatus + "</h1><p>Gateway</p></body></html>\n");
  }
}
