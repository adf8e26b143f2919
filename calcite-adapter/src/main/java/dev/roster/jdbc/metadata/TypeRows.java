package dev.roster.jdbc.metadata;

import dev.roster.calcite.table.SqlType;
import dev.roster.jdbc.rows.MetaDataRows;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The result sets about types: those of SQL, and those of the user's, of which there are none. */
final class TypeRows {

  // Of DECIMAL, as Calcite has it.
  private static final short GREATEST_SCALE = 19;

  private TypeRows() {}

  static ResultSet types() throws SQLException {
    MetaDataRows rows =
        new MetaDataRows()
            .texts("TYPE_NAME")
            .ints("DATA_TYPE", "PRECISION")
            .texts("LITERAL_PREFIX", "LITERAL_SUFFIX", "CREATE_PARAMS")
            .shorts("NULLABLE")
            .booleans("CASE_SENSITIVE")
            .shorts("SEARCHABLE")
            .booleans("UNSIGNED_ATTRIBUTE", "FIXED_PREC_SCALE", "AUTO_INCREMENT")
            .texts("LOCAL_TYPE_NAME")
            .shorts("MINIMUM_SCALE", "MAXIMUM_SCALE")
            .ints("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "NUM_PREC_RADIX");
    Arrays.stream(SqlType.values())
        .sorted(Comparator.comparing(SqlType::jdbcType))
        .forEach(type -> add(rows, type));
    return rows.resultSet();
  }

  private static void add(MetaDataRows rows, SqlType type) {
    boolean text = type == SqlType.CHAR || type == SqlType.VARCHAR;
    boolean number = Sizes.radix(type) != null;
    String prefix = literalPrefix(type);
    rows.add(
        type.name(),
        type.jdbcType(),
        type.precision(),
        prefix,
        prefix == null ? null : "'",
        declaredWith(type),
        (short) DatabaseMetaData.typeNullable,
        text,
        // LIKE is for text.
        (short) (text ? DatabaseMetaData.typeSearchable : DatabaseMetaData.typePredBasic),
        !number,
        false,
        false,
        type.name(),
        Sizes.digits(type) == null ? null : (Short) (short) 0,
        type == SqlType.DECIMAL ? (Short) GREATEST_SCALE : Sizes.shortDigits(type),
        null,
        null,
        Sizes.radix(type));
  }

  private static @Nullable String literalPrefix(SqlType type) {
    return switch (type) {
      case CHAR, VARCHAR -> "'";
      case BINARY, VARBINARY -> "X'";
      case DATE -> "DATE '";
      case TIME -> "TIME '";
      case TIMESTAMP -> "TIMESTAMP '";
      default -> null;
    };
  }

  private static @Nullable String declaredWith(SqlType type) {
    return switch (type) {
      case CHAR, VARCHAR, BINARY, VARBINARY -> "length";
      case DECIMAL -> "precision,scale";
      case TIME, TIMESTAMP -> "precision";
      default -> null;
    };
  }

  static ResultSet userTypes() throws SQLException {
    return new MetaDataRows()
        .texts("TYPE_CAT", "TYPE_SCHEM", "TYPE_NAME", "CLASS_NAME")
        .ints("DATA_TYPE")
        .texts("REMARKS")
        .shorts("BASE_TYPE")
        .resultSet();
  }

  static ResultSet superTypes() throws SQLException {
    return new MetaDataRows()
        .texts("TYPE_CAT", "TYPE_SCHEM", "TYPE_NAME")
        .texts("SUPERTYPE_CAT", "SUPERTYPE_SCHEM", "SUPERTYPE_NAME")
        .resultSet();
  }

  static ResultSet attributes() throws SQLException {
    return new MetaDataRows()
        .texts("TYPE_CAT", "TYPE_SCHEM", "TYPE_NAME", "ATTR_NAME")
        .ints("DATA_TYPE")
        .texts("ATTR_TYPE_NAME")
        .ints("ATTR_SIZE", "DECIMAL_DIGITS", "NUM_PREC_RADIX", "NULLABLE")
        .texts("REMARKS", "ATTR_DEF")
        .ints("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "CHAR_OCTET_LENGTH", "ORDINAL_POSITION")
        .texts("IS_NULLABLE", "SCOPE_CATALOG", "SCOPE_SCHEMA", "SCOPE_TABLE")
        .shorts("SOURCE_DATA_TYPE")
        .resultSet();
  }
}
