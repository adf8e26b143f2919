package dev.roster.integration.writes;

import dev.roster.clients.testing.ReceivedWrite;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A person who looks at the provider, and says of each unknown thing whether it was done. */
final class Resolver {

  private Resolver() {}

  /** Resolves all that is unknown; returns what that was, and whether it was done. */
  static Map<String, Boolean> resolve(Connection connection, List<ReceivedWrite> writes)
      throws SQLException {
    Map<String, Boolean> done = WriteAudit.done(writes);
    List<LedgerRow> unknown = LedgerRow.read(connection, "state = 'UNKNOWN'");
    try (CallableStatement resolve =
        connection.prepareCall(
            "CALL roster.resolve(request_key => ?, outcome => ?, item_key => ?)")) {
      for (LedgerRow row : unknown) {
        resolve.setString(1, row.requestKey());
        resolve.setString(2, done.getOrDefault(row.thing(), false) ? "CONFIRMED" : "FAILED");
        resolve.setString(3, row.itemKey());
        resolve.execute();
      }
    }
    return unknown.stream()
        .collect(Collectors.toMap(LedgerRow::thing, row -> done.getOrDefault(row.thing(), false)));
  }
}
