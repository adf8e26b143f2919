package dev.roster.calcite.table;

import dev.roster.bindings.Field;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/** The SQL types of Roster's columns and parameters. */
public enum SqlType {
  /** Text; lists and objects too, as JSON text, because tools cannot read ARRAY and STRUCT. */
  VARCHAR(SqlTypeName.VARCHAR),
  /** True or false. */
  BOOLEAN(SqlTypeName.BOOLEAN),
  /** A 64-bit integer. */
  BIGINT(SqlTypeName.BIGINT),
  /** A double. */
  DOUBLE(SqlTypeName.DOUBLE),
  /** A point in time as UTC wall clock, to the millisecond: TIMESTAMP(3). */
  TIMESTAMP(SqlTypeName.TIMESTAMP),
  /** A file's bytes; parameters only. */
  VARBINARY(SqlTypeName.VARBINARY);

  private final SqlTypeName typeName;

  SqlType(SqlTypeName typeName) {
    this.typeName = typeName;
  }

  /** Returns the type that a field of this kind has. */
  public static SqlType of(Field.Kind kind) {
    return switch (kind) {
      case TEXT, LIST, OBJECT, ANY -> VARCHAR;
      case BOOLEAN -> BOOLEAN;
      case INTEGER -> BIGINT;
      case NUMBER -> DOUBLE;
      case INSTANT -> TIMESTAMP;
      case BINARY -> VARBINARY;
    };
  }

  /** Returns the type's number in {@link java.sql.Types}. */
  public int jdbcType() {
    return typeName.getJdbcOrdinal();
  }

  /** Returns the type in Calcite. */
  public RelDataType relType(RelDataTypeFactory factory, boolean nullable) {
    RelDataType type =
        this == TIMESTAMP ? factory.createSqlType(typeName, 3) : factory.createSqlType(typeName);
    return factory.createTypeWithNullability(type, nullable);
  }
}
