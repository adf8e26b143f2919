package dev.roster.calcite;

import com.google.common.base.Suppliers;
import dev.roster.calcite.cache.ReadCache;
import dev.roster.calcite.catalog.Catalog;
import dev.roster.calcite.drift.DriftTable;
import dev.roster.calcite.information.InformationSchema;
import dev.roster.calcite.ledger.LedgerTable;
import dev.roster.calcite.ledger.ResolveProcedure;
import dev.roster.calcite.ledger.ResumeProcedure;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.limit.LimitedCalls;
import dev.roster.calcite.limit.Retries;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.Resumption;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.procedure.WritePolicy;
import dev.roster.calcite.requests.LoggedCalls;
import dev.roster.calcite.requests.RequestsTable;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.calcite.settings.Settings;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.statement.CountedCalls;
import dev.roster.calcite.statement.SendersByProvider;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.view.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.schema.SchemaPlus;

/** Makes the schemas of a connection. */
public final class RosterSchemas {

  /** The schema with what Roster itself knows. */
  public static final String OWN = "roster";

  private RosterSchemas() {}

  /** Returns what a connection with these settings may write. */
  public static WritePolicy policy(Settings settings) {
    return new WritePolicy(
        WritePolicy.Writes.valueOf(
            String.valueOf(settings.get(ConnectionProperty.WRITES)).toUpperCase(Locale.ROOT)),
        settings.flag(ConnectionProperty.IRREVERSIBLE),
        settings.flag(ConnectionProperty.REVEAL_SECRETS));
  }

  /**
   * Returns what every call of a connection to a provider passes on its way out: what stands
   * further out may answer a call without those within, or ask them more than once.
   */
  static CallSender sender(Provider provider, Settings settings) {
    CallSender logged = new LoggedCalls(CallSender.DIRECT);
    CredentialId credential = provider.credential(settings);
    CallSender limited =
        new LimitedCalls(
            logged, credential, settings.maxConcurrency(), settings.requestsPerMinute());
    CallSender tried = new Retries(limited);
    CallSender counted = new CountedCalls(tried, settings.maxCallsPerStatement());
    return new ReadCache(counted, credential, settings.cacheTtl(), settings.cacheMaxBytes());
  }

  /**
   * Returns all schemas by their names: one a provider, {@link #OWN}, and that of the SQL standard.
   */
  public static Map<String, RosterSchema> of(
      List<Provider> providers, Settings settings, WriteAccess access) {
    Map<String, RosterSchema> schemas = new LinkedHashMap<>();
    List<View> views = new ArrayList<>();
    Map<String, Procedure<?>> procedures = new HashMap<>();
    Map<String, CallSender> senders = new HashMap<>();
    for (Provider provider : providers) {
      CallSender sender = sender(provider, settings);
      senders.put(provider.name(), sender);
      Provider.Contents contents = provider.contents(settings, access);
      views.addAll(contents.views());
      contents
          .procedures()
          .forEach(
              procedure -> procedures.put(provider.name() + "." + procedure.name(), procedure));
      schemas.put(
          provider.name(),
          new RosterSchema(
              provider.name(), contents.tables(), contents.procedures(), sender, access));
    }
    schemas.put(
        OWN,
        new RosterSchema(
            OWN,
            ownTables(providers, access),
            views,
            List.of(
                ResumeProcedure.procedure(new Resumption(procedures)),
                ResolveProcedure.procedure()),
            new SendersByProvider(senders),
            access));
    schemas.put(
        InformationSchema.NAME,
        new RosterSchema(
            InformationSchema.NAME,
            InformationSchema.tables(Suppliers.memoize(() -> catalog(schemas))),
            List.of(),
            CallSender.DIRECT,
            access));
    return schemas;
  }

  /** Returns the tables of {@link #OWN}. */
  static List<ApiTable<?>> ownTables(List<Provider> providers, WriteAccess access) {
    return List.of(
        DriftTable.table(),
        ErrorTypes.table(providers),
        LedgerTable.table(OWN, access.ledger()),
        RequestsTable.table());
  }

  // The schemas of a connection do not change, so this is right as long as they are.
  private static Catalog catalog(Map<String, RosterSchema> schemas) {
    SchemaPlus root = CalciteSchema.createRootSchema(false).plus();
    schemas.forEach(root::add);
    return Catalog.of(root);
  }
}
