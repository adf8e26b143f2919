package dev.roster.calcite.connectsafely;

import dev.roster.bindings.Field;
import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.Send;
import dev.roster.connectsafely.ConnectSafelyClient;
import dev.roster.connectsafely.api.Operations;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import java.util.List;
import java.util.function.Supplier;

/**
 * The procedure {@code send_follow_invitations(company_id, profile_urns, account_id)}: one row a
 * profile URN, in the order given, with what became of its invitation.
 *
 * <p>Source: {@code POST /organizations/{companyId}/follow-invitations}, one request for each 50
 * URNs, one after the other. An invitation cannot be taken back, so no request is ever sent twice.
 *
 * <p>Errors. Arguments are checked before anything is sent (SQLSTATE 22023). One request that fails
 * is the statement's failure: 28000 after a 401, 42501 after a 403, 08007 if its answer was lost.
 * Of several requests, one that fails does not hide what the others did: its URNs are rows without
 * success whose status is {@code REFUSED}, {@code UNKNOWN} or {@code UNSENT}, and the statement has
 * a warning. After a 401 or a 403 the rest is not sent, after any other failure it is.
 */
final class SendFollowInvitationsProcedure {

  private SendFollowInvitationsProcedure() {}

  static Procedure<?> procedure(Supplier<ConnectSafelyClient> client) {
    return Procedure.<InvitationRow>named(
            "send_follow_invitations", Operations.SEND_FOLLOW_INVITATIONS)
        .remarks(
            "Invites people to follow a company page, any number of them, in requests of at most 50."
                + " Its rows tell of each person what became of the invitation: only where success"
                + " is true it went out; where success is NULL nobody knows, and sending it again"
                + " may invite the person twice.")
        .parameter(Parameter.of(named(FollowInvitationsResult.FIELDS, "companyId")))
        .parameter(
            Parameter.of(named(FollowInvitationsRequest.FIELDS, "profileUrns"))
                .described(
                    "The URNs of the people's LinkedIn profiles, any number of them: an ARRAY, or a"
                        + " JSON array of texts. One that is malformed or repeated fails by itself."))
        .parameter(Parameter.of(named(FollowInvitationsRequest.FIELDS, "accountId")))
        .columns(InvitationRow.COLUMNS)
        .sendsEach(arguments -> requests(client.get(), arguments))
        .build();
  }

  private static List<Send<InvitationRow>> requests(
      ConnectSafelyClient client, Arguments arguments) {
    String companyId = arguments.requiredText("company_id");
    List<String> profileUrns = arguments.texts("profile_urns");
    String accountId = arguments.text("account_id");
    return client.inviteAll(companyId, profileUrns, accountId).requests().stream()
        .map(
            request ->
                Send.of(
                    client.sendFollowInvitations(companyId, request),
                    answer -> InvitationRow.answered(request, answer),
                    (outcome, reason) ->
                        InvitationRow.unanswered(companyId, request, outcome, reason)))
        .toList();
  }

  static <M> Field<M> named(List<Field<M>> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }
}
