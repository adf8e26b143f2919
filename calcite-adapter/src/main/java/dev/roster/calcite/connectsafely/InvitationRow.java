package dev.roster.calcite.connectsafely;

import dev.roster.bindings.Field;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.write.AnswerColumns;
import dev.roster.calcite.write.Outcome;
import dev.roster.calcite.write.Result;
import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one person's invitation, as a row. */
final class InvitationRow {

  static final List<Column<Result<Invitee>>> COLUMNS = columns();

  private InvitationRow() {}

  // True or false where it is known whether the person is invited; else null.
  private static @Nullable Boolean success(Result<Invitee> result) {
    return switch (result.outcome()) {
      case CONFIRMED, ALREADY_CONFIRMED -> true;
      case FAILED, REFUSED, UNSENT -> false;
      case UNKNOWN, BEING_SENT, DRY_RUN -> null;
    };
  }

  private static String status(Result<Invitee> result) {
    Object said = result.value("status");
    return switch (result.outcome()) {
      case ALREADY_CONFIRMED -> "ALREADY_INVITED";
      // Without a word of the provider where a person has settled it.
      case CONFIRMED, FAILED -> said == null ? result.outcome().name() : said.toString();
      default -> result.outcome().name();
    };
  }

  private static @Nullable String error(Result<Invitee> result) {
    if (result.outcome() == Outcome.FAILED || result.failure() == null) {
      return (String) result.value("error");
    }
    return result.failure().getMessage();
  }

  private static List<Column<Result<Invitee>>> columns() {
    List<Column<Result<Invitee>>> columns = new ArrayList<>();
    columns.add(
        Column.of(
            named(FollowInvitationsResult.FIELDS, "companyId")
                .readFrom(result -> result.item().companyId())));
    for (Field<FollowInvitationResult> field : FollowInvitationResult.FIELDS) {
      columns.add(ofResult(field));
    }
    columns.add(
        2, AnswerColumns.of(named(FollowInvitationsResult.FIELDS, "accountId"), Result::account));
    return columns;
  }

  // A person without a result has a row too; what the spec adds to results is NULL there.
  private static Column<Result<Invitee>> ofResult(Field<FollowInvitationResult> field) {
    return switch (field.name()) {
      case "profileUrn" ->
          Column.of(field.<Result<Invitee>>readFrom(result -> result.item().profileUrn()));
      case "success" -> AnswerColumns.of(field, InvitationRow::success);
      case "status" -> Column.of(field.<Result<Invitee>>readFrom(InvitationRow::status));
      case "error" -> AnswerColumns.of(field, InvitationRow::error);
      default -> AnswerColumns.<Invitee>of(List.of(field)).get(0);
    };
  }

  static <M> Field<M> named(List<Field<M>> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }
}
