package dev.roster.calcite.postpress;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import dev.roster.bindings.Operation;
import dev.roster.calcite.HttpConnections;
import dev.roster.calcite.Provider;
import dev.roster.calcite.drift.DriftLog;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.RowsWrite;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.settings.ConnectionProperty;
import dev.roster.calcite.settings.Settings;
import dev.roster.calcite.table.TableWrite;
import dev.roster.postpress.PostpressClient;
import dev.roster.postpress.api.Operations;
import java.util.List;
import java.util.function.Supplier;

/** postpress in SQL: the schema {@code postpress} with its tables and procedures. */
public final class Postpress implements Provider {

  /** The edits, each of which is a procedure. */
  static final List<ProfileEdit> EDITS =
      List.of(
          EditOwnProfileProcedure.EDIT,
          SetPictureProcedure.EDIT,
          SetCoverPictureProcedure.EDIT,
          AddExperienceProcedure.EDIT,
          EditExperienceProcedure.EDIT,
          AddEducationProcedure.EDIT,
          EditEducationProcedure.EDIT,
          SetOpenToWorkProcedure.EDIT,
          SetCustomLinkProcedure.EDIT);

  @Override
  public String name() {
    return Operations.GET_OWN_PROFILE.provider();
  }

  @Override
  public List<Operation> operations() {
    return Operations.ALL;
  }

  @Override
  public CredentialId credential(Settings settings) {
    return CredentialId.of(
        name(),
        settings.url(ConnectionProperty.POSTPRESS_URL, Operations.BASE_URL),
        settings.get(ConnectionProperty.POSTPRESS_KEY));
  }

  @Override
  public Contents contents(Settings settings, WriteAccess access) {
    String baseUrl = settings.url(ConnectionProperty.POSTPRESS_URL, Operations.BASE_URL);
    // Made at the first call, so that tables are shown without a key too.
    Supplier<PostpressClient> client = Suppliers.memoize(() -> client(settings));
    OwnProfiles profiles =
        new OwnProfiles(client, settings.list(ConnectionProperty.POSTPRESS_ACCOUNT_IDS));
    TableWrite headline =
        RowsWrite.of(
            EditOwnProfileProcedure.EDIT.procedure(client, baseUrl),
            ImmutableMap.of("account_id", "account_id", "headline", "headline"),
            access);
    return new Contents(
        List.of(
            OwnProfileTable.table(profiles),
            LinkedInProfileTable.table(profiles, headline),
            TelegramProfileTable.table(profiles),
            TwitterProfileTable.table(profiles),
            GmailProfileTable.table(profiles),
            OutlookProfileTable.table(profiles),
            ImapProfileTable.table(profiles),
            LinkedInOrganizationsTable.table(profiles),
            GmailAliasesTable.table(profiles),
            TelegramRestrictionsTable.table(profiles)),
        EDITS.stream().<Procedure<?>>map(edit -> edit.procedure(client, baseUrl)).toList());
  }

  private static PostpressClient client(Settings settings) {
    PostpressClient.Builder builder =
        PostpressClient.builder()
            .apiKey(settings.credential(ConnectionProperty.POSTPRESS_KEY))
            .httpClient(HttpConnections.SHARED)
            .driftListener(DriftLog.PROCESS);
    String url = settings.get(ConnectionProperty.POSTPRESS_URL);
    return (url == null ? builder : builder.baseUrl(url)).build();
  }
}
