package dev.roster.clients.libreoffice;

import static dev.roster.clients.libreoffice.Office.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.sun.star.beans.PropertyValue;
import com.sun.star.beans.XPropertySet;
import com.sun.star.container.XNameAccess;
import com.sun.star.frame.XStorable;
import com.sun.star.lang.XComponent;
import com.sun.star.lang.XSingleServiceFactory;
import com.sun.star.sdb.CommandType;
import com.sun.star.sdb.XDocumentDataSource;
import com.sun.star.sdbc.SQLException;
import com.sun.star.sdbc.XConnection;
import com.sun.star.sdbc.XDataSource;
import com.sun.star.sdbc.XParameters;
import com.sun.star.sdbc.XPreparedStatement;
import com.sun.star.sdbc.XResultSet;
import com.sun.star.sdbc.XResultSetMetaData;
import com.sun.star.sdbc.XResultSetMetaDataSupplier;
import com.sun.star.sdbc.XRow;
import com.sun.star.sdbc.XRowSet;
import com.sun.star.sdbc.XStatement;
import com.sun.star.sdbcx.XColumnsSupplier;
import com.sun.star.sdbcx.XTablesSupplier;
import com.sun.star.uno.XNamingService;
import com.sun.star.util.DateTime;
import com.sun.star.util.XCancellable;
import dev.roster.clients.testing.SandboxProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** LibreOffice Base opens a database that was made as its wizard makes one. */
class LibreOfficeBaseIT {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();
  @RegisterExtension static final Office OFFICE = new Office();

  private static final String NAME = "roster";
  private static final String GET_ALL = "accounts.getAll";

  private XConnection connection;

  /**
   * Fills in the fields of the wizard's JDBC page, saves and registers the database, and opens it.
   */
  @BeforeEach
  void open() throws Exception {
    XNamingService databases =
        OFFICE.service("com.sun.star.sdb.DatabaseContext", XNamingService.class);
    Object source = as(XSingleServiceFactory.class, databases).createInstance();
    XPropertySet fields = as(XPropertySet.class, source);
    fields.setPropertyValue("URL", SANDBOX.url("writes=allow"));
    fields.setPropertyValue(
        "Info",
        new PropertyValue[] {
          property("JavaDriverClass", "dev.roster.jdbc.Driver"),
          property("JavaDriverClassPath", SandboxProcess.driverJar().toUri().toString()),
          // "Replace named parameters with '?'" of the advanced settings.
          property("ParameterNameSubstitution", true)
        });
    String file = Path.of("target", NAME + ".odb").toUri().toString();
    as(XStorable.class, as(XDocumentDataSource.class, source).getDatabaseDocument())
        .storeAsURL(file, new PropertyValue[0]);
    databases.registerObject(NAME, source);
    connection =
        as(XDataSource.class, databases.getRegisteredObject(NAME))
            .getConnection("", SANDBOX.password());
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    OFFICE.service("com.sun.star.sdb.DatabaseContext", XNamingService.class).revokeObject(NAME);
  }

  private static PropertyValue property(String name, Object value) {
    PropertyValue property = new PropertyValue();
    property.Name = name;
    property.Value = value;
    return property;
  }

