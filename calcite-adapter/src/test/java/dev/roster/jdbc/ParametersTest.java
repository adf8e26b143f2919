package dev.roster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What values become when they are set: each what its parameter is declared as. */
class ParametersTest {

  private static final Calendar UTC = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
  private static final Calendar KATHMANDU =
      Calendar.getInstance(TimeZone.getTimeZone("Asia/Kathmandu"));

  private final TimeZone zone = TimeZone.getDefault();
  private Roster roster;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.writing();
  }

  @AfterEach
  void close() throws SQLException {
    roster.close();
    TimeZone.setDefault(zone);
  }

  private interface Setting {
    void on(PreparedStatement statement) throws Exception;
  }

  /** Returns what a parameter of a type holds once it is set, as text. */
  private String set(String type, Setting setting) throws Exception {
    try (PreparedStatement statement =
        roster.connection.prepareStatement("SELECT CAST(? AS " + type + ")")) {
      setting.on(statement);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private String object(String type, Object value) throws Exception {
    return set(type, statement -> statement.setObject(1, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void allFormsOfATimeAreTheSameUtcClockInEveryTimeZone(String there) throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone(there));
    String clock = "2026-11-01 07:12:30.123";
    LocalDateTime local = LocalDateTime.parse("2026-11-01T07:12:30.123");
    Instant instant = local.toInstant(ZoneOffset.UTC);
    Timestamp timestamp = Timestamp.valueOf(local);
    Object[] forms = {
      local,
      instant,
      instant.atOffset(ZoneOffset.ofHours(9)),
      instant.atZone(ZoneId.of("Europe/Paris")),
      timestamp,
      java.util.Date.from(timestamp.toInstant()),
      GregorianCalendar.from(instant.atZone(ZoneOffset.UTC)),
      "2026-11-01 07:12:30.123",
      "2026-11-01T07:12:30.123",
      "2026-11-01T07:12:30.123Z",
      "2026-11-01 08:12:30.123+01:00",
      "2026-11-01T08:12:30.123+0100",
      "2026-11-01T08:12:30.123+01",
      "2026-11-01T08:12:30.123+01:00[Europe/Paris]",
      " 2026-11-01 07:12:30.123 UTC ",
    };
    for (Object form : forms) {
      assertThat(object("TIMESTAMP(3)", form)).as("%s %s", form.getClass(), form).isEqualTo(clock);
    }
    assertThat(set("TIMESTAMP(3)", s -> s.setTimestamp(1, Timestamp.from(instant), UTC)))
        .isEqualTo(clock);
    assertThat(set("TIMESTAMP(3)", s -> s.setTimestamp(1, Timestamp.from(instant), KATHMANDU)))
        .isEqualTo("2026-11-01 12:57:30.123");
    assertThat(set("TIMESTAMP(3)", s -> s.setTimestamp(1, timestamp))).isEqualTo(clock);
    assertThat(set("VARCHAR", s -> s.setTimestamp(1, timestamp))).isEqualTo(clock);
    assertThat(object("TIMESTAMP(3)", LocalDate.of(2026, 11, 1)))
        .isEqualTo("2026-11-01 00:00:00.000");
    assertThat(set("TIMESTAMP(3)", s -> s.setDate(1, Date.valueOf("2026-11-01"))))
        .isEqualTo("2026-11-01 00:00:00.000");
    assertThat(set("TIMESTAMP(3)", s -> s.setString(1, "2026-11-01")))
        .isEqualTo("2026-11-01 00:00:00.000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void datesAndTimesOfDayAreThoseThatAreShown(String there) throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone(there));
    Object[] dates = {
      LocalDate.of(2026, 3, 8),
      Date.valueOf("2026-03-08"),
      LocalDateTime.of(2026, 3, 8, 23, 59),
      Timestamp.valueOf("2026-03-08 23:59:00"),
      Instant.parse("2026-03-08T23:59:00Z"),
      "2026-03-08",
      "2026-03-08T23:59:00Z",
    };
    for (Object date : dates) {
      assertThat(object("DATE", date)).as("%s", date).isEqualTo("2026-03-08");
    }
    assertThat(set("DATE", s -> s.setDate(1, new Date(0), UTC))).isEqualTo("1970-01-01");
    assertThat(set("VARCHAR", s -> s.setDate(1, Date.valueOf("2026-03-08"))))
        .isEqualTo("2026-03-08");
    Object[] times = {
      LocalTime.of(7, 12, 30),
      LocalTime.of(9, 12, 30).atOffset(ZoneOffset.ofHours(2)),
      Time.valueOf("07:12:30"),
      LocalDateTime.of(2026, 3, 8, 7, 12, 30),
      "07:12:30",
      "2026-03-08 07:12:30",
    };
    for (Object time : times) {
      assertThat(object("TIME", time)).as("%s", time).isEqualTo("07:12:30");
    }
    assertThat(set("TIME", s -> s.setTime(1, new Time(0), UTC))).isEqualTo("00:00:00");
  }

  @Test
  void numbersComeInEveryForm() throws Exception {
    Object[] sevens = {
      7, 7L, (short) 7, (byte) 7, 7.0, 7f, new BigDecimal("7.00"), BigInteger.valueOf(7), "7", " 7 "
    };
    for (Object seven : sevens) {
      for (String type : new String[] {"TINYINT", "SMALLINT", "INTEGER", "BIGINT"}) {
        assertThat(object(type, seven)).as("%s %s", type, seven.getClass()).isEqualTo("7");
      }
      assertThat(object("DECIMAL(9, 2)", seven)).isIn("7", "7.0", "7.00");
      assertThat(object("DOUBLE", seven)).isEqualTo("7.0");
      assertThat(object("REAL", seven)).isEqualTo("7.0");
      assertThat(object("VARCHAR", seven)).startsWith(" 7".equals(seven) ? " 7" : "").contains("7");
    }
    assertThat(set("DOUBLE", s -> s.setFloat(1, 1.5f))).isEqualTo("1.5");
    assertThat(set("BIGINT", s -> s.setBoolean(1, true))).isEqualTo("1");
    assertThat(set("VARCHAR", s -> s.setBigDecimal(1, new BigDecimal("1E+3")))).isEqualTo("1000");
    assertThat(set("DECIMAL(9, 2)", s -> s.setObject(1, 1.256, Types.DECIMAL, 2)))
        .isEqualTo("1.26");
  }

  @Test
  void truthComesInEveryForm() throws Exception {
    for (Object truth : new Object[] {true, 1, 1L, BigDecimal.ONE, "true", "TRUE", " 1 "}) {
      assertThat(object("BOOLEAN", truth)).as("%s", truth).isEqualTo("true");
    }
    assertThat(set("BOOLEAN", s -> s.setInt(1, 0))).isEqualTo("false");
    assertThat(set("VARCHAR", s -> s.setBoolean(1, false))).isEqualTo("false");
  }

  @Test
  void textComesInEveryForm() throws Exception {
    UUID id = UUID.fromString("6f1c1a1e-0000-4000-8000-000000000001");
    assertThat(object("VARCHAR", id)).isEqualTo(id.toString());
    assertThat(object("VARCHAR", TimeUnit.DAYS)).isEqualTo("DAYS");
    assertThat(object("VARCHAR", 'x')).isEqualTo("x");
    assertThat(object("VARCHAR", URI.create("http://a/b"))).isEqualTo("http://a/b");
    assertThat(set("VARCHAR", s -> s.setURL(1, URI.create("http://a/b").toURL())))
        .isEqualTo("http://a/b");
    assertThat(set("VARCHAR", s -> s.setNString(1, "é"))).isEqualTo("é");
    assertThat(set("VARCHAR", s -> s.setBytes(1, "é".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("é");
    assertThat(set("VARCHAR", s -> s.setClob(1, new SerialClob("long".toCharArray()))))
        .isEqualTo("long");
    assertThat(set("VARCHAR", s -> s.setClob(1, new StringReader("long")))).isEqualTo("long");
    assertThat(set("VARCHAR", s -> s.setCharacterStream(1, new StringReader("longer"), 4)))
        .isEqualTo("long");
    assertThat(set("VARCHAR", s -> s.setAsciiStream(1, stream("long")))).isEqualTo("long");
    assertThat(set("VARCHAR", s -> s.setObject(1, new StringReader("long"), Types.CLOB)))
        .isEqualTo("long");
    assertThat(set("VARCHAR", s -> s.setObject(1, 5, JDBCType.VARCHAR))).isEqualTo("5");
  }

  @Test
  void bytesComeInEveryForm() throws Exception {
    byte[] bytes = {1, 2, (byte) 255};
    Setting[] settings = {
      s -> s.setBytes(1, bytes),
      s -> s.setObject(1, bytes),
      s -> s.setBlob(1, new SerialBlob(bytes)),
      s -> s.setBlob(1, new ByteArrayInputStream(bytes)),
      s -> s.setBinaryStream(1, new ByteArrayInputStream(bytes), 3L),
      s -> s.setObject(1, new ByteArrayInputStream(bytes), Types.BLOB, 3),
    };
    for (Setting setting : settings) {
      try (PreparedStatement statement =
          roster.connection.prepareStatement("SELECT CAST(? AS VARBINARY)")) {
        setting.on(statement);
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          assertThat(rows.getBytes(1)).isEqualTo(bytes);
        }
      }
    }
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void nullIsNullWhateverItsType() throws Exception {
    for (String type : new String[] {"VARCHAR", "BIGINT", "TIMESTAMP(3)", "BOOLEAN", "VARBINARY"}) {
      assertThat(set(type, s -> s.setNull(1, Types.NULL))).isNull();
      assertThat(set(type, s -> s.setNull(1, Types.OTHER, "whatever"))).isNull();
      assertThat(set(type, s -> s.setObject(1, null))).isNull();
      assertThat(set(type, s -> s.setString(1, null))).isNull();
      assertThat(set(type, s -> s.setTimestamp(1, null, UTC))).isNull();
      assertThat(set(type, s -> s.setBlob(1, (java.io.InputStream) null))).isNull();
    }
  }

  @Test
  void aLimitTakesALongAndAText() throws SQLException {
    try (PreparedStatement statement =
        roster.connection.prepareStatement(
            "SELECT id FROM fake.accounts WHERE connected_at > ? AND seats > ? LIMIT ? OFFSET ?")) {
      statement.setString(1, "2026-02-20");
      statement.setBigDecimal(2, BigDecimal.ONE);
      statement.setLong(3, 1);
      statement.setString(4, "1");
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("c");
        assertThat(rows.next()).isFalse();
      }
    }
  }

  @Test
  void everyFormOfAListReachesAProcedure() throws Exception {
    Setting[] settings = {
      s -> s.setString(1, "[\"x\", \"y\"]"),
      s -> s.setArray(1, roster.connection.createArrayOf("varchar", new Object[] {"x", "y"})),
      s -> s.setObject(1, List.of("x", "y")),
      s -> s.setObject(1, new String[] {"x", "y"}, Types.ARRAY),
      s -> s.setObject(1, new java.util.LinkedHashSet<>(List.of("x", "y"))),
    };
    for (Setting setting : settings) {
      roster.provider.forget();
      try (PreparedStatement statement =
          roster.connection.prepareStatement("CALL fake.send_list(targets => ?)")) {
        setting.on(statement);
        assertThat(statement.executeUpdate()).isEqualTo(2);
      }
      assertThat(roster.requests()).containsExactly("send:x", "send:y");
    }
    assertThat(set("VARCHAR ARRAY", s -> s.setObject(1, Set.of("x")))).contains("x");
  }

  @Test
  void theParametersAreDescribed() throws SQLException {
    try (PreparedStatement statement =
        roster.connection.prepareStatement(
            "SELECT id FROM fake.accounts WHERE connected_at > ? AND id = ?"
                + " AND CAST(? AS DECIMAL(9, 2)) > 0 LIMIT ?")) {
      ParameterMetaData parameters = statement.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(4);
      assertThat(described(parameters, 1)).isEqualTo("TIMESTAMP 93 java.sql.Timestamp 23 3 false");
      assertThat(described(parameters, 2)).isEqualTo("VARCHAR 12 java.lang.String 65536 0 false");
      assertThat(described(parameters, 3)).isEqualTo("DECIMAL 3 java.math.BigDecimal 9 2 true");
      assertThat(described(parameters, 4)).isEqualTo("INTEGER 4 java.lang.Integer 10 0 true");
      assertThat(parameters.getParameterMode(1)).isEqualTo(ParameterMetaData.parameterModeIn);
      assertThat(parameters.isNullable(1)).isEqualTo(ParameterMetaData.parameterNullable);
      for (int index : new int[] {0, 5}) {
        assertThat(
                catchThrowableOfType(SQLException.class, () -> parameters.getParameterType(index))
                    .getSQLState())
            .isEqualTo("07002");
      }
    }
    try (PreparedStatement statement =
        roster.connection.prepareStatement("CALL fake.send_list(?)")) {
      assertThat(described(statement.getParameterMetaData(), 1))
          .isEqualTo("VARCHAR 12 java.lang.String 65536 0 false");
    }
  }

  private static String described(ParameterMetaData parameters, int index) throws SQLException {
    return String.join(
        " ",
        parameters.getParameterTypeName(index),
        "" + parameters.getParameterType(index),
        parameters.getParameterClassName(index),
        "" + parameters.getPrecision(index),
        "" + parameters.getScale(index),
        "" + parameters.isSigned(index));
  }
}
