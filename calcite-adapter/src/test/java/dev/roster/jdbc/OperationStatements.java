package dev.roster.jdbc;

import com.google.common.collect.ImmutableListMultimap;
import dev.roster.bindings.Operation;
import dev.roster.calcite.Providers;
import java.util.List;

/** The statements that use an operation of a provider, one for each table and procedure. */
final class OperationStatements {

  private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";
  private static final String TO_RECONNECT = "acc00000-0000-4000-8000-000000000009";
  private static final String SESSION = "5e550000-0000-4000-8000-000000000001";

  /** A session that a procedure waits for. */
  static final String WAITED_FOR = "5e550000-0000-4000-8000-000000000002";

  /** By the operation's name; tables before procedures. */
  static final ImmutableListMultimap<String, String> ALL =
      ImmutableListMultimap.<String, String>builder()
          .putAll(
              "accounts.getAll",
              "SELECT * FROM linkedapi.accounts",
              "SELECT * FROM linkedapi.pending_connection_sessions")
          .putAll(
              "accounts.getConnectionSession",
              "SELECT * FROM linkedapi.connection_sessions WHERE session_id = '" + SESSION + "'",
              "CALL linkedapi.wait_for_connection_session('" + WAITED_FOR + "', 0.01)")
          .put("accounts.createConnectionSession", "CALL linkedapi.create_connection_session()")
          .put(
              "accounts.createReconnectionSession",
              "CALL linkedapi.create_reconnection_session('" + TO_RECONNECT + "')")
          .put(
              "accounts.cancelConnectionSession",
              "CALL linkedapi.cancel_connection_session('" + SESSION + "')")
          .put(
              "accounts.reparseAccountInfo",
              "CALL linkedapi.reparse_account_info('" + ACCOUNT + "')")
          .put(
              "accounts.regenerateIdentificationToken",
              "CALL linkedapi.regenerate_identification_token('" + ACCOUNT + "')")
          .put("accounts.disconnect", "CALL linkedapi.disconnect('" + ACCOUNT + "')")
          .put(
              "followInvitations.send",
              "CALL connectsafely.send_follow_invitations('105672170',"
                  + " '[\"urn:li:fsd_profile:ACoAAB1\"]')")
          .putAll(
              "ownProfile.get",
              profile("own_profile", "linkedin"),
              profile("linkedin_profile", "linkedin"),
              profile("telegram_profile", "telegram"),
              profile("twitter_profile", "twitter"),
              profile("gmail_profile", "gmail"),
              profile("outlook_profile", "outlook"),
              profile("imap_profile", "imap"),
              profile("linkedin_organizations", "linkedin"),
              profile("gmail_aliases", "gmail"),
              profile("telegram_restrictions", "telegram"))
          .putAll(
              "ownProfile.edit",
              edit("edit_own_profile", "headline => 'New'"),
              edit("set_picture", "picture => X'ffd8', picture_name => 'me.jpg'"),
              edit("set_cover_picture", "filter => 'ORIGINAL'"),
              edit("add_experience", "role => 'CTO', company => 'Acme'"),
              edit("edit_experience", "id => 'exp_1', role => 'CTO'"),
              edit("add_education", "school => 'ETH'"),
              edit("edit_education", "id => 'edu_1', degree => 'MSc'"),
              edit(
                  "set_open_to_work",
                  "job_title => '[{\"name\": \"Editor\", \"id\": \"101\"}]',"
                      + " presence => '[\"REMOTE\"]', location_remote => '[\"105015876\"]'"),
              edit("set_custom_link", "type => 'BLOG', url => 'https://blog.example.com'"))
          .build();

  private OperationStatements() {}

  private static String profile(String table, String provider) {
    return "SELECT * FROM postpress." + table + " WHERE account_id = 'acc_" + provider + "_1'";
  }

  private static String edit(String procedure, String arguments) {
    return "CALL postpress." + procedure + "(account_id => 'acc_linkedin_1', " + arguments + ")";
  }

  /** Returns the first statement of an operation. */
  static String first(String operation) {
    return ALL.get(operation).get(0);
  }

  /** Returns the last statement of an operation: of one that some procedure uses, a procedure's. */
  static String last(String operation) {
    return ALL.get(operation).get(ALL.get(operation).size() - 1);
  }

  /** Returns the table or procedure that a statement names. */
  static String target(String sql) {
    return sql.replaceFirst("^(SELECT \\* FROM|CALL) ([a-z_.]+).*$", "$2");
  }

  /** Returns all operations of all providers. */
  static List<Operation> operations() {
    return Providers.ALL.stream().flatMap(provider -> provider.operations().stream()).toList();
  }

  /** Returns whether an operation only reads. */
  static boolean reads(String operation) {
    return operations().stream()
        .filter(known -> known.name().equals(operation))
        .findFirst()
        .orElseThrow()
        .readOnly();
  }
}
