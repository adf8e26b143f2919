package dev.roster.calcite;

import dev.roster.calcite.error.SqlState;
import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.procedure.WritePolicy;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.calcite.settings.Settings;
import dev.roster.calcite.statement.CallSender;
import dev.roster.ledger.LedgerAccess;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/**
 * Serves Roster's tables to any Calcite model:
 *
 * <pre>{@code
 * {"version": "1.0", "schemas": [
 *   {"name": "linkedapi", "type": "custom",
 *    "factory": "dev.roster.calcite.RosterSchemaFactory",
 *    "operand": {"linkedapiToken": "…"}}]}
 * }</pre>
 *
 * <p>The schema's name says whose tables it has ({@code linkedapi}, {@code connectsafely}, {@code
 * postpress}, {@code roster}); under another name the operand {@code provider} does. Operands are
 * the URL and credential properties of the driver, those that name a file included, {@code
 * maxConcurrency}, {@code requestsPerMinute}, {@code cacheTtl}, {@code cacheMaxBytes}, {@code
 * maxCallsPerStatement}, {@code ledger} and {@code revealSecrets}; environment variables count
 * where an operand is missing.
 *
 * <p>There are no procedures and no default account ids: what guards them is the driver's, and a
 * plain Calcite connection would run a procedure twice, or not at all, or read too few accounts.
 * Nor are there the views of the driver: they name the tables of other schemas, and a model calls
 * its schemas as it likes. It can declare views of its own.
 */
public final class RosterSchemaFactory implements SchemaFactory {

  private static final String PROVIDER = "provider";

  // Calcite adds these operands to every schema.
  private static final Set<String> CALCITES = Set.of("modelUri", "baseDirectory", "tables");

  private static final Set<ConnectionProperty> ACCEPTED =
      Set.of(
          ConnectionProperty.LINKEDAPI_URL,
          ConnectionProperty.LINKEDAPI_TOKEN,
          ConnectionProperty.LINKEDAPI_TOKEN_FILE,
          ConnectionProperty.CONNECTSAFELY_URL,
          ConnectionProperty.CONNECTSAFELY_KEY,
          ConnectionProperty.CONNECTSAFELY_KEY_FILE,
          ConnectionProperty.POSTPRESS_URL,
          ConnectionProperty.POSTPRESS_KEY,
          ConnectionProperty.POSTPRESS_KEY_FILE,
          ConnectionProperty.LEDGER,
          ConnectionProperty.MAX_CONCURRENCY,
          ConnectionProperty.REQUESTS_PER_MINUTE,
          ConnectionProperty.CACHE_TTL,
          ConnectionProperty.CACHE_MAX_BYTES,
          ConnectionProperty.MAX_CALLS_PER_STATEMENT,
          ConnectionProperty.REVEAL_SECRETS);

  private final List<Provider> providers;

  /** Made by Calcite. */
  public RosterSchemaFactory() {
    this(Providers.ALL);
  }

  RosterSchemaFactory(List<Provider> providers) {
    this.providers = providers;
  }

  /**
   * Returns a schema with the tables of one provider.
   *
   * @throws SqlStateException 42000 if the provider or an operand does not exist, naming those that
   *     do
   */
  @Override
  public Schema create(SchemaPlus parent, String name, Map<String, Object> operand) {
    Settings settings = settings(name, operand);
    String provider = String.valueOf(operand.getOrDefault(PROVIDER, name));
    WriteAccess access =
        new WriteAccess(
            new WritePolicy(
                WritePolicy.Writes.DENY, false, settings.flag(ConnectionProperty.REVEAL_SECRETS)),
            // Given back by nobody, as nobody closes a schema: it stays open with the process.
            new LedgerAccess(settings.ledger()));
    if (provider.equals(RosterSchemas.OWN)) {
      return new RosterSchema(
          name, RosterSchemas.ownTables(providers, access), List.of(), CallSender.DIRECT, access);
    }
    Provider wanted = provider(name, provider);
    return new RosterSchema(
        name,
        wanted.contents(settings, access).tables(),
        List.of(),
        RosterSchemas.sender(wanted, settings),
        access);
  }

  private Provider provider(String name, String wanted) {
    List<String> names = new ArrayList<>(List.of(RosterSchemas.OWN));
    for (Provider provider : providers) {
      if (provider.name().equals(wanted)) {
        return provider;
      }
      names.add(provider.name());
    }
    throw refused(
        name,
        "there is no provider " + wanted + ". Set the operand provider to one of " + names + ".");
  }

  private static Settings settings(String name, Map<String, Object> operand) {
    Map<ConnectionProperty, String> given = new EnumMap<>(ConnectionProperty.class);
    for (Map.Entry<String, Object> entry : operand.entrySet()) {
      String key = entry.getKey();
      if (key.equals(PROVIDER) || CALCITES.contains(key)) {
        continue;
      }
      ConnectionProperty property = ConnectionProperty.named(key);
      if (property == null || !ACCEPTED.contains(property)) {
        throw refused(name, "operand " + key + " is not accepted in a model. " + accepted());
      }
      given.put(property, String.valueOf(entry.getValue()));
    }
    return Settings.of(given, RosterSchemaFactory::environment);
  }

  private static @Nullable String environment(String variable) {
    boolean ids = variable.equals(ConnectionProperty.POSTPRESS_ACCOUNT_IDS.environment());
    return ids ? null : System.getenv(variable);
  }

  private static String accepted() {
    return "Accepted are "
        + PROVIDER
        + ", "
        + String.join(", ", ACCEPTED.stream().map(ConnectionProperty::key).sorted().toList())
        + ".";
  }

  private static SqlStateException refused(String schema, String why) {
    return new SqlStateException(SqlState.INVALID_STATEMENT, "schema " + schema + ": " + why);
  }
}
