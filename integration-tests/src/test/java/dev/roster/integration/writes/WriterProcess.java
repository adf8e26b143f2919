package dev.roster.integration.writes;

import dev.roster.clients.testing.SandboxProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program that writes, in a process of its own, on the driver jar and the JDK alone. */
final class WriterProcess {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final long started = System.nanoTime();
  private final List<String> lines = new ArrayList<>();
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread reader;
  private volatile long runningNanos;

  private WriterProcess(Process process) {
    this.process = process;
    reader = new Thread(this::read, "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Starts a program of these tests; what it says on standard error is added to {@code errors}. */
  static WriterProcess start(Class<?> program, File errors, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(SandboxProcess.java());
    if (Runtime.version().feature() >= 24) {
      // Calcite's protobuf calls what these Javas warn of.
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(
        SandboxProcess.driverJar().toAbsolutePath()
            + File.pathSeparator
            + Path.of("target", "test-classes").toAbsolutePath());
    command.add(program.getName());
    command.addAll(arguments);
    return new WriterProcess(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors))
            .start());
  }

  /** Waits until it says that it executes, or is over; returns whether it executes. */
  boolean awaitRunning() throws InterruptedException {
    if (!running.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("It did not begin within " + PATIENCE + ": " + lines());
    }
    return runningNanos != 0;
  }

  /** Lets so much time pass, or less if it is over before; returns whether it is still there. */
  boolean letRun(Duration time) throws InterruptedException {
    return !over.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Kills it, as {@code kill -9} does; returns whether it executed then and had not ended. */
  boolean kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
    return runningNanos != 0 && !lines().contains("ended");
  }

  /** Waits until it has ended by itself, and returns what it said. */
  List<String> awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("It did not end within " + PATIENCE + ": " + lines());
    }
    reader.join();
    return lines();
  }

  /** Returns how long it took from its start until it executed. */
  Duration startUp() {
    return Duration.ofNanos(runningNanos - started);
  }

  /** Returns what it said so far. */
  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private void read() {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        synchronized (lines) {
          lines.add(line);
        }
        if (line.equals("running")) {
          runningNanos = System.nanoTime();
          running.countDown();
        }
      }
    } catch (IOException killed) {
      // What it said before is there.
    } finally {
      running.countDown();
      over.countDown();
    }
  }
}
