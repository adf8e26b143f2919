package dev.roster.calcite.linkedapi;

import com.google.common.base.Suppliers;
import dev.roster.bindings.Operation;
import dev.roster.calcite.HttpConnections;
import dev.roster.calcite.Provider;
import dev.roster.calcite.drift.DriftLog;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.RowsWrite;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.calcite.settings.Settings;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.write.Result;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import dev.roster.linkedapi.model.Account;
import dev.roster.linkedapi.model.PendingConnectionSession;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Linked API in SQL: the schema {@code linkedapi} with its tables and procedures. */
public final class LinkedApi implements Provider {

  @Override
  public String name() {
    return Operations.GET_ALL.provider();
  }

  @Override
  public List<Operation> operations() {
    return Operations.ALL;
  }

  @Override
  public CredentialId credential(Settings settings) {
    return CredentialId.of(
        name(),
        settings.url(ConnectionProperty.LINKEDAPI_URL, Operations.BASE_URL),
        settings.get(ConnectionProperty.LINKEDAPI_TOKEN));
  }

  @Override
  public Contents contents(Settings settings, WriteAccess access) {
    String baseUrl = settings.url(ConnectionProperty.LINKEDAPI_URL, Operations.BASE_URL);
    // Made at the first call, so that tables are shown without a credential too.
    Supplier<LinkedApiClient> client = Suppliers.memoize(() -> client(settings));
    Procedure<Result<Arguments>> disconnect = DisconnectProcedure.procedure(client, baseUrl);
    ApiTable<Account> accounts =
        AccountsTable.table(client, RowsWrite.of(disconnect, Map.of("id", "account_id"), access));
    ApiTable<PendingConnectionSession> pending = PendingConnectionSessionsTable.table(client);
    return new Contents(
        List.of(accounts, pending, ConnectionSessionsTable.table(client)),
        List.of(
            CreateConnectionSessionProcedure.procedure(client, baseUrl),
            CreateReconnectionSessionProcedure.procedure(client, baseUrl),
            CancelConnectionSessionProcedure.procedure(client, baseUrl),
            WaitForConnectionSessionProcedure.procedure(client),
            ReparseAccountInfoProcedure.procedure(client, baseUrl),
            RegenerateIdentificationTokenProcedure.procedure(client, baseUrl),
            disconnect),
        List.of(
            AccountOverviewView.view(accounts),
            AccountsToReconnectView.view(accounts),
            OpenSessionsView.view(pending)));
  }

  private static LinkedApiClient client(Settings settings) {
    LinkedApiClient.Builder builder =
        LinkedApiClient.builder()
            .token(settings.credential(ConnectionProperty.LINKEDAPI_TOKEN))
            .httpClient(HttpConnections.SHARED)
            .driftListener(DriftLog.PROCESS);
    String url = settings.get(ConnectionProperty.LINKEDAPI_URL);
    return (url == null ? builder : builder.baseUrl(url)).build();
  }
}
