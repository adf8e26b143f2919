package dev.roster.clients.libreoffice;

import com.sun.star.bridge.UnoUrlResolver;
import com.sun.star.bridge.XUnoUrlResolver;
import com.sun.star.comp.helper.Bootstrap;
import com.sun.star.connection.NoConnectException;
import com.sun.star.frame.XDesktop;
import com.sun.star.lang.DisposedException;
import com.sun.star.uno.UnoRuntime;
import com.sun.star.uno.XComponentContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * LibreOffice in a process of its own, without a display and with a profile of its own, driven over
 * a pipe. Where it is not installed the tests are skipped, and fail if the environment variable
 * {@code CI} is {@code true}.
 */
final class Office implements BeforeAllCallback, AfterAllCallback {

  private static final Path PROGRAM = Path.of(System.getProperty("roster.libreoffice"), "soffice");

  private static final String MISSING =
      PROGRAM
          + " is not there. Run: apt-get install --no-install-recommends"
          + " libreoffice-base libreoffice-java-common";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  // Of the pipe and of the profile: two offices with one profile would be one process.
  private final String name = "office-" + UUID.randomUUID();
  private final Path target = Path.of("target").toAbsolutePath();
  private final File messages = target.resolve("libreoffice.log").toFile();
  private @Nullable Process process;
  private @Nullable XComponentContext context;

  /** Returns a new object of a service of the office, such as {@code com.sun.star.sdb.RowSet}. */
  <T> T service(String name, Class<T> type) {
    XComponentContext office = context();
    try {
      return as(type, office.getServiceManager().createInstanceWithContext(name, office));
    } catch (com.sun.star.uno.Exception e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** Returns an object of the office by another of its interfaces. */
  static <T> T as(Class<T> type, Object object) {
    T found = UnoRuntime.queryInterface(type, object);
    if (found == null) {
      throw new IllegalArgumentException("It is no " + type.getName() + ": " + object);
    }
    return found;
  }

  @Override
  public void beforeAll(ExtensionContext extension) throws Exception {
    if (!Files.isExecutable(PROGRAM)) {
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(MISSING);
      }
      Assumptions.abort(MISSING);
    }
    ProcessBuilder command =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
                "-env:UserInstallation=" + target.resolve(name).toUri(),
                "--accept=pipe,name=" + name + ";urp;StarOffice.ComponentContext")
            .redirectErrorStream(true)
            .redirectOutput(messages);
    // The office looks for a Java there first: the one that the tests run on.
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process started = command.start();
    process = started;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> destroy(started)));
    context = connect(started);
  }

  /** Waits until the office takes calls, or has ended. */
  private XComponentContext connect(Process started) throws Exception {
    XUnoUrlResolver resolver = UnoUrlResolver.create(Bootstrap.createInitialComponentContext(null));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        Object office =
            resolver.resolve("uno:pipe,name=" + name + ";urp;StarOffice.ComponentContext");
        return as(XComponentContext.class, office);
      } catch (NoConnectException notYet) {
        if (started.waitFor(50, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    }
    throw new IOException("LibreOffice did not start: " + Files.readString(messages.toPath()));
  }

  @Override
  public void afterAll(ExtensionContext extension) throws InterruptedException {
    if (context != null) {
      try {
        service("com.sun.star.frame.Desktop", XDesktop.class).terminate();
      } catch (DisposedException gone) {
        // It ends while it answers.
      }
    }
    if (process != null) {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        destroy(process);
      }
    }
  }

  // soffice is a script that starts the office as its child.
  private static void destroy(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private XComponentContext context() {
    if (context == null) {
      throw new IllegalStateException("LibreOffice was not started; is it a @RegisterExtension?");
    }
    return context;
  }
}
