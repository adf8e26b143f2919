package dev.roster.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** postpress: the own profile of linked accounts, its edit, and its error envelope. */
final class PostpressRules implements ProviderRules {

  private static final String MULTIPART = "multipart/form-data";

  private final Spec spec = Spec.of(Provider.POSTPRESS);
  private final Settings settings;

  PostpressRules(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Tenant authenticate(Call call, Credentials credentials) {
    String key = call.header("X-API-KEY");
    if (key == null) {
      throw Refusal.type("errors/missing_credentials", "The header X-API-KEY is missing.");
    }
    Credentials.Known known = credentials.find(Provider.POSTPRESS, key);
    if (known == null) {
      throw Refusal.type("errors/invalid_credentials", "The API key is unknown or has expired.");
    }
    if (known.state() == Credentials.State.UNSCOPED) {
      throw Refusal.type(
          "errors/insufficient_privileges", "The API key has no scope for the own profile.");
    }
    return known.tenant();
  }

  @Override
  public Refusal tooManyRequests() {
    return Refusal.type("errors/too_many_requests", "The rate limit is exceeded.");
  }

  @Override
  public Answer answer(Tenant tenant, Call call) {
    return switch (call.operation().id()) {
      case "getOwnProfile" -> get(tenant.postpress(), call);
      case "editOwnProfile" -> edit(tenant.postpress(), call);
      default -> throw new IllegalStateException("No rule for " + call.operation().name());
    };
  }

  private Answer get(PostpressWorkspace workspace, Call call) {
    List<String> ids = call.query().getOrDefault("account_id", List.of());
    if (ids.size() != 1 || ids.get(0).isEmpty()) {
      throw unprocessable("The query must name one account_id.");
    }
    PostpressAccount account = account(workspace, ids.get(0));
    synchronized (account) {
      refuseByState(account);
      return Answer.json(200, account.profile());
    }
  }

  private Answer edit(PostpressWorkspace workspace, Call call) {
    List<FormPart> parts = MultipartForm.read(call, PostpressRules::unprocessable);
    String schema = call.operation().requestSchema(MULTIPART);
    ObjectNode request = new BracketForm(spec, PostpressRules::unprocessable).tree(parts, schema);
    List<String> violations = spec.violations(schema, request);
    if (!violations.isEmpty()) {
      throw unprocessable(String.join("; ", violations));
    }
    PostpressAccount account = account(workspace, request.get("account_id").textValue());
    synchronized (account) {
      refuseByState(account);
      if (!account.provider.equals(PostpressAccount.LINKEDIN)) {
        throw Refusal.type(
            "errors/invalid_account",
            "Only LinkedIn profiles can be edited, not " + account.provider + ".");
      }
      // Files are compared by content, which the tree does not have.
      if (settings.repeatedEditsRefused && parts.equals(account.lastEdit)) {
        throw Refusal.type(
            "errors/action_already_performed", "The account's last edit was the same.");
      }
      Integer limit = settings.editLimit;
      if (limit != null && account.edits >= limit) {
        throw Refusal.type(
            "errors/limit_exceeded", "The account had all of its " + limit + " edits.");
      }
      account.edit(request);
      account.lastEdit = settings.repeatedEditsRefused ? parts : null;
    }
    return Answer.json(200, Answer.object().put("object", "ProfileEdited"));
  }

  @Override
  public List<Thing> things(Call call, @Nullable Answer carriedOut) {
    if (!call.operation().id().equals("editOwnProfile")) {
      return List.of();
    }
    Map<String, String> texts = new HashMap<>();
    for (FormPart part : MultipartForm.read(call, PostpressRules::unprocessable)) {
      if (!part.isFile()) {
        texts.put(part.name(), part.content().utf8());
      }
    }
    return List.of(
        new Thing(
            texts.get("account_id"),
            texts.get("headline"),
            carriedOut != null && carriedOut.status() == 200));
  }

  private static PostpressAccount account(PostpressWorkspace workspace, String id) {
    PostpressAccount account = workspace.account(id);
    if (account == null) {
      throw Refusal.type("errors/resource_not_found", "No linked account has the id " + id + ".");
    }
    return account;
  }

  private static void refuseByState(PostpressAccount account) {
    String errorType = account.errorType;
    if (errorType != null) {
      throw Refusal.type(errorType, "The account " + account.id + " was put into this state.");
    }
  }

  private static Refusal unprocessable(String detail) {
    return Refusal.type("errors/unprocessable_entity", detail);
  }

  @Override
  public Answer error(Operation operation, int status, @Nullable String errorType, String detail) {
    String type = errorType == null ? "errors/unexpected_error" : errorType;
    return Answer.json(
        status,
        Answer.object()
            .put("title", spec.describe("ErrorType", type))
            .put("type", type)
            .put("status", status)
            .put("detail", detail));
  }
}
