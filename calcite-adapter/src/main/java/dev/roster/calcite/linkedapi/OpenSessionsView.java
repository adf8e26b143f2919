package dev.roster.calcite.linkedapi;

import dev.roster.calcite.catalog.ColumnDescription;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.SqlType;
import dev.roster.calcite.view.View;
import dev.roster.linkedapi.model.ConnectionSessionType;
import dev.roster.linkedapi.model.PendingConnectionSession;

/**
 * The view {@code open_sessions}: one row a session in which a person is to log in, whether it
 * connects a new account or one that is there already. Both come from the one request that lists
 * the accounts.
 */
final class OpenSessionsView {

  private static final String NULL_TEXT = "CAST(NULL AS VARCHAR)";

  private OpenSessionsView() {}

  static View view(ApiTable<PendingConnectionSession> pending) {
    return View.named(
            "open_sessions",
            "One row a session in which a person is to log in to LinkedIn and has not finished:"
                + " those of new accounts, and those that reconnect an account. Reading it is"
                + " reading linkedapi.accounts, side effect included.")
        .column(
            View.columnOf(pending, "session_id"),
            "session_id",
            // Selected where it is not null; the planner does not conclude that by itself.
            "COALESCE(reconnection_session_id, '')")
        .column(
            new ColumnDescription(
                "type",
                SqlType.VARCHAR,
                false,
                ConnectionSessionType.INITIAL
                    + " if the session connects a new account, "
                    + ConnectionSessionType.RECONNECTION
                    + " if it logs in again to one that is connected."),
            text(ConnectionSessionType.INITIAL),
            text(ConnectionSessionType.RECONNECTION))
        .column(
            new ColumnDescription(
                "status",
                SqlType.VARCHAR,
                true,
                "How far the session of a new account has come; NULL for a reconnection, of which"
                    + " linkedapi.connection_sessions tells it."),
            "status",
            NULL_TEXT)
        .column(
            new ColumnDescription(
                "account_id",
                SqlType.VARCHAR,
                true,
                "The id of the account that is reconnected; NULL for a new account."),
            NULL_TEXT,
            "id")
        .column(
            new ColumnDescription(
                "account_name",
                SqlType.VARCHAR,
                true,
                "The name of the account that is reconnected; NULL for a new account."),
            NULL_TEXT,
            "name")
        .column(
            new ColumnDescription(
                "link",
                SqlType.VARCHAR,
                true,
                "The page on which a person logs in again; NULL for a new account, whose link was"
                    + " given when its session was created."),
            NULL_TEXT,
            "reconnection_link")
        .from(
            "linkedapi.pending_connection_sessions",
            "linkedapi.accounts WHERE reconnection_session_id IS NOT NULL")
        .build();
  }

  private static String text(ConnectionSessionType type) {
    return "CAST('" + type + "' AS VARCHAR)";
  }
}
