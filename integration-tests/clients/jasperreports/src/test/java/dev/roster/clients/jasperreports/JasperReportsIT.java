package dev.roster.clients.jasperreports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.clients.testing.OnTheDriverJarAlone;
import dev.roster.clients.testing.SandboxProcess;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.fill.AsynchronousFillHandle;
import net.sf.jasperreports.engine.fill.AsynchronousFilllListener;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** JasperReports fills reports from Roster's tables, on the driver jar and nothing else of it. */
class JasperReportsIT implements OnTheDriverJarAlone {

  @RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();

  private static final String GET_ALL = "accounts.getAll";

  /** The colours of the chart's slices in {@code accounts.jrxml}, in the order of the states. */
  private static final int ACTIVE = 0x3C8D40;

  private static final int FROZEN = 0x2F5D8A;
  private static final int RECONNECTION_REQUIRED = 0xD97B29;

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection(SANDBOX.url("writes=allow"), "", SANDBOX.password());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static JasperReport report(String name) throws JRException {
    return JasperCompileManager.compileReport(
        JasperReportsIT.class.getResourceAsStream("/" + name + ".jrxml"));
  }

  /** All accounts, unless a test puts other values in. */
  private static Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
    parameters.put("since", Date.from(Instant.parse("2026-11-01T00:00:00Z")));
    parameters.put("until", Timestamp.from(Instant.parse("2026-11-02T00:00:00Z")));
    parameters.put("name", "%");
    parameters.put("countries", null);
    return parameters;
  }

  private JasperPrint fill(String name, Map<String, Object> parameters) throws JRException {
    return JasperFillManager.fillReport(report(name), parameters, connection);
  }

  private static String text(JasperPrint print) throws JRException, IOException {
    try (PDDocument pdf = Loader.loadPDF(JasperExportManager.exportReportToPdf(print))) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void connects() throws Exception {
    JasperPrint print = fill("accounts", parameters());
    assertThat(print.getPages()).hasSize(1);
    assertThat(text(print)).contains("LinkedIn accounts", "12 accounts");
  }

  @Test
  void queries() throws Exception {
    JasperPrint print = fill("accounts", parameters());
    assertThat(text(print))
        .contains("Connected since 2026-11-01, times are UTC")
        .contains("Ada Abbot Founder at Northwind US active 2026-11-01 08:08")
        .contains("Keiko Kowalski")
        .contains("reconnection_required 2026-11-01 07:12")
        .contains("frozen 2026-11-01 06:51");
    // Each query is a statement of its own: the table's and the chart's.
    assertThat(SANDBOX.operations()).containsExactly(GET_ALL, GET_ALL);
  }

  @Test
  void drawsAChart() throws Exception {
    byte[] bytes = JasperExportManager.exportReportToPdf(fill("accounts", parameters()));
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 96);
      ImageIO.write(page, "png", new File("target", "accounts.png"));

      // Eight accounts are active, two are frozen, and two need a reconnection.
      long active = pixels(page, ACTIVE);
      long frozen = pixels(page, FROZEN);
      long reconnection = pixels(page, RECONNECTION_REQUIRED);
      assertThat(reconnection).isGreaterThan(1000);
      assertThat((double) active / reconnection).isBetween(3.5, 4.5);
      assertThat(frozen).isGreaterThan(reconnection);
    }
  }

  private static long pixels(BufferedImage page, int colour) {
    long count = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        if ((page.getRGB(x, y) & 0xFFFFFF) == colour) {
          count++;
        }
      }
    }
    return count;
  }

  @Test
  void bindsParameters() throws Exception {
    Map<String, Object> parameters = parameters();
    parameters.put("until", Timestamp.from(Instant.parse("2026-11-01T08:00:00Z")));
    parameters.put("name", "C%");
    parameters.put("countries", List.of("GB", "FR"));
    assertThat(text(fill("accounts", parameters)))
        .contains("Chiara Costa Recruiter at Fabrikam GB active 2026-11-01 07:54")
        .contains("1 accounts")
        .doesNotContain("Ada Abbot");

    parameters = parameters();
    parameters.put("since", Date.from(Instant.parse("2026-11-02T00:00:00Z")));
    assertThat(fill("accounts", parameters).getPages()).isEmpty();
  }

  @Test
  void callsAProcedure() throws Exception {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("company", "105672170");
    parameters.put("people", "[\"urn:li:fsd_profile:ACoAAB1\", \"urn:li:fsd_profile:ACoAAB2\"]");
    assertThat(text(fill("invitations", parameters)).lines())
        .containsExactly(
            "urn:li:fsd_profile:ACoAAB1 true SENT", "urn:li:fsd_profile:ACoAAB2 true SENT");
    assertThat(SANDBOX.operations()).containsExactly("followInvitations.send");
  }

  @Test
  void cancels() throws Exception {
    SANDBOX.holdNextAnswerOf(GET_ALL);
    AsynchronousFillHandle handle =
        AsynchronousFillHandle.createHandle(report("accounts"), parameters(), connection);
    Ending ending = new Ending();
    handle.addListener(ending);
    handle.startFill();
    SANDBOX.awaitCallOf(GET_ALL);

    handle.cancellFill();

    assertThat(ending.get(10, TimeUnit.SECONDS)).isEqualTo("cancelled");
    assertThat(text(fill("accounts", parameters()))).contains("12 accounts");
  }

  /** How a fill in the background ended, in a word. */
  private static final class Ending extends CompletableFuture<String>
      implements AsynchronousFilllListener {

    @Override
    public void reportFinished(JasperPrint print) {
      complete("finished");
    }

    @Override
    public void reportCancelled() {
      complete("cancelled");
    }

    @Override
    public void reportFillError(Throwable failure) {
      completeExceptionally(failure);
    }
  }

  /** Without a credential the report stops with the driver's sentence. */
  @Test
  void showsWhatTheDriverSaysOfAMissingCredential() throws Exception {
    connection.close();
    connection = DriverManager.getConnection(SANDBOX.url());
    assertThatThrownBy(() -> fill("accounts", parameters()))
        .hasStackTraceContaining("linkedapiToken");
    assertThat(SANDBOX.operations()).isEmpty();
  }
}
