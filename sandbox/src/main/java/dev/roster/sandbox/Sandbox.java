package dev.roster.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;

/**
 * A running sandbox: Linked API, ConnectSafely and postpress on one port of the loopback interface.
 *
 * <p>It runs until it is closed, and keeps the program running as long.
 *
 * <p>It keeps state. A session that a client creates is listed, counts as a seat, and becomes an
 * account when somebody logs in through its link; an edited headline is read back. {@link
 * #control()} plays the part of the outside world.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *   client.baseUrl(sandbox.linkedapiUrl()).token(Sandbox.LINKEDAPI_TOKEN);
 *   sandbox.control().fault(Fault.on("accounts.getAll").status(502));
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {

  /** The token of Linked API, for the header linked-api-token. */
  public static final String LINKEDAPI_TOKEN = "linked_sandbox";

  /** The API key of ConnectSafely, a bearer token. */
  public static final String CONNECTSAFELY_KEY = "cs_sandbox";

  /** The API key of postpress, for the header X-API-KEY. */
  public static final String POSTPRESS_KEY = "pp_sandbox";

  // MockWebServer reports every request; the field keeps the logger, and with it the level, from
  // being collected.
  private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

  static {
    SERVER_LOG.setLevel(Level.WARNING);
  }

  private final Traffic traffic = new Traffic();
  private final MockWebServer server;
  private final SandboxDispatcher dispatcher;
  private final Control control;
  private final String baseUrl;

  private Sandbox(int port, InstantSource clock) throws IOException {
    server = new MockWebServer();
    dispatcher = new SandboxDispatcher(server, traffic);
    server.setServerSocketFactory(new NoDelayServerSocketFactory(traffic));
    server.setDispatcher(dispatcher);
    server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port);
    baseUrl = "http://127.0.0.1:" + server.getPort();
    control = new Control(clock, baseUrl, StartData.ACCOUNTS);
    dispatcher.open(control);
  }

  /** Starts a sandbox on a free port. */
  public static Sandbox start() {
    return start(0);
  }

  /**
   * Starts a sandbox on a port.
   *
   * @param port the port, or 0 for a free one
   * @throws UncheckedIOException when the port is taken
   */
  public static Sandbox start(int port) {
    return start(port, InstantSource.system());
  }

  /**
   * Starts a sandbox on a port, with a clock of one's own: rate limits, daily attempts, reparses
   * and the times in answers follow it. Only the latency of a fault is always real time.
   *
   * @throws UncheckedIOException when the port is taken
   */
  public static Sandbox start(int port, InstantSource clock) {
    try {
      return new Sandbox(port, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The sandbox cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  /** The base URL for clients of Linked API. */
  public URI linkedapiUrl() {
    return baseUrl(Provider.LINKEDAPI);
  }

  /** The base URL for clients of ConnectSafely. The same without {@code /linkedin} works too. */
  public URI connectsafelyUrl() {
    return baseUrl(Provider.CONNECTSAFELY);
  }

  /** The base URL for clients of postpress. The same without {@code /api/v1} works too. */
  public URI postpressUrl() {
    return baseUrl(Provider.POSTPRESS);
  }

  /** The URL below which the control calls are. */
  public URI controlUrl() {
    return URI.create(baseUrl + "/sandbox");
  }

  private URI baseUrl(Provider provider) {
    return URI.create(baseUrl + "/" + provider.id() + Spec.of(provider).basePath());
  }

  /**
   * The requests that the three providers have received since the start or the last reset, oldest
   * first.
   */
  public List<ReceivedRequest> requests() {
    return control.world().requests.all();
  }

  /** The things that those requests asked the providers to do, oldest first. */
  public List<ReceivedWrite> writes() {
    return control.world().writes.all();
  }

  /**
   * How many connections clients have open now. One that a client has just closed may be among them
   * for a moment.
   */
  public int openConnections() {
    return traffic.openConnections();
  }

  /**
   * How many calls the three providers have not answered yet. One whose answer a fault holds back
   * is among them, also after its client has gone.
   */
  public int callsUnderWay() {
    return traffic.callsUnderWay();
  }

  /** Forgets the requests received so far, and what they asked for. */
  public void clearRequests() {
    control.clearRequests();
  }

  /** The control calls. */
  public Control control() {
    return control;
  }

  /** Stops the sandbox and frees its port. Answers that a fault holds back are let go. */
  @Override
  public void close() {
    dispatcher.release();
    server.close();
  }
}
