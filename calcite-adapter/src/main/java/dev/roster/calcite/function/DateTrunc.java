package dev.roster.calcite.function;

import dev.roster.calcite.table.SqlType;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.adapter.enumerable.NullPolicy;
import org.apache.calcite.adapter.enumerable.ReflectiveCallNotNullImplementor;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.schema.ScalarFunction;

/**
 * The function {@code date_trunc('month', connected_at)} of PostgreSQL, with which most tools group
 * by time: the TIMESTAMP(3) at which a unit began, NULL where an argument is. A DATE is taken as
 * its midnight.
 */
public final class DateTrunc implements ScalarFunction, ImplementableFunction {

  /** The function's name. */
  public static final String NAME = "date_trunc";

  /** The function. */
  public static final DateTrunc INSTANCE = new DateTrunc();

  private static final Method BEGINNING =
      Types.lookupMethod(DateTrunc.class, "beginning", String.class, long.class);

  private DateTrunc() {}

  /**
   * Returns the beginning of the unit that a time lies in. Generated code calls this.
   *
   * @param time milliseconds since 1970 in UTC, as Calcite represents a TIMESTAMP
   */
  public static long beginning(String unit, long time) {
    LocalDateTime wallClock = LocalDateTime.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    return TruncationUnit.named(unit)
        .beginningOf(wallClock)
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }

  @Override
  public List<FunctionParameter> getParameters() {
    return List.of(
        new Parameter(0, "unit", SqlType.VARCHAR), new Parameter(1, "time", SqlType.TIMESTAMP));
  }

  @Override
  public RelDataType getReturnType(RelDataTypeFactory types) {
    return SqlType.TIMESTAMP.relType(types, true);
  }

  @Override
  public CallImplementor getImplementor() {
    return RexImpTable.createImplementor(
        new ReflectiveCallNotNullImplementor(BEGINNING), NullPolicy.STRICT, false);
  }

  private record Parameter(int ordinal, String name, SqlType type) implements FunctionParameter {
    @Override
    public int getOrdinal() {
      return ordinal;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public RelDataType getType(RelDataTypeFactory types) {
      return type.relType(types, true);
    }

    @Override
    public boolean isOptional() {
      return false;
    }
  }
}
