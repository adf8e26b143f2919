package dev.roster.calcite.linkedapi;

import com.google.common.base.Suppliers;
import dev.roster.bindings.Operation;
import dev.roster.calcite.Provider;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.calcite.settings.Settings;
import dev.roster.linkedapi.LinkedApiClient;
import dev.roster.linkedapi.api.Operations;
import java.util.List;
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
  public Contents contents(Settings settings) {
    // Made at the first call, so that tables are shown without a credential too.
    Supplier<LinkedApiClient> client = Suppliers.memoize(() -> client(settings));
    return new Contents(
        List.of(
            Accounts.table(client),
            PendingConnectionSessions.table(client),
            ConnectionSessions.table(client)),
        List.of(
            CreateConnectionSession.procedure(client),
            CreateReconnectionSession.procedure(client),
            CancelConnectionSession.procedure(client),
            WaitForConnectionSession.procedure(client),
            ReparseAccountInfo.procedure(client),
            RegenerateIdentificationToken.procedure(client),
            Disconnect.procedure(client)));
  }

  private static LinkedApiClient client(Settings settings) {
    LinkedApiClient.Builder builder =
        LinkedApiClient.builder().token(settings.credential(ConnectionProperty.LINKEDAPI_TOKEN));
    String url = settings.get(ConnectionProperty.LINKEDAPI_URL);
    return (url == null ? builder : builder.baseUrl(url)).build();
  }
}
