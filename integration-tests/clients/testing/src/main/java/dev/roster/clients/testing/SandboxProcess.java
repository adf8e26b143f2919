package dev.roster.clients.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The sandbox in a process of its own, started from the driver jar as {@code ./roster sandbox} does
 * it. A client's test registers one, so that it starts before the first test, starts over before
 * each, and stops after the last:
 *
 * <pre>
 * {@literal @}RegisterExtension static final SandboxProcess SANDBOX = new SandboxProcess();
 * </pre>
 */
public final class SandboxProcess
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  // The log is a flat list of objects; a JSON library here would be one on every client's class
  // path.
  private static final Pattern REQUEST =
      Pattern.compile("\"operation\":\"([^\"]+)\"[^}]*\"status\":(\\d+)");

  private static final Pattern WRITE =
      Pattern.compile(
          "\"time\":\"([^\"]+)\",\"operation\":\"([^\"]+)\",\"account\":(?:null|\"([^\"]*)\"),"
              + "\"target\":(?:null|\"([^\"]*)\"),\"done\":(true|false),\"status\":([0-9]+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final File messages = new File("target", "sandbox.log");
  private @Nullable Process process;
  private @Nullable URI origin;

  /** Returns the driver jar that the build made. */
  public static Path driverJar() {
    return Path.of(System.getProperty("roster.driver")).normalize();
  }

  /** Returns the {@code java} that the tests run on. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Returns a URL with the sandbox's base URLs, without credentials, without a cache, and with the
   * properties given, such as {@code writes=allow}. Writes are recorded in the memory of the
   * process that connects.
   */
  public String url(String... properties) {
    List<String> all = new ArrayList<>();
    all.add("linkedapiUrl=" + at("/linkedapi"));
    all.add("connectsafelyUrl=" + at("/connectsafely"));
    all.add("postpressUrl=" + at("/postpress"));
    all.add("ledger=jdbc:h2:mem:clients");
    // What a client asks is told by the requests that the sandbox has seen.
    all.add("cacheTtl=0");
    all.add("requestsPerMinute=0");
    all.addAll(List.of(properties));
    return "jdbc:roster:" + String.join(";", all);
  }

  /** Returns the credentials as one text, as a tool's password field takes them. */
  public String password() {
    return "linkedapiToken=linked_sandbox;connectsafelyKey=cs_sandbox;postpressKey=pp_sandbox";
  }

  /** Returns {@link #url} with the {@link #password} in it, for tools that have only a URL. */
  public String urlWithCredentials(String... properties) {
    return url(properties) + ";" + password();
  }

  /** Returns the requests received since the last reset, oldest first. */
  public List<ReceivedRequest> requests() {
    return REQUEST
        .matcher(control("GET", "/requests", ""))
        .results()
        .map(r -> new ReceivedRequest(r.group(1), Integer.parseInt(r.group(2))))
        .toList();
  }

  /** Returns the names of the operations called since the last reset, oldest first. */
  public List<String> operations() {
    return requests().stream().map(ReceivedRequest::operation).toList();
  }

  /** Returns the things that those requests asked for, oldest first. */
  public List<ReceivedWrite> writes() {
    return WRITE
        .matcher(control("GET", "/writes", ""))
        .results()
        .map(
            w ->
                new ReceivedWrite(
                    Instant.parse(w.group(1)),
                    w.group(2),
                    w.group(3),
                    w.group(4),
                    Boolean.parseBoolean(w.group(5)),
                    Integer.parseInt(w.group(6))))
        .toList();
  }

  /** Waits until an operation has been called; its answer may still be held back. */
  public void awaitCallOf(String operation) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!operations().contains(operation)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(operation + " was not called within " + PATIENCE + ".");
      }
    }
  }

  /** Forgets the requests received. */
  public void forgetRequests() {
    control("DELETE", "/requests", "");
  }

  /** Starts over with the data of the beginning, without requests and faults. */
  public void reset() {
    control("POST", "/reset", "{}");
  }

  /** Starts over with so many accounts at Linked API and LinkedIn accounts at postpress. */
  public void reset(int accounts) {
    control("POST", "/reset", "{\"accounts\": " + accounts + "}");
  }

  /** Holds the next answer of an operation back, far longer than a test waits. */
  public void holdNextAnswerOf(String operation) {
    fault(operation, "\"latencyMillis\": 600000");
  }

  /**
   * Lets the next call of an operation go wrong.
   *
   * @param fields fields of the control call {@code /faults} as JSON, such as {@code "status": 503}
   */
  public void fault(String operation, String fields) {
    control("POST", "/faults", "{\"operation\": \"" + operation + "\", " + fields + "}");
  }

  /**
   * Lets random faults happen from now on.
   *
   * @param fields fields of the control call {@code /faults/random} as JSON
   */
  public void randomFaults(String fields) {
    control("POST", "/faults/random", "{" + fields + "}");
  }

  /** Lets nothing go wrong any more. */
  public void clearFaults() {
    control("DELETE", "/faults", "");
  }

  /**
   * Adds a customer with so many accounts; its credentials are {@code linked_NAME}, {@code
   * cs_NAME}, {@code pp_NAME}.
   */
  public void addTenant(String name, int accounts) {
    control("POST", "/tenants", "{\"name\": \"" + name + "\", \"accounts\": " + accounts + "}");
  }

  /** Returns how many connections are open at the sandbox, that of this object among them. */
  public int openConnections() {
    return traffic("openConnections");
  }

  /** Returns how many calls the sandbox has not answered yet. */
  public int callsUnderWay() {
    return traffic("callsUnderWay");
  }

  private int traffic(String field) {
    Matcher number =
        Pattern.compile("\"" + field + "\":(\\d+)").matcher(control("GET", "/traffic", ""));
    if (!number.find()) {
      throw new IllegalStateException("The sandbox does not tell " + field + ".");
    }
    return Integer.parseInt(number.group(1));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Process started =
        new ProcessBuilder(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                driverJar().toString(),
                "dev.roster.sandbox.SandboxMain")
            .redirectError(messages)
            .start();
    process = started;
    // It outlives neither the tests nor a test JVM that is stopped.
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
    origin = originIn(started.inputReader());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    reset();
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    if (process != null) {
      process.destroy();
      process.waitFor();
    }
  }

  /** Reads the lines that the sandbox prints until it is ready, and returns where it is. */
  private URI originIn(BufferedReader out) throws IOException {
    URI control = null;
    String line = out.readLine();
    while (line != null && !line.equals("ready")) {
      if (line.startsWith("control")) {
        control = URI.create(line.substring("control".length()).strip());
      }
      line = out.readLine();
    }
    if (line == null || control == null) {
      throw new IOException("The sandbox ended: " + Files.readString(messages.toPath()));
    }
    return control.resolve("/");
  }

  private URI at(String path) {
    if (origin == null) {
      throw new IllegalStateException("The sandbox was not started; is it a @RegisterExtension?");
    }
    return origin.resolve(path);
  }

  private String control(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(at("/sandbox" + path))
            .method(method, BodyPublishers.ofString(body))
            .timeout(PATIENCE)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
