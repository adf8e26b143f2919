package dev.roster.jdbc;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerLocation;
import dev.roster.sandbox.Sandbox;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox of {@code jdbc:roster:sandbox}: one in a process, shared by its connections, so that
 * what one does the other sees. It starts with the first connection, and ends, state and all, with
 * the last: it would keep the process alive otherwise.
 */
final class EmbeddedSandbox {

  private static @Nullable Sandbox running;
  private static @Nullable LedgerAccess ledger;
  private static int users;

  private EmbeddedSandbox() {}

  /**
   * Returns the properties that lead to the sandbox, with what was given besides; starts it if need
   * be. Each call is paired with one of {@link #release}.
   *
   * @throws SQLException 0A000 if the sandbox is not on the class path
   */
  static synchronized Map<ConnectionProperty, String> acquire(Map<ConnectionProperty, String> given)
      throws SQLException {
    try {
      Sandbox sandbox = running;
      if (sandbox == null) {
        sandbox = Sandbox.start();
        running = sandbox;
        ledger = keptLedger(sandbox);
      }
      Map<ConnectionProperty, String> settings = settings(sandbox, given);
      users++;
      return settings;
    } catch (NoClassDefFoundError absent) {
      throw SqlState.NOT_SUPPORTED.exception(
          "connection: the sandbox is not on the class path. Add the module roster-sandbox, or use"
              + " roster-jdbc.jar.",
          0,
          absent);
    }
  }

  /** Gives the sandbox back; the last one to do so ends it. */
  static synchronized void release() {
    users--;
    Sandbox sandbox = running;
    if (users == 0 && sandbox != null) {
      running = null;
      sandbox.close();
    }
    LedgerAccess kept = ledger;
    if (users == 0 && kept != null) {
      ledger = null;
      kept.close();
    }
  }

  // What the sandbox received is known as long as it runs, though its connections come and go.
  private static LedgerAccess keptLedger(Sandbox sandbox) {
    LedgerAccess kept = new LedgerAccess(LedgerLocation.of(ledgerUrl(sandbox)));
    kept.get();
    return kept;
  }

  // In memory: it is worth nothing without this sandbox, which its port tells from others.
  private static String ledgerUrl(Sandbox sandbox) {
    return "jdbc:h2:mem:roster-sandbox-" + sandbox.linkedapiUrl().getPort();
  }

  private static Map<ConnectionProperty, String> settings(
      Sandbox sandbox, Map<ConnectionProperty, String> given) {
    Map<ConnectionProperty, String> all = new EnumMap<>(ConnectionProperty.class);
    all.put(ConnectionProperty.LINKEDAPI_URL, sandbox.linkedapiUrl().toString());
    all.put(ConnectionProperty.LINKEDAPI_TOKEN, Sandbox.LINKEDAPI_TOKEN);
    all.put(ConnectionProperty.CONNECTSAFELY_URL, sandbox.connectsafelyUrl().toString());
    all.put(ConnectionProperty.CONNECTSAFELY_KEY, Sandbox.CONNECTSAFELY_KEY);
    all.put(ConnectionProperty.POSTPRESS_URL, sandbox.postpressUrl().toString());
    all.put(ConnectionProperty.POSTPRESS_KEY, Sandbox.POSTPRESS_KEY);
    all.put(ConnectionProperty.LEDGER, ledgerUrl(sandbox));
    // It answers as often as it is asked, unless a limit is set.
    all.put(ConnectionProperty.REQUESTS_PER_MINUTE, "0");
    // A credential in a file takes the place of the sandbox's, too.
    all.keySet()
        .removeIf(property -> property.file() != null && given.containsKey(property.file()));
    // A blank value counts as none, so it must not hide the sandbox's.
    given.forEach(
        (property, value) -> {
          if (!value.isBlank()) {
            all.put(property, value);
          }
        });
    return all;
  }
}
