package dev.roster.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The control calls over HTTP, below {@code /sandbox}: JSON in, JSON out, 400 with a sentence for a
 * wrong one.
 */
final class ControlEndpoint {

  private final Control control;
  private final Traffic traffic;

  ControlEndpoint(Control control, Traffic traffic) {
    this.control = control;
    this.traffic = traffic;
  }

  Answer answer(String method, Target target, String body) {
    String route = method + " " + String.join("/", target.segments());
    try {
      return Answer.json(200, answer(route, target, ControlFields.of(body)));
    } catch (UnknownRoute e) {
      return Answer.json(
          404, Answer.object().put("error", "There is no control call " + route + "."));
    } catch (IllegalArgumentException e) {
      return Answer.json(400, Answer.object().put("error", e.getMessage()));
    }
  }

  private JsonNode answer(String route, Target target, ControlFields fields) {
    return switch (route) {
      case "GET requests" -> requests();
      case "DELETE requests" -> done(control::clearRequests);
      case "GET writes" -> writes();
      case "GET traffic" -> traffic();
      case "GET accounts" -> accounts(target);
      case "POST reset" -> reset(fields);
      case "POST sessions/advance" -> advance(fields);
      case "POST faults" -> fault(fields);
      case "POST faults/random" -> randomFaults(fields);
      case "DELETE faults" -> done(control::clearFaults);
      case "POST limits" -> limit(fields);
      case "DELETE limits" -> done(control::clearLimits);
      case "POST settings" -> settings(fields);
      case "POST tenants" -> tenant(fields);
      case "POST credentials" -> credential(fields);
      default -> answerAbout(route, target.segments(), fields);
    };
  }

  /** The calls that name an account or a company in their path. */
  private ObjectNode answerAbout(String route, List<String> segments, ControlFields fields) {
    if (route.startsWith("POST accounts/") && segments.size() == 3) {
      String id = segments.get(1);
      return switch (segments.get(2)) {
        case "status" -> accountStatus(id, fields);
        case "switches" -> accountSwitches(id, fields);
        case "profile" -> accountProfile(id, fields);
        case "finish-reparse" -> finishReparse(id, fields);
        case "error" -> accountError(id, fields);
        default -> throw new UnknownRoute();
      };
    }
    if (route.startsWith("POST companies/") && segments.size() == 2) {
      return company(segments.get(1), fields);
    }
    throw new UnknownRoute();
  }

  private static ObjectNode done(Runnable call) {
    call.run();
    return Answer.object();
  }

  private ObjectNode company(String id, ControlFields fields) {
    boolean superAdmin = fields.flag("super_admin");
    fields.refuseOthers();
    control.setSuperAdmin(id, superAdmin);
    return Answer.object().put("company_id", id).put("super_admin", superAdmin);
  }

  private ObjectNode finishReparse(String id, ControlFields fields) {
    fields.refuseOthers();
    control.finishReparse(id);
    return Answer.object().put("id", id);
  }

