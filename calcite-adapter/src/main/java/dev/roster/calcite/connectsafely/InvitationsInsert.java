package dev.roster.calcite.connectsafely;

import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.RowsWrite;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.table.TableWrite;
import dev.roster.calcite.write.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What INSERT INTO {@code connectsafely.follow_invitations} does: each row invites a person. */
final class InvitationsInsert {

  private static final List<String> COLUMNS =
      List.of("company_id", "profile_urn", "account_id", "request_key");

  private InvitationsInsert() {}

  static TableWrite of(
      Procedure<Result<Invitee>> procedure, InvitationWrite write, WriteAccess access) {
    return new RowsWrite<>(
        procedure,
        write,
        COLUMNS,
        row -> new Invitee(required(row, 0), required(row, 1), (String) row[2]),
        row -> (String) row[3],
        access);
  }

  private static String required(@Nullable Object[] row, int column) {
    if (row[column] instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("column " + COLUMNS.get(column) + " must be given");
  }
}
