package dev.roster.calcite.connectsafely;

import com.google.common.base.Suppliers;
import dev.roster.bindings.Operation;
import dev.roster.calcite.HttpConnections;
import dev.roster.calcite.Provider;
import dev.roster.calcite.drift.DriftLog;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.calcite.settings.Settings;
import dev.roster.calcite.write.Result;
import dev.roster.connectsafely.ConnectSafelyClient;
import dev.roster.connectsafely.api.Operations;
import dev.roster.ledger.Sha256;
import java.util.List;
import java.util.function.Supplier;

/**
 * ConnectSafely in SQL: the schema {@code connectsafely} with its procedure and a table, whose rows
 * come from the ledger, as the provider cannot list the invitations that were sent.
 */
public final class ConnectSafely implements Provider {

  @Override
  public String name() {
    return Operations.SEND_FOLLOW_INVITATIONS.provider();
  }

  @Override
  public List<Operation> operations() {
    return Operations.ALL;
  }

  @Override
  public CredentialId credential(Settings settings) {
    return CredentialId.of(
        name(),
        settings.url(ConnectionProperty.CONNECTSAFELY_URL, Operations.BASE_URL),
        settings.get(ConnectionProperty.CONNECTSAFELY_KEY));
  }

  @Override
  public Contents contents(Settings settings, WriteAccess access) {
    // Made at the first call, so that the procedure is shown without a credential too.
    Supplier<ConnectSafelyClient> client = Suppliers.memoize(() -> client(settings));
    String baseUrl = settings.url(ConnectionProperty.CONNECTSAFELY_URL, Operations.BASE_URL);
    InvitationWrite invitations =
        new InvitationWrite(
            client,
            baseUrl,
            () -> Sha256.of(settings.credential(ConnectionProperty.CONNECTSAFELY_KEY)));
    Procedure<Result<Invitee>> procedure = SendFollowInvitationsProcedure.procedure(invitations);
    return new Contents(
        List.of(
            FollowInvitationsTable.table(
                access.ledger(), baseUrl, InvitationsInsert.of(procedure, invitations, access))),
        List.of(procedure));
  }

  private static ConnectSafelyClient client(Settings settings) {
    ConnectSafelyClient.Builder builder =
        ConnectSafelyClient.builder()
            .apiKey(settings.credential(ConnectionProperty.CONNECTSAFELY_KEY))
            .httpClient(HttpConnections.SHARED)
            .driftListener(DriftLog.PROCESS);
    String url = settings.get(ConnectionProperty.CONNECTSAFELY_URL);
    return (url == null ? builder : builder.baseUrl(url)).build();
  }
}
