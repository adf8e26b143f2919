package dev.roster.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ConnectSafely: invitations to follow a company page, and its error body. */
final class ConnectSafelyRules implements ProviderRules {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectSafelyRules.class);
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  // The provider's own examples end in dots, so the characters of an id are not narrowed further.
  private static final Pattern PROFILE_URN = Pattern.compile("urn:li:fsd_profile:[^\\s:]+");

  private final Spec spec = Spec.of(Provider.CONNECTSAFELY);

  @Override
  public Tenant authenticate(Call call, Credentials credentials) {
    String authorization = call.header("Authorization");
    String scheme = "Bearer ";
    Credentials.Known known =
        authorization == null || !authorization.regionMatches(true, 0, scheme, 0, scheme.length())
            ? null
            : credentials.find(
                Provider.CONNECTSAFELY, authorization.substring(scheme.length()).trim());
    if (known == null) {
      throw documented(call, 401);
    }
    return known.tenant();
  }

  @Override
  public Refusal tooManyRequests() {
    return Refusal.status(429, "Too many requests");
  }

  @Override
  public Answer answer(Tenant tenant, Call call) {
    JsonNode request = JsonBody.read(call, ConnectSafelyRules::invalid);
    List<String> violations = spec.violations(call.operation().requestSchema(Answer.JSON), request);
    if (!violations.isEmpty()) {
      throw invalid(String.join("; ", violations));
    }
    JsonNode profileUrns = request.get("profileUrns");
    if (profileUrns.isEmpty()) {
      throw invalid("profileUrns must have at least one entry.");
    }
    String companyId = String.valueOf(call.pathParameters().get("companyId"));
    if (!DIGITS.matcher(companyId).matches()) {
      throw invalid("companyId must be the company's number.");
    }
    if (request.has("companyId") && !request.get("companyId").asText().equals(companyId)) {
      LOG.warn("The companyId of the body differs from the one of the path, which wins");
    }
    ConnectSafelyWorkspace workspace = tenant.connectsafely();
    synchronized (workspace) {
      String accountId = request.path("accountId").asText(workspace.defaultAccount());
      if (!workspace.hasAccount(accountId)) {
        throw invalid("accountId names no connected account.");
      }
      if (!workspace.companies().getOrDefault(companyId, false)) {
        throw documented(call, 403);
      }
      return Answer.json(200, invite(workspace, accountId, companyId, profileUrns));
    }
  }

  private static ObjectNode invite(
      ConnectSafelyWorkspace workspace, String accountId, String companyId, JsonNode profileUrns) {
    ObjectNode body = Answer.object();
    ArrayNode results = body.arrayNode();
    int successful = 0;
    for (JsonNode node : profileUrns) {
      String profileUrn = node.textValue();
      boolean wellFormed = PROFILE_URN.matcher(profileUrn).matches();
      ObjectNode result = results.addObject().put("profileUrn", profileUrn);
      if (wellFormed && workspace.invite(companyId, profileUrn)) {
        successful++;
        result.put("success", true).put("status", "SENT");
      } else {
        // The documents show no failed invitation; this status is the sandbox's own.
        result.put("success", false).put("status", "FAILED");
        result.put(
            "error",
            wellFormed ? "This person was already invited." : "The profile URN is malformed.");
      }
    }
    body.put("success", successful > 0)
        .put("accountId", accountId)
        .put("companyId", companyId)
        .put("totalRequested", results.size())
        .put("totalSuccessful", successful)
        .put("totalFailed", results.size() - successful);
    body.set("results", results);
    return body;
  }

  @Override
  public List<Thing> things(Call call, @Nullable Answer carriedOut) {
    JsonNode request = JsonBody.read(call, ConnectSafelyRules::invalid);
    JsonNode results = carriedOut == null ? null : JsonBody.tree(carriedOut.body()).get("results");
    List<Thing> things = new ArrayList<>();
    for (JsonNode profileUrn : request.path("profileUrns")) {
      // An answer has its results in the order of the request.
      boolean done = results != null && results.path(things.size()).path("success").asBoolean();
      String target = call.pathParameters().get("companyId") + " " + profileUrn.asText();
      things.add(new Thing(request.path("accountId").textValue(), target, done));
    }
    return things;
  }

  /** The refusal that the document shows for a status. */
  private static Refusal documented(Call call, int status) {
    String example = call.operation().errorExample(status);
    return Refusal.status(
        status, example == null ? "" : Spec.example(example).path("error").asText());
  }

  private static Refusal invalid(String detail) {
    return Refusal.status(400, detail);
  }

  @Override
  public Answer error(Operation operation, int status, @Nullable String errorType, String detail) {
    ObjectNode body = Answer.object().put("error", detail);
    if (errorType != null) {
      body.put("code", errorType);
    }
    return Answer.json(status, body);
  }
}
