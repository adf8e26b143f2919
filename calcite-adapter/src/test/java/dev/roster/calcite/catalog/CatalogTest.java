package dev.roster.calcite.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.calcite.Providers;
import dev.roster.calcite.RosterSchema;
import dev.roster.calcite.RosterSchemas;
import dev.roster.calcite.fake.FakeProvider;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.procedure.WritePolicy;
import dev.roster.calcite.settings.Settings;
import dev.roster.calcite.table.ForeignKey;
import dev.roster.calcite.table.SqlType;
import dev.roster.calcite.table.TableKind;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.impl.AbstractTable;
import org.junit.jupiter.api.Test;

/** What the schemas are said to hold, without a credential and without asking a provider. */
class CatalogTest {

  private static final WritePolicy READ_ONLY =
      new WritePolicy(WritePolicy.Writes.DENY, false, false);

  private static Catalog catalog(Map<String, RosterSchema> schemas) {
    SchemaPlus root = CalciteSchema.createRootSchema(false).plus();
    schemas.forEach(root::add);
    return Catalog.of(root);
  }

  private static Catalog ofTheProviders() {
    WriteAccess access = new WriteAccess(READ_ONLY, new LedgerAccess(LedgerLocation.of("none")));
    return catalog(RosterSchemas.of(Providers.ALL, Settings.of(Map.of(), name -> null), access));
  }

  private static TableDescription table(Catalog catalog, String name) {
    return catalog.tables().stream()
        .filter(table -> (table.schema() + "." + table.name()).equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void schemasTablesAndRoutinesAreSorted() {
    Catalog catalog = ofTheProviders();

    assertThat(catalog.schemas())
        .isSorted()
        .contains("connectsafely", "linkedapi", "postpress", "roster");
    assertThat(catalog.tables().stream().map(table -> table.schema() + "." + table.name()))
        .isSorted()
        .contains("linkedapi.accounts", "postpress.own_profile", "roster.error_types");
    assertThat(catalog.routines().stream().map(each -> each.schema() + "." + each.name()))
        .isSorted()
        .contains("connectsafely.send_follow_invitations", "linkedapi.disconnect");
  }

  @Test
  void aTableIsWhatItsDeclarationSays() {
    Catalog catalog = catalog(Map.of("fake", new FakeProvider().schema(List.of(), READ_ONLY)));

    assertThat(table(catalog, "fake.profiles"))
        .isEqualTo(
            new TableDescription(
                "fake",
                "profiles",
                TableKind.TABLE,
                "One profile an account.",
                List.of(
                    new ColumnDescription("account_id", SqlType.VARCHAR, false, "Whose profile."),
                    new ColumnDescription("name", SqlType.VARCHAR, false, "The name."),
                    new ColumnDescription("score", SqlType.DOUBLE, false, "A number."),
                    new ColumnDescription("premium", SqlType.BOOLEAN, false, "Whether paid.")),
                List.of("account_id"),
                List.of(),
                "account_id",
                null,
                List.of(),
                List.of(),
                null));
    assertThat(table(catalog, "fake.profiles").primaryKeyName()).isEqualTo("profiles_pkey");
    assertThat(table(catalog, "fake.skills").primaryKeyName()).isNull();
    assertThat(table(catalog, "fake.accounts").neededColumn()).isNull();
  }

  @Test
  void aRoutineIsWhatItsDeclarationSays() {
    Catalog catalog = catalog(Map.of("fake", new FakeProvider().schema(List.of(), READ_ONLY)));

    assertThat(catalog.routines())
        .contains(
            new RoutineDescription(
                "fake",
                "send",
                "send at length",
                List.of(
                    new ParameterDescription("target", SqlType.VARCHAR, true, "to whom"),
                    new ParameterDescription("times", SqlType.BIGINT, false, "how often"),
                    new ParameterDescription("kind", SqlType.VARCHAR, false, "how"),
                    new ParameterDescription(
                        "request_key",
                        SqlType.VARCHAR,
                        false,
                        "What names this write in roster.ledger, at most 255 characters. Given"
                            + " again, it answers with what is recorded and sends nothing. Without"
                            + " it the write gets a fresh one.")),
                List.of(
                    new ColumnDescription("what", SqlType.VARCHAR, true, "What was done."),
                    new ColumnDescription("token", SqlType.VARCHAR, true, "A new secret."),
                    new ColumnDescription(
                        "request_key",
                        SqlType.VARCHAR,
                        false,
                        "What names this write in roster.ledger. Given again, it answers with what"
                            + " is recorded and sends nothing."))));
  }

  @Test
  void foreignKeysReferToPrimaryKeys() {
    Catalog catalog = ofTheProviders();
    List<String> all = new ArrayList<>();
    for (TableDescription table : catalog.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        assertThat(table.columns().stream().map(ColumnDescription::name)).contains(key.column());
        assertThat(table(catalog, table.schema() + "." + key.table()).primaryKey())
            .as("%s of %s", key, table.name())
            .containsExactly(key.key());
        all.add(table.name() + "." + key.column() + " -> " + key.table());
      }
    }

    assertThat(all)
        .containsExactly(
            "accounts.reconnection_session_id -> connection_sessions",
            "pending_connection_sessions.session_id -> connection_sessions",
            "gmail_aliases.account_id -> gmail_profile",
            "gmail_profile.account_id -> own_profile",
            "imap_profile.account_id -> own_profile",
            "linkedin_organizations.account_id -> linkedin_profile",
            "linkedin_profile.account_id -> own_profile",
            "outlook_profile.account_id -> own_profile",
            "telegram_profile.account_id -> own_profile",
            "telegram_restrictions.account_id -> telegram_profile",
            "twitter_profile.account_id -> own_profile");
  }

  @Test
  void aTableThatDoesNotSayWhatItIsIsNotThere() {
    SchemaPlus root = CalciteSchema.createRootSchema(false).plus();
    SchemaPlus schema = root.add("fake", new FakeProvider().schema(List.of(), READ_ONLY));
    schema.add(
        "silent",
        new AbstractTable() {
          @Override
          public RelDataType getRowType(RelDataTypeFactory types) {
            return types.builder().build();
          }
        });

    assertThat(Catalog.of(root).tables()).hasSize(5).noneMatch(t -> t.name().equals("silent"));
  }

  @Test
  void everyTableColumnRoutineAndParameterHasASentence() {
    Catalog catalog = ofTheProviders();

    assertThat(catalog.tables())
        .allSatisfy(
            table -> {
              assertThat(table.remarks()).as(table.name()).isNotBlank();
              assertThat(table.columns())
                  .allSatisfy(column -> assertThat(column.remarks()).isNotBlank());
            });
    assertThat(catalog.routines())
        .allSatisfy(
            routine -> {
              assertThat(routine.remarks()).as(routine.name()).isNotBlank();
              assertThat(routine.parameters())
                  .allSatisfy(parameter -> assertThat(parameter.remarks()).isNotBlank());
            });
  }
}
