package dev.roster.calcite.procedure;

/** A schema that has procedures. */
public interface ProcedureSource {

  /**
   * Returns the procedure with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  ProcedureFunction procedure(String name);
}
