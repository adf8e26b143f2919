package dev.roster.calcite.connectsafely;

import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.write.Result;
import dev.roster.connectsafely.ConnectSafelyClient;
import dev.roster.connectsafely.InvitationBatch;
import dev.roster.connectsafely.api.Operations;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The procedure {@code send_follow_invitations(company_id, profile_urns, account_id, request_key)}:
 * one row a profile URN, in the order given, with what became of its invitation.
 *
 * <p>Source: {@code POST /organizations/{companyId}/follow-invitations}, one request for each 50
 * URNs, one after the other. An invitation cannot be taken back: a person whom the account has
 * invited to the company is not invited again, and the row says {@code ALREADY_INVITED}.
 *
 * <p>Errors. Arguments are checked before anything is sent (SQLSTATE 22023). One request that fails
 * is the statement's failure: 28000 after a 401, 42501 after a 403, 08007 if its answer was lost.
 * Of several requests, one that fails does not hide what the others did: its URNs are rows without
 * success whose status is {@code REFUSED}, {@code UNKNOWN} or {@code UNSENT}, and the statement has
 * a warning. After a 401 or a 403 the rest is not sent, after any other failure it is.
 */
final class SendFollowInvitationsProcedure {

  private SendFollowInvitationsProcedure() {}

  static Procedure<Result<Invitee>> procedure(InvitationWrite write) {
    return Procedure.writing(
            InvitationWrite.NAME,
            Operations.SEND_FOLLOW_INVITATIONS,
            write,
            arguments -> invitees(write.client(), arguments))
        .remarks(
            "Invites people to follow a company page, any number of them, in requests of at most"
                + " 50. Its rows tell of each person what became of the invitation: only where"
                + " success is true it went out, now or before (ALREADY_INVITED); where success is"
                + " NULL nobody knows, and the person is not invited again until roster.resolve"
                + " says what became of it.")
        .parameter(Parameter.of(InvitationRow.named(FollowInvitationsResult.FIELDS, "companyId")))
        .parameter(
            Parameter.of(InvitationRow.named(FollowInvitationsRequest.FIELDS, "profileUrns"))
                .described(
                    "The URNs of the people's LinkedIn profiles, any number of them: an ARRAY, or a"
                        + " JSON array of texts. One that is malformed fails by itself; one that is"
                        + " repeated is sent once."))
        .parameter(Parameter.of(InvitationRow.named(FollowInvitationsRequest.FIELDS, "accountId")))
        .columns(InvitationRow.COLUMNS)
        .build();
  }

  private static List<Invitee> invitees(Supplier<ConnectSafelyClient> client, Arguments arguments) {
    String companyId = arguments.requiredText("company_id");
    String accountId = arguments.text("account_id");
    List<String> profileUrns = arguments.texts("profile_urns");
    // It refuses what the provider would.
    InvitationBatch checked = client.get().inviteAll(companyId, profileUrns, accountId);
    Objects.requireNonNull(checked);
    return profileUrns.stream().map(urn -> new Invitee(companyId, urn, accountId)).toList();
  }
}
