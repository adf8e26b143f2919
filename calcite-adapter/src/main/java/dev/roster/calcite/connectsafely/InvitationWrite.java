package dev.roster.calcite.connectsafely;

import com.squareup.moshi.JsonDataException;
import dev.roster.bindings.ApiCall;
import dev.roster.bindings.json.Adapters;
import dev.roster.calcite.error.AnswerState;
import dev.roster.calcite.write.Answer;
import dev.roster.calcite.write.ItemKeys;
import dev.roster.calcite.write.Said;
import dev.roster.calcite.write.Write;
import dev.roster.connectsafely.ConnectSafelyClient;
import dev.roster.connectsafely.Invitation;
import dev.roster.connectsafely.InvitationReport;
import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import dev.roster.ledger.Intent;
import dev.roster.ledger.Repetition;
import dev.roster.ledger.Sha256;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Invitations to follow a company page, 50 a request of one company and one account. A person whom
 * an account has invited to a company is not invited again by it, whatever the statement.
 *
 * @param credential gives the fingerprint of the API key, which decides the account where none is
 *     given
 */
record InvitationWrite(
    Supplier<ConnectSafelyClient> client, String baseUrl, Supplier<String> credential)
    implements Write<Invitee, FollowInvitationsResult> {

  static final String NAME = "send_follow_invitations";

  private static final int MOST = 50;

  @Override
  public String procedure() {
    return "connectsafely." + NAME;
  }

  @Override
  public Intent intent(Invitee invitee, boolean keyGiven) {
    String account = invitee.accountId();
    String target = invitee.companyId() + " " + invitee.profileUrn();
    return new Intent(
        ItemKeys.of(account == null ? target : target + " " + account),
        procedure(),
        baseUrl,
        account,
        target,
        // Blanks around it make no other person.
        Sha256.of(invitee.companyId(), invitee.profileUrn().strip()),
        json(invitee),
        Repetition.NEVER,
        account == null ? credential.get() : null);
  }

  private static String json(Invitee invitee) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("company_id", invitee.companyId());
    arguments.put("profile_urn", invitee.profileUrn());
    if (invitee.accountId() != null) {
      arguments.put("account_id", invitee.accountId());
    }
    return Adapters.ANY.toJson(arguments);
  }

  @Override
  public Invitee item(String arguments) {
    try {
      if (Adapters.ANY.fromJson(arguments) instanceof Map<?, ?> given
          && given.get("company_id") instanceof String company
          && given.get("profile_urn") instanceof String urn) {
        return new Invitee(company, urn, (String) given.get("account_id"));
      }
    } catch (IOException | JsonDataException | ClassCastException unreadable) {
      throw new IllegalArgumentException("the arguments in the ledger cannot be read", unreadable);
    }
    throw new IllegalArgumentException("the arguments in the ledger name no person to invite");
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public Object group(Invitee invitee) {
    return invitee.companyId();
  }

  @Override
  public ApiCall<FollowInvitationsResult> call(
      List<Invitee> invitees, @Nullable String account, String key) {
    return client
        .get()
        .sendFollowInvitations(invitees.get(0).companyId(), request(invitees, account));
  }

  private static FollowInvitationsRequest request(
      List<Invitee> invitees, @Nullable String account) {
    return FollowInvitationsRequest.builder()
        .accountId(account)
        .profileUrns(invitees.stream().map(Invitee::profileUrn).toList())
        .build();
  }

  @Override
  public List<Said> said(List<Invitee> invitees, FollowInvitationsResult answer) {
    return InvitationReport.of(request(invitees, null), answer).invitations().stream()
        .map(InvitationWrite::said)
        .toList();
  }

  private static Said said(Invitation invitation) {
    FollowInvitationResult result = invitation.result();
    if (result == null) {
      return new Said(AnswerState.PASSED_OVER, null, null);
    }
    return new Said(
        result.success() ? AnswerState.SUCCESS : AnswerState.NO_SUCCESS,
        Answer.of(FollowInvitationResult.FIELDS, result),
        result.error());
  }

  @Override
  public @Nullable String accountNamed(FollowInvitationsResult answer) {
    return answer.accountId();
  }

  @Override
  public boolean tellsInRows() {
    return true;
  }
}