  private static List<List<String>> rows(XResultSet result) throws SQLException {
    XResultSetMetaData columns = as(XResultSetMetaDataSupplier.class, result).getMetaData();
    XRow row = as(XRow.class, result);
    List<List<String>> rows = new ArrayList<>();
    while (result.next()) {
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String value = row.getString(i);
        values.add(row.wasNull() ? "NULL" : value);
      }
      rows.add(values);
    }
    return rows;
  }

  @Test
  void connects() throws Exception {
    assertThat(connection.isClosed()).isFalse();
    assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("Roster");
    assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:roster:");
    assertThat(SANDBOX.operations()).isEmpty();
  }

  @Test
  void browses() throws Exception {
    XNameAccess tables = as(XTablesSupplier.class, connection).getTables();
    assertThat(tables.getElementNames())
        .contains("linkedapi.accounts", "postpress.linkedin_profile", "roster.error_types");
    XNameAccess columns =
        as(XColumnsSupplier.class, tables.getByName("linkedapi.accounts")).getColumns();
    assertThat(columns.getElementNames())
        .startsWith("id", "name", "url")
        .contains("status", "connected_at")
        .hasSize(11);
    XPropertySet status = as(XPropertySet.class, columns.getByName("status"));
    assertThat(status.getPropertyValue("TypeName")).isEqualTo("VARCHAR");
    assertThat(SANDBOX.operations()).isEmpty();
  }

  /** What the window shows that a double click on a table opens. */
  @Test
  void showsTheRowsOfATable() throws Exception {
    XRowSet rows = rowSet(CommandType.TABLE, "linkedapi.accounts");
    rows.execute();
    assertThat(rows(rows))
        .hasSize(12)
        .first()
        .asInstanceOf(LIST)
        .startsWith("acc00000-0000-4000-8000-000000000001", "Ada Abbot")
        .contains("***", "active", "2026-11-01 08:08:30.123000000");
    as(XComponent.class, rows).dispose();
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL);
  }

  private static XRowSet rowSet(int type, String command) throws Exception {
    XRowSet rows = OFFICE.service("com.sun.star.sdb.RowSet", XRowSet.class);
    XPropertySet fields = as(XPropertySet.class, rows);
    fields.setPropertyValue("DataSourceName", NAME);
    fields.setPropertyValue("Password", SANDBOX.password());
    fields.setPropertyValue("CommandType", type);
    fields.setPropertyValue("Command", command);
    return rows;
  }

  @Test
  void queries() throws Exception {
    XStatement statement = connection.createStatement();
    XResultSet result =
        statement.executeQuery(
            "SELECT \"status\", COUNT(*) FROM \"linkedapi\".\"accounts\""
                + " GROUP BY \"status\" ORDER BY \"status\"");
    assertThat(rows(result))
        .containsExactly(
            List.of("active", "8"), List.of("frozen", "2"), List.of("reconnection_required", "2"));
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL);
  }

  @Test
  void bindsParameters() throws Exception {
    XPreparedStatement statement =
        connection.prepareStatement(
            "SELECT name FROM linkedapi.accounts WHERE status = ? AND connected_at < ?");
    XParameters parameters = as(XParameters.class, statement);
    parameters.setString(1, "frozen");
    DateTime before = new DateTime();
    before.Year = 2026;
    before.Month = 11;
    before.Day = 1;
    before.Hours = 6;
    before.Minutes = 58;
    parameters.setTimestamp(2, before);
    assertThat(rows(statement.executeQuery())).containsExactly(List.of("Liam Lopez"));
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL);
  }

  /** A question that Base asks in a dialogue before it runs a query. */
  @Test
  void bindsTheNamedParametersOfAQuery() throws Exception {
    XRowSet rows =
        rowSet(
            CommandType.COMMAND,
            "SELECT \"name\" FROM \"linkedapi\".\"accounts\" WHERE \"status\" = :status ORDER BY"
                + " \"name\"");
    as(XParameters.class, rows).setString(1, "frozen");
    rows.execute();
    assertThat(rows(rows)).containsExactly(List.of("Keiko Kowalski"), List.of("Liam Lopez"));
    as(XComponent.class, rows).dispose();
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL);
  }

  @Test
  void callsAProcedure() throws Exception {
    XPreparedStatement call =
        connection.prepareCall(
            "{call connectsafely.send_follow_invitations(?, ?, NULL, 'from Base')}");
    XParameters parameters = as(XParameters.class, call);
    parameters.setString(1, "105672170");
    parameters.setString(2, "[\"urn:li:fsd_profile:ACoAAB1\"]");
    assertThat(rows(call.executeQuery()))
        .containsExactly(
            List.of(
                "105672170",
                "urn:li:fsd_profile:ACoAAB1",
                "cs_account_1",
                "true",
                "SENT",
                "NULL",
                "from Base"));
    assertThat(SANDBOX.operations()).containsExactly("followInvitations.send");
  }

  /** What the window of a query does whose SQL is run directly. */
  @Test
  void callsAProcedureAsAQuery() throws Exception {
    XRowSet rows =
        rowSet(
            CommandType.COMMAND,
            "CALL connectsafely.send_follow_invitations('105672170',"
                + " '[\"urn:li:fsd_profile:ACoAAB1\", \"urn:li:fsd_profile:ACoAAB2\"]')");
    as(XPropertySet.class, rows).setPropertyValue("EscapeProcessing", false);
    rows.execute();
    assertThat(rows(rows))
        .extracting(r -> r.get(1), r -> r.get(4))
        .containsExactly(
            tuple("urn:li:fsd_profile:ACoAAB1", "SENT"),
            tuple("urn:li:fsd_profile:ACoAAB2", "SENT"));
    as(XComponent.class, rows).dispose();
    assertThat(SANDBOX.operations()).containsExactly("followInvitations.send");
  }

  /** As typed under Tools, SQL. */
  @Test
  void callsAProcedureInAStatement() throws Exception {
    XStatement statement = connection.createStatement();
    assertThat(
            rows(
                statement.executeQuery(
                    "CALL connectsafely.send_follow_invitations('105672170',"
                        + " '[\"urn:li:fsd_profile:ACoAAB1\"]')")))
        .extracting(r -> r.get(4))
        .containsExactly("SENT");
    assertThat(SANDBOX.operations()).containsExactly("followInvitations.send");
  }

  /**
   * LibreOffice makes one call of its JDBC bridge at a time, so that a cancel waits for the
   * statement that it is to end, and reaches the driver when there is nothing left to end.
   */
  @Test
  void isNotHarmedByACancelThatComesLate() throws Exception {
    SANDBOX.fault(GET_ALL, "\"latencyMillis\": 1500");
    XStatement statement = connection.createStatement();
    CompletableFuture<XResultSet> result =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return statement.executeQuery("SELECT name FROM linkedapi.accounts");
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    SANDBOX.awaitCallOf(GET_ALL);

    as(XCancellable.class, statement).cancel();

    assertThat(result.get(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(rows(statement.executeQuery("SELECT name FROM linkedapi.accounts"))).hasSize(12);
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL, GET_ALL);
  }

  @Test
  void showsWhatTheDriverSaysOfAMistake() {
    assertThatThrownBy(
            () ->
                connection.createStatement().executeQuery("SELECT nothing FROM linkedapi.accounts"))
        .isInstanceOfSatisfying(
            SQLException.class,
            e ->
                assertThat(List.of(e))
                    .extracting(f -> f.SQLState, f -> f.ErrorCode)
                    .containsExactly(tuple("42S22", 0)))
        .hasMessageContaining("nothing");
    assertThat(SANDBOX.operations()).isEmpty();
  }
}
