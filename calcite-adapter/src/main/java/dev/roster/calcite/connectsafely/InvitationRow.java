package dev.roster.calcite.connectsafely;

import dev.roster.bindings.Field;
import dev.roster.calcite.procedure.Outcome;
import dev.roster.calcite.table.Column;
import dev.roster.connectsafely.Invitation;
import dev.roster.connectsafely.InvitationReport;
import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one person's invitation, as a row.
 *
 * @param accountId the account that invited, or was to; null if the default account was to, and no
 *     answer named it
 * @param invitation the person and the outcome
 * @param reason why there is no result, or null if there is one
 */
record InvitationRow(
    String companyId, @Nullable String accountId, Invitation invitation, @Nullable String reason) {

  static final List<Column<InvitationRow>> COLUMNS = columns();

  /** Returns the rows of a request that was answered. */
  static List<InvitationRow> answered(
      FollowInvitationsRequest request, FollowInvitationsResult answer) {
    return InvitationReport.of(request, answer).invitations().stream()
        .map(
            invitation ->
                new InvitationRow(
                    answer.companyId(),
                    answer.accountId(),
                    invitation,
                    invitation.result() == null ? "The answer has no result for this URN." : null))
        .toList();
  }

  /** Returns the rows of a request that was not answered with success. */
  static List<InvitationRow> unanswered(
      String companyId, FollowInvitationsRequest request, Outcome outcome, String reason) {
    Invitation.Outcome known =
        switch (outcome) {
          case UNSENT -> Invitation.Outcome.UNSENT;
          case REFUSED -> Invitation.Outcome.REFUSED;
          case UNKNOWN -> Invitation.Outcome.UNKNOWN;
        };
    return request.profileUrns().stream()
        .map(
            urn ->
                new InvitationRow(
                    companyId, request.accountId(), new Invitation(urn, known, null), reason))
        .toList();
  }

  // True or false where it is known whether the invitation went out; else null.
  private @Nullable Boolean success() {
    return invitation.outcome() == Invitation.Outcome.UNKNOWN
        ? null
        : (Boolean) (invitation.outcome() == Invitation.Outcome.INVITED);
  }

  private String status() {
    FollowInvitationResult result = invitation.result();
    return result == null ? invitation.outcome().name() : result.status().value();
  }

  private @Nullable String error() {
    return reason == null ? invitation.error() : reason;
  }

  private static List<Column<InvitationRow>> columns() {
    List<Column<InvitationRow>> columns = new ArrayList<>();
    columns.add(
        Column.of(
            SendFollowInvitationsProcedure.named(FollowInvitationsResult.FIELDS, "companyId")
                .readFrom(InvitationRow::companyId)));
    for (Field<FollowInvitationResult> field : FollowInvitationResult.FIELDS) {
      columns.add(Column.of(ofResult(field)));
    }
    columns.add(
        2,
        Column.of(
            SendFollowInvitationsProcedure.named(FollowInvitationsResult.FIELDS, "accountId")
                .<InvitationRow>readFrom(InvitationRow::accountId)
                .orNull()));
    return columns;
  }

  // A person without a result has a row too; what the spec adds to results is NULL there.
  private static Field<InvitationRow> ofResult(Field<FollowInvitationResult> field) {
    return switch (field.name()) {
      case "profileUrn" -> field.readFrom(row -> row.invitation().profileUrn());
      case "success" -> field.<InvitationRow>readFrom(InvitationRow::success).orNull();
      case "status" -> field.readFrom(InvitationRow::status);
      case "error" -> field.readFrom(InvitationRow::error);
      default ->
          field
              .<InvitationRow>readFrom(
                  row -> {
                    FollowInvitationResult result = row.invitation().result();
                    return result == null ? null : field.value(result);
                  })
              .orNull();
    };
  }
}
