package dev.roster.calcite.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a scan: texts, parameters and, where it is neither, values that generated code
 * computes. Thousands of keys would not fit into a method of generated code, which has 64 KB.
 */
public final class KeyValues {

  /** A key: one of a text, the name of a parameter, the place of a computed value. */
  private record Key(@Nullable String text, @Nullable String parameter, int computed) {}

  private final List<Key> keys = new ArrayList<>();
  private final List<RexNode> computed = new ArrayList<>();

  KeyValues(List<RexNode> expressions) {
    for (RexNode expression : expressions) {
      keys.add(key(expression));
    }
  }

  private Key key(RexNode expression) {
    RexNode bare = expression;
    while (bare.getKind() == SqlKind.CAST && keepsText(bare.getType())) {
      bare = ((RexCall) bare).getOperands().get(0);
    }
    if (SqlTypeUtil.inCharFamily(bare.getType())) {
      if (bare instanceof RexLiteral literal) {
        return new Key(literal.getValueAs(String.class), null, -1);
      }
      if (bare instanceof RexDynamicParam parameter) {
        return new Key(null, parameter.getName(), -1);
      }
    }
    if (expression.getKind() == SqlKind.CAST
        && bare instanceof RexLiteral number
        && isWhole(number)) {
      // Its text is that of the number.
      return new Key(number.getValueAs(BigDecimal.class).toPlainString(), null, -1);
    }
    computed.add(expression);
    return new Key(null, null, computed.size() - 1);
  }

  private static boolean isWhole(RexLiteral literal) {
    return SqlTypeUtil.isIntType(literal.getType()) && !literal.isNull();
  }

  /** Returns whether a cast to this type leaves every text as it is; one to VARCHAR(3) does not. */
  static boolean keepsText(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.VARCHAR
        && type.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED;
  }

  /** Returns the expressions that generated code computes. */
  List<RexNode> computed() {
    return computed;
  }

  /**
   * Returns the keys that are known before any row is read, in their places; null stands for one
   * that is not, and for NULL.
   *
   * @param root the execution, or null if there is none yet, so that no parameter has a value
   */
  List<@Nullable String> known(@Nullable DataContext root) {
    List<@Nullable String> all = new ArrayList<>();
    for (Key key : keys) {
      Object value =
          key.parameter() == null || root == null ? key.text() : root.get(key.parameter());
      all.add(value == null ? null : value.toString());
    }
    return all;
  }

  /**
   * Returns the keys of one execution, nulls and repetitions included.
   *
   * @param values the values of {@link #computed()}
   */
  List<@Nullable Object> of(DataContext root, @Nullable Object[] values) {
    List<@Nullable Object> all = new ArrayList<>();
    for (Key key : keys) {
      if (key.computed() >= 0) {
        all.add(values[key.computed()]);
      } else {
        all.add(key.parameter() == null ? key.text() : root.get(key.parameter()));
      }
    }
    return all;
  }
}
