package dev.roster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.sandbox.Sandbox;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.hydromatic.quidem.Quidem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each golden script of {@code src/test/resources/sql} on a sandbox of its own and compares
 * what comes out with the script itself.
 *
 * <p>{@code !use roster} connects with writes denied; anything else after {@code !use} is taken as
 * properties of the connection, as in {@code !use writes=allow}. {@code !requests} prints what the
 * last statement sent ({@link RequestsCommand}), {@code !answer} has the sandbox answer something
 * else ({@link AnswerCommand}). What a script printed is left in {@code target/sql}: after a change
 * that is meant, look at it and copy it over the script.
 */
class SqlScriptsTest {

  private static final Path SCRIPTS = Path.of("src", "test", "resources", "sql");
  private static final Path OUTPUT = Path.of("target", "sql");

  // Of all ids of this form only those of the sandbox have so many zeros.
  private static final Pattern FRESH_KEY =
      Pattern.compile(
          "[0-9a-f]{8}-(?!0000-)[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final String SHOWN_KEY = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      return files
          .filter(path -> path.toString().endsWith(".iq"))
          .map(SCRIPTS::relativize)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void theScriptPrintsWhatItSays(Path script) throws Exception {
    Path output = OUTPUT.resolve(script);
    Files.createDirectories(output.getParent());
    // In memory, and the script's own: each of its connections finds what the others did.
    String ledger = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    int port;
    try (Sandbox sandbox = Sandbox.start();
        Reader reader = Files.newBufferedReader(SCRIPTS.resolve(script));
        Writer writer = Files.newBufferedWriter(output)) {
      new Quidem(
              Quidem.configBuilder()
                  .withReader(reader)
                  .withWriter(writer)
                  .withConnectionFactory((name, reference) -> connect(sandbox, ledger, name))
                  .withCommandHandler(
                      AnswerCommand.handler(sandbox, RequestsCommand.handler(sandbox)))
                  .build())
          .execute();
      port = sandbox.controlUrl().getPort();
    }
    // Links lead to the sandbox, whose port is another one each time, and so is a request key that
    // was not given.
    String printed = Files.readString(output).replace(":" + port + "/", ":00000/");
    Files.writeString(output, FRESH_KEY.matcher(printed).replaceAll(SHOWN_KEY));
    assertThat(output).hasSameTextualContentAs(SCRIPTS.resolve(script));
  }

  private static Connection connect(Sandbox sandbox, String ledger, String name)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ledger", ledger);
    properties.setProperty("linkedapiUrl", sandbox.linkedapiUrl().toString());
    properties.setProperty("linkedapiToken", Sandbox.LINKEDAPI_TOKEN);
    properties.setProperty("connectsafelyUrl", sandbox.connectsafelyUrl().toString());
    properties.setProperty("connectsafelyKey", Sandbox.CONNECTSAFELY_KEY);
    properties.setProperty("postpressUrl", sandbox.postpressUrl().toString());
    properties.setProperty("postpressKey", Sandbox.POSTPRESS_KEY);
    // Each statement shows what it sends; a script about the cache says "!use cacheTtl=30".
    properties.setProperty("cacheTtl", "0");
    properties.setProperty("requestsPerMinute", "0");
    String url = "jdbc:roster:" + (name.equals("roster") ? "" : name);
    return forgettingRequests(DriverManager.getConnection(url, properties), sandbox);
  }

  /** Empties the sandbox's log whenever a statement is made, so that it holds the last one's. */
  private static Connection forgettingRequests(Connection connection, Sandbox sandbox) {
    return (Connection)
        Proxy.newProxyInstance(
            SqlScriptsTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              if (method.getName().equals("createStatement")
                  || method.getName().equals("prepareStatement")) {
                sandbox.clearRequests();
              }
              try {
                return method.invoke(connection, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