  private ArrayNode requests() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (ReceivedRequest request : control.world().requests.all()) {
      list.addObject()
          .put("time", request.time().toString())
          .put("operation", request.operation())
          .put("method", request.method())
          .put("path", request.path())
          .put("status", request.status());
    }
    return list;
  }

  private ArrayNode writes() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (ReceivedWrite write : control.world().writes.all()) {
      list.addObject()
          .put("time", write.time().toString())
          .put("operation", write.operation())
          .put("account", write.account())
          .put("target", write.target())
          .put("done", write.done())
          .put("status", write.status());
    }
    return list;
  }

  private ObjectNode accounts(Target target) {
    List<String> tenant = target.query().getOrDefault("tenant", List.of(World.FIRST_TENANT));
    Inventory inventory = control.accounts(tenant.get(0));
    ObjectNode body = Answer.object();
    ArrayNode linkedapi = body.putArray("linkedapi");
    inventory
        .linkedapi()
        .forEach(a -> linkedapi.addObject().put("id", a.id()).put("status", a.status()));
    ArrayNode postpress = body.putArray("postpress");
    inventory
        .postpress()
        .forEach(
            a ->
                postpress
                    .addObject()
                    .put("account_id", a.accountId())
                    .put("provider", a.provider()));
    ArrayNode connectsafely = body.putArray("connectsafely");
    inventory
        .connectsafely()
        .forEach(
            c ->
                connectsafely
                    .addObject()
                    .put("company_id", c.companyId())
                    .put("super_admin", c.superAdmin()));
    return body;
  }

  private ObjectNode reset(ControlFields fields) {
    Integer accounts = fields.optionalNumber("accounts");
    fields.refuseOthers();
    control.reset(accounts == null ? StartData.ACCOUNTS : accounts);
    return Answer.object().put("accounts", accounts == null ? StartData.ACCOUNTS : accounts);
  }

  private ObjectNode advance(ControlFields fields) {
    String sessionId = fields.text("sessionId");
    String status = fields.optionalText("status");
    String countryCode = fields.optionalText("countryCode");
    fields.refuseOthers();
    return Answer.object()
        .put("sessionId", sessionId)
        .put("status", control.advance(sessionId, status, countryCode));
  }

  private ObjectNode traffic() {
    return Answer.object()
        .put("openConnections", traffic.openConnections())
        .put("callsUnderWay", traffic.callsUnderWay());
  }

  private ObjectNode fault(ControlFields fields) {
    Integer count = fields.optionalNumber("count");
    Fault fault = faultOfOneCall(fields).times(count == null ? 1 : count);
    fields.refuseOthers();
    control.fault(fault);
    return Answer.object().put("operation", fault.operation()).put("count", fault.count());
  }

  private ObjectNode randomFaults(ControlFields fields) {
    int seed = fields.number("seed");
    int percent = fields.number("percent");
    List<Fault> faults = new ArrayList<>();
    for (ControlFields each : fields.objects("faults")) {
      faults.add(faultOfOneCall(each));
      each.refuseOthers();
    }
    RandomFaults random = new RandomFaults(seed, percent, latency(fields), faults);
    fields.refuseOthers();
    control.randomFaults(random);
    return Answer.object().put("percent", percent).put("faults", faults.size());
  }

  /** Reads all that a fault may say except its count. */
  private static Fault faultOfOneCall(ControlFields fields) {
    return new Fault(
        fields.text("operation"),
        1,
        fields.optionalNumber("status"),
        fields.optionalText("errorType"),
        latency(fields),
        cut(fields.optionalText("cut")),
        fields.optionalText("body"),
        fields.optionalText("contentType"),
        fields.optionalNumber("retryAfterSeconds"),
        fields.has("carriedOut") && fields.flag("carriedOut"));
  }

  private static Duration latency(ControlFields fields) {
    Integer millis = fields.optionalNumber("latencyMillis");
    return Duration.ofMillis(millis == null ? 0 : millis);
  }

  private static Fault.Cut cut(@Nullable String text) {
    if (text == null) {
      return Fault.Cut.NONE;
    }
    return switch (text) {
      case "before" -> Fault.Cut.BEFORE;
      case "after" -> Fault.Cut.AFTER;
      case "headers" -> Fault.Cut.HEADERS;
      case "middle" -> Fault.Cut.MIDDLE;
      default ->
          throw new IllegalArgumentException(
              "Unknown cut \"" + text + "\". Use before, after, headers or middle.");
    };
  }

  private ObjectNode limit(ControlFields fields) {
    String operation = fields.text("operation");
    int requests = fields.number("requests");
    int windowMillis = fields.number("windowMillis");
    fields.refuseOthers();
    control.limit(operation, requests, Duration.ofMillis(windowMillis));
    return Answer.object()
        .put("operation", Spec.operation(operation).name())
        .put("requests", requests)
        .put("windowMillis", windowMillis);
  }

  private ObjectNode settings(ControlFields fields) {
    Integer seats = fields.optionalNumber("seats");
    Integer attempts = fields.optionalNumber("dailyConnectionAttempts");
    Integer newAccountDelay = fields.optionalNumber("newAccountDelayMillis");
    Integer reparseTime = fields.optionalNumber("reparseMillis");
    Integer sessionStep = fields.optionalNumber("sessionStepMillis");
    Integer editLimit = fields.optionalNumber("editLimit");
    Boolean repeatedEditsRefused =
        fields.has("repeatedEditsRefused") ? fields.flag("repeatedEditsRefused") : null;
    fields.refuseOthers();
    if (seats != null) {
      control.setSeats(seats);
    }
    if (attempts != null) {
      control.setDailyConnectionAttempts(attempts);
    }
    if (newAccountDelay != null) {
      control.setNewAccountDelay(Duration.ofMillis(newAccountDelay));
    }
    if (reparseTime != null) {
      control.setReparseTime(Duration.ofMillis(reparseTime));
    }
    // For these two null has a meaning of its own.
    if (fields.has("sessionStepMillis")) {
      control.setSessionStep(sessionStep == null ? null : Duration.ofMillis(sessionStep));
    }
    if (fields.has("editLimit")) {
      control.setEditLimit(editLimit);
    }
    if (repeatedEditsRefused != null) {
      control.setRepeatedEditsRefused(repeatedEditsRefused);
    }
    return Answer.object();
  }

  private ObjectNode tenant(ControlFields fields) {
    String name = fields.text("name");
    Integer accounts = fields.optionalNumber("accounts");
    fields.refuseOthers();
    control.addTenant(name, accounts == null ? StartData.ACCOUNTS : accounts);
    ObjectNode credentials = Answer.object();
    for (Provider provider : Provider.values()) {
      credentials.put(provider.id(), provider.credential(name));
    }
    return credentials;
  }

  private ObjectNode credential(ControlFields fields) {
    String credential = fields.text("credential");
    String state = fields.text("state");
    fields.refuseOthers();
    switch (state) {
      case "valid" -> control.restoreCredential(credential);
      case "expired" -> control.expireCredential(credential);
      case "unscoped" -> control.removeScopes(credential);
      default ->
          throw new IllegalArgumentException(
              "Unknown state \"" + state + "\". Use valid, expired or unscoped.");
    }
    return Answer.object().put("state", state);
  }

  private ObjectNode accountStatus(String id, ControlFields fields) {
    String status = fields.text("status");
    fields.refuseOthers();
    control.setAccountStatus(id, status);
    return Answer.object().put("id", id).put("status", status);
  }

  private ObjectNode accountSwitches(String id, ControlFields fields) {
    Boolean reconnectable = fields.has("reconnectable") ? fields.flag("reconnectable") : null;
    Boolean proxyChange =
        fields.has("pendingProxyChange") ? fields.flag("pendingProxyChange") : null;
    fields.refuseOthers();
    if (reconnectable != null) {
      control.setReconnectable(id, reconnectable);
    }
    if (proxyChange != null) {
      control.setPendingProxyChange(id, proxyChange);
    }
    return Answer.object().put("id", id);
  }

  private ObjectNode accountProfile(String id, ControlFields fields) {
    String name = fields.text("name");
    String url = fields.text("url");
    String avatarUrl = fields.optionalText("avatarUrl");
    String headline = fields.optionalText("headline");
    fields.refuseOthers();
    control.setProfile(id, name, url, avatarUrl, headline);
    return Answer.object().put("id", id);
  }

  private ObjectNode accountError(String id, ControlFields fields) {
    String errorType = fields.optionalText("errorType");
    fields.refuseOthers();
    control.setPostpressError(id, errorType);
    return Answer.object().put("account_id", id).put("errorType", errorType);
  }

  /** A control call that does not exist. */
  private static final class UnknownRoute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownRoute() {
      super("unknown", null, false, false);
    }
  }
}
