package dev.roster.calcite.plan;

import org.apache.calcite.rel.type.RelDataTypeSystemImpl;

/**
 * Calcite's types, but texts of different length that stand together have no blanks added. By the
 * SQL standard {@code ARRAY['development', 'management']}, a CASE and VALUES pad the shorter text
 * to the longer one; a provider would be sent the blanks, and a key would not be found.
 */
public final class RosterTypeSystem extends RelDataTypeSystemImpl {

  /** Made by Calcite, by the class's name in the connection property {@code typeSystem}. */
  public RosterTypeSystem() {}

  @Override
  public boolean shouldConvertRaggedUnionTypesToVarying() {
    return true;
  }
}
