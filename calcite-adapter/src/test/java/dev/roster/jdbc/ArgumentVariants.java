package dev.roster.jdbc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URL;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLType;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a method of JDBC is called with: of each parameter's type an ordinary value first, then what
 * callers get wrong, such as null, zero, negative and huge numbers, empty texts and unknown names.
 */
final class ArgumentVariants {

  private static final String SQL = "SELECT id FROM fake.accounts";

  private static final Map<Class<?>, List<@Nullable Object>> BY_TYPE = new HashMap<>();

  static {
    of(boolean.class, true, false);
    of(byte.class, (byte) 1, Byte.MIN_VALUE);
    of(short.class, (short) 1, Short.MIN_VALUE);
    of(int.class, 1, 0, -1, 2, 4, Integer.MAX_VALUE, Integer.MIN_VALUE);
    of(long.class, 1L, 0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
    of(float.class, 1f, Float.NaN);
    of(double.class, 1d, Double.POSITIVE_INFINITY);
    of(String.class, "id", null, "", "no_such_thing", "%", "'\"\\;\u0000é", "x".repeat(70_000));
    of(Object.class, "a", null, 1, OffsetDateTime.parse("2026-02-20T11:11:51Z"), new Object());
    of(BigDecimal.class, BigDecimal.ONE, null, new BigDecimal(BigInteger.TWO.pow(200), 40));
    of(Date.class, Date.valueOf("2026-02-20"), null);
    of(Time.class, Time.valueOf("11:11:51"), null);
    of(Timestamp.class, Timestamp.valueOf("2026-02-20 11:11:51.732"), null);
    of(byte[].class, new byte[] {1}, null, new byte[0]);
    of(int[].class, new int[] {1}, null, new int[0], new int[] {-1});
    of(String[].class, new String[] {"id"}, null, new String[0], new String[] {null, "TABLE"});
    of(Object[].class, new Object[] {"a"}, null, new Object[0], new Object[] {null, 1, "x"});
    of(Class.class, String.class, null, Object.class, List.class, Integer.class, Statement.class);
    of(SQLType.class, JDBCType.VARCHAR, null, JDBCType.ROWID);
    of(Executor.class, (Executor) Runnable::run, null);
    of(Map.class, Map.of(), null, Map.of("VARCHAR", String.class));
    of(URL.class, url(), null);
    of(Calendar.class, new GregorianCalendar(TimeZone.getTimeZone("America/New_York")), null);
  }

  private ArgumentVariants() {}

  private static void of(Class<?> type, @Nullable Object... values) {
    BY_TYPE.put(type, Collections.unmodifiableList(Arrays.asList(values)));
  }

  private static URL url() {
    try {
      return new URL("https://example.com");
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /**
   * Returns the argument lists for a method: one of ordinary values, and for each other value of
   * each parameter one with that value among ordinary ones.
   */
  static List<@Nullable Object[]> of(Method method) {
    int count = method.getParameterCount();
    List<@Nullable Object[]> all = new ArrayList<>();
    all.add(ordinary(method));
    for (int i = 0; i < count; i++) {
      List<@Nullable Object> values = values(method, i);
      for (int variant = 1; variant < values.size(); variant++) {
        @Nullable Object[] arguments = ordinary(method);
        arguments[i] = values.get(variant);
        all.add(arguments);
      }
    }
    return all;
  }

  /** Returns ordinary arguments for a method. */
  static @Nullable Object[] ordinary(Method method) {
    @Nullable Object[] arguments = new @Nullable Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = values(method, i).get(0);
    }
    return arguments;
  }

  private static List<@Nullable Object> values(Method method, int parameter) {
    Class<?> type = method.getParameterTypes()[parameter];
    String name = method.getName();
    // Streams are read once, and properties are changed; so each call has its own.
    if (type == InputStream.class) {
      return Arrays.asList(new ByteArrayInputStream(new byte[] {97}), null);
    }
    if (type == Reader.class) {
      return Arrays.asList(new StringReader("a"), null);
    }
    if (type == Properties.class) {
      Properties properties = new Properties();
      properties.setProperty("ApplicationName", "test");
      return Arrays.asList(properties, new Properties(), null);
    }
    List<@Nullable Object> values =
        BY_TYPE.getOrDefault(type, Collections.singletonList((Object) null));
    Object better = better(name, type, parameter);
    if (better == null) {
      return values;
    }
    List<@Nullable Object> with = new ArrayList<>(values);
    with.add(0, better);
    return with;
  }

  // An ordinary value where the method gives its parameter a meaning of its own.
  private static @Nullable Object better(String method, Class<?> type, int parameter) {
    if (type == String.class) {
      if (method.startsWith("execute")
          || method.startsWith("prepare")
          || method.equals("addBatch")
          || method.equals("nativeSQL")) {
        return SQL;
      }
      return switch (method) {
        case "setSchema" -> "fake";
        case "createArrayOf" -> "VARCHAR";
        case "connect", "acceptsURL", "getPropertyInfo" -> "jdbc:roster:";
        default -> null;
      };
    }
    if (type == int.class) {
      return switch (method) {
        case "setTransactionIsolation", "supportsTransactionIsolationLevel" ->
            java.sql.Connection.TRANSACTION_NONE;
        case "setFetchDirection" -> ResultSet.FETCH_FORWARD;
        case "setHoldability", "supportsResultSetHoldability" -> ResultSet.HOLD_CURSORS_OVER_COMMIT;
        case "createStatement", "prepareStatement", "prepareCall" ->
            parameter % 2 == 0 ? ResultSet.TYPE_FORWARD_ONLY : ResultSet.CONCUR_READ_ONLY;
        case "setObject", "registerOutParameter", "setNull" ->
            parameter == 1 || parameter == 2 ? Types.VARCHAR : null;
        default -> null;
      };
    }
    return null;
  }
}
