package dev.roster.calcite.catalog;

import dev.roster.calcite.table.SqlType;

/**
 * A parameter of a procedure.
 *
 * @param name lower snake case
 * @param required whether it must be given; else it is NULL by default
 * @param remarks what it is
 */
public record ParameterDescription(String name, SqlType type, boolean required, String remarks) {}
