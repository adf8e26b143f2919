package dev.roster.sandbox;

import java.io.UncheckedIOException;

/**
 * The sandbox alone, on a port: prints a line for each base URL and credential, then {@code ready},
 * and stays until it is stopped.
 */
public final class SandboxMain {

  private static final String USAGE =
      "usage: sandbox [--port N] [--accounts N]   (0 or no port: any free one)";

  private SandboxMain() {}

  /**
   * Starts the sandbox. Ends with status 2 for wrong arguments, and 1 when the port cannot be
   * opened.
   */
  public static void main(String[] arguments) throws InterruptedException {
    int port = 0;
    int accounts = StartData.ACCOUNTS;
    try {
      for (int i = 0; i < arguments.length; i += 2) {
        int value = Integer.parseInt(arguments[i + 1]);
        switch (arguments[i]) {
          case "--port" -> port = value;
          case "--accounts" -> accounts = value;
          default -> throw new IllegalArgumentException(arguments[i]);
        }
      }
      if (port < 0 || port > 65_535 || accounts < 0) {
        throw new IllegalArgumentException("out of range");
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Sandbox sandbox;
    try {
      sandbox = Sandbox.start(port);
    } catch (UncheckedIOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
    if (accounts != StartData.ACCOUNTS) {
      sandbox.control().reset(accounts);
    }
    System.out.println("linkedapi      " + sandbox.linkedapiUrl() + "  " + Sandbox.LINKEDAPI_TOKEN);
    System.out.println(
        "connectsafely  " + sandbox.connectsafelyUrl() + "  " + Sandbox.CONNECTSAFELY_KEY);
    System.out.println("postpress      " + sandbox.postpressUrl() + "  " + Sandbox.POSTPRESS_KEY);
    System.out.println("control        " + sandbox.controlUrl());
    System.out.println("ready");
    System.out.flush();
    // Blocks for good: reading the standard input would end at once when the sandbox runs in the
    // background.
    Thread.currentThread().join();
  }
}
