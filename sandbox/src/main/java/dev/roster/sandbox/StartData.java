package dev.roster.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a tenant starts with. Every object is an example of the specs whose ids, names and places
 * were changed, so that a field which an example gains appears in the sandbox as well.
 *
 * <p>Linked API has n accounts. Of each twelve, the first eight are active, the 9th and 10th wait
 * for a reconnection, the 11th and 12th are frozen; the 4th and the 10th have neither avatar nor
 * headline, the 8th has no avatar. Two sessions are pending.
 *
 * <p>postpress has the LinkedIn accounts {@code acc_linkedin_1} to n, whose public profile address
 * is that of the Linked API account with the same number, and two accounts of each other provider:
 * {@code acc_telegram_1} with every field, {@code acc_telegram_2} with the required ones, and so
 * on. Recruiter access is in turn a seat, the error MULTIPLE_SESSIONS, the error DISCONNECTED and
 * null; Sales Navigator access a seat, an error and null.
 *
 * <p>ConnectSafely has the LinkedIn accounts {@code cs_account_1} (the default) and {@code
 * cs_account_2}, and the companies 105672170 and 105672171, whose pages they administer, and
 * 105672172, whose page they do not.
 */
final class StartData {

  static final int ACCOUNTS = 12;

  private static final Instant FIRST_CONNECTED = Instant.parse("2026-11-01T08:15:30.123Z");
  private static final Duration BETWEEN_CONNECTIONS = Duration.ofMinutes(7);
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final List<String> OTHER_PROVIDERS =
      List.of("telegram", "twitter", "gmail", "outlook", "imap");

  private StartData() {}

  /** Fills a tenant with n Linked API and n postpress LinkedIn accounts and everything else. */
  static void fill(Tenant tenant, boolean firstTenant, int accounts, Ids ids) {
    fillLinkedApi(tenant.linkedapi(), accounts, ids);
    fillPostpress(
        tenant.postpress(), firstTenant ? "acc_" : "acc_" + tenant.name() + "_", accounts);
    ConnectSafelyWorkspace connectsafely = tenant.connectsafely();
    connectsafely.addAccount("cs_account_2");
    connectsafely.companies().put("105672170", true);
    connectsafely.companies().put("105672171", true);
    connectsafely.companies().put("105672172", false);
  }

  /** A Linked API account that was connected just now, and whose profile nobody has read yet. */
  static ObjectNode newLinkedAccount(String id, String countryCode, Instant connectedAt) {
    String number = id.substring(id.length() - 12).replaceFirst("^0+", "");
    return linkedTemplate()
        .put("id", id)
        .put("name", "New Member " + number)
        .put("url", "https://www.linkedin.com/in/new-member-" + number)
        .putNull("avatarUrl")
        .putNull("headline")
        .put("countryCode", countryCode)
        .put("status", LinkedAccount.ACTIVE)
        .put("connectedAt", MILLISECONDS.format(connectedAt));
  }

  private static void fillLinkedApi(LinkedApiWorkspace workspace, int accounts, Ids ids) {
    ObjectNode template = linkedTemplate();
    for (int number = 1; number <= accounts; number++) {
      Person person = new Person(number);
      int place = (number - 1) % 12 + 1;
      Instant connectedAt = FIRST_CONNECTED.minus(BETWEEN_CONNECTIONS.multipliedBy(number));
      ObjectNode json =
          template
              .deepCopy()
              .put("id", ids.account())
              .put("name", person.name())
              .put("url", person.publicProfileUrl())
              .put(
                  "avatarUrl", place == 4 || place == 8 || place == 10 ? null : person.pictureUrl())
              .put("headline", place == 4 || place == 10 ? null : person.headline())
              .put("countryCode", person.countryCode())
              .put("connectedAt", MILLISECONDS.format(connectedAt));
      LinkedAccount account = new LinkedAccount(json);
      account.newIdentificationToken();
      account.status(
          place <= 8
              ? LinkedAccount.ACTIVE
              : place <= 10 ? LinkedAccount.RECONNECTION_REQUIRED : LinkedAccount.FROZEN);
      workspace.addAtStart(account);
    }
    workspace.startConnectionBefore(SessionStatus.PENDING);
    workspace.startConnectionBefore(SessionStatus.STREAMING);
  }

  private static ObjectNode linkedTemplate() {
    ObjectNode template =
        (ObjectNode) Spec.example("linkedapi/getAll.200.json").at("/result/accounts/0");
    template.remove(List.of("reconnectionSessionId", "reconnectionLink"));
    return template;
  }

  private static void fillPostpress(PostpressWorkspace workspace, String prefix, int accounts) {
    ObjectNode template = postpressExample("linkedin");
    for (int number = 1; number <= accounts; number++) {
      int counted = number;
      workspace.addAtStart(
          new PostpressAccount(
              prefix + "linkedin_" + number,
              PostpressAccount.LINKEDIN,
              () -> linkedInProfile(template, counted)));
    }
    for (String provider : OTHER_PROVIDERS) {
      addOther(workspace, prefix + provider + "_1", postpressExample(provider));
      addOther(workspace, prefix + provider + "_2", postpressExample(provider + "-minimal"));
    }
  }

  private static void addOther(PostpressWorkspace workspace, String id, ObjectNode profile) {
    workspace.addAtStart(
        new PostpressAccount(id, profile.get("provider").textValue(), profile::deepCopy));
  }

  private static ObjectNode linkedInProfile(ObjectNode template, int number) {
    Person person = new Person(number);
    String member = "ACoAA" + Integer.toString(1_000_000 + number, 36).toUpperCase(Locale.ROOT);
    ObjectNode profile =
        template
            .deepCopy()
            .put("provider_id", member)
            .put("entity_urn", "urn:li:fsd_profile:" + member)
            .put("object_urn", "urn:li:person:" + member)
            .put("first_name", person.firstName())
            .put("last_name", person.lastName())
            .put("profile_picture_url", person.pictureUrl())
            .put("public_profile_url", person.publicProfileUrl())
            .put("public_identifier", person.publicIdentifier())
            .put("headline", person.headline())
            .put("location", person.place())
            .put("email", person.publicIdentifier() + "@example.com")
            .put("premium", number % 2 == 1)
            .put("open_profile", number % 5 == 0)
            .put("occupation", person.headline());
    if (number % 12 == 0) {
      profile.remove(List.of("headline", "location", "occupation", "public_identifier"));
    }
    ArrayNode organizations = profile.putArray("organizations");
    for (int i = 1; i <= number % 3; i++) {
      organizations
          .addObject()
          .put("id", "org_" + number + "_" + i)
          .put("mailbox_id", "mb_" + number + "_" + i)
          .put("name", "Company page " + i + " of " + person.name());
    }
    access(profile, "recruiter", List.of("MULTIPLE_SESSIONS", "DISCONNECTED"), number);
    access(profile, "sales_navigator", List.of("DISCONNECTED"), number);
    return profile;
  }

  /** A seat, then each error, then null, in turn. */
  private static void access(ObjectNode profile, String field, List<String> errors, int number) {
    int turn = (number - 1) % (errors.size() + 2);
    if (turn == 0) {
      profile
          .putObject(field)
          .put("owner_seat_id", "seat_" + number)
          .put("contract_id", "contract_" + number);
    } else if (turn <= errors.size()) {
      profile.putObject(field).put("error", errors.get(turn - 1));
    } else {
      profile.putNull(field);
    }
  }

  private static ObjectNode postpressExample(String name) {
    return (ObjectNode) Spec.example("postpress/getOwnProfile." + name + ".json");
  }
}
