package dev.roster.calcite.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sizes that tools are told. */
class SqlTypeTest {

  @ParameterizedTest
  @CsvSource({
    "BOOLEAN, 1, 5, 0",
    "INTEGER, 10, 11, 0",
    "BIGINT, 19, 20, 0",
    "DECIMAL, 19, 21, 0",
    "DOUBLE, 17, 24, 0",
    "VARCHAR, 65536, 65536, 0",
    "DATE, 10, 10, 0",
    "TIME, 8, 8, 0",
    "TIMESTAMP, 23, 23, 3",
  })
  void aTypeHasASizeOfItsOwn(SqlType type, int precision, int displaySize, int scale) {
    assertThat(type.precision()).isEqualTo(precision);
    assertThat(type.displaySize()).isEqualTo(displaySize);
    assertThat(type.scale()).isEqualTo(scale);
  }

  @ParameterizedTest
  @CsvSource({
    "VARCHAR, 36, 36, 36, 0",
    "CHAR, 1, 1, 1, 0",
    "DECIMAL, 5, 5, 7, 2",
    "VARBINARY, 4, 4, 8, 0",
    "VARBINARY, 2147483647, 2147483647, 33554432, 0",
    "TIMESTAMP, 0, 19, 19, 0",
    "TIMESTAMP, 3, 23, 23, 3",
    "TIME, 3, 12, 12, 3",
    "BIGINT, 5, 19, 20, 0",
  })
  void whatIsDeclaredCounts(SqlType type, int declared, int precision, int displaySize, int scale) {
    assertThat(type.precision(declared)).isEqualTo(precision);
    assertThat(type.displaySize(declared)).isEqualTo(displaySize);
    assertThat(type.scale(declared, 2)).isEqualTo(scale);
  }

  @ParameterizedTest
  @EnumSource
  void aTypeIsFoundByItsNumber(SqlType type) {
    assertThat(SqlType.ofJdbc(type.jdbcType())).isEqualTo(type);
    assertThat(type.precision()).isPositive();
    assertThat(type.displaySize()).isGreaterThanOrEqualTo(type.precision());
  }

  @Test
  void otherNumbersAreOfTheSameTypesOrOfNone() {
    assertThat(SqlType.ofJdbc(Types.NUMERIC)).isEqualTo(SqlType.DECIMAL);
    assertThat(SqlType.ofJdbc(Types.LONGVARCHAR)).isEqualTo(SqlType.VARCHAR);
    assertThat(SqlType.ofJdbc(Types.ARRAY)).isNull();
  }
}
