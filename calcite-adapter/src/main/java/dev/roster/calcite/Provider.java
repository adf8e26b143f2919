package dev.roster.calcite;

import dev.roster.bindings.Operation;
import dev.roster.calcite.limit.CredentialId;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.settings.Settings;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.view.View;
import java.util.List;

/** What one provider adds to SQL: a schema with its tables and procedures. */
public interface Provider {

  /** Returns the schema's name, which is the provider's id in its spec. */
  String name();

  /** Returns the operations of its spec. */
  List<Operation> operations();

  /** Returns whose limits the calls of a connection count against. */
  CredentialId credential(Settings settings);

  /**
   * Returns its tables and procedures for one connection. A missing credential is no reason to
   * fail: they are shown all the same, and only their use says which property is missing.
   *
   * @param access what the connection's writes share
   */
  Contents contents(Settings settings, WriteAccess access);

  /**
   * The tables and procedures of a schema.
   *
   * @param views queries over the tables, shown in the schema {@code roster}
   */
  record Contents(
      List<? extends ApiTable<?>> tables,
      List<? extends Procedure<?>> procedures,
      List<View> views) {

    /** Returns contents without views. */
    public Contents(List<? extends ApiTable<?>> tables, List<? extends Procedure<?>> procedures) {
      this(tables, procedures, List.of());
    }
  }
}
