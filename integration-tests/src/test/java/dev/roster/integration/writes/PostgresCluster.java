package dev.roster.integration.writes;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of Debian's package on a free port of the loopback interface, with a database
 * directory of its own that is gone with it. PostgreSQL refuses to run as root; then it runs as the
 * user that the package made.
 */
final class PostgresCluster implements AutoCloseable {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path directory;
  private final int port;

  private PostgresCluster(Path programs) throws IOException {
    this.programs = programs;
    directory = Files.createTempDirectory("roster-postgres");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    if (isRoot()) {
      Files.setOwner(
          directory,
          directory
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName("postgres"));
    }
    run("initdb", "-D", data(), "-U", "roster", "-A", "trust", "-E", "UTF8", "--no-locale");
    String options =
        "-c listen_addresses=127.0.0.1 -c port=%d -c unix_socket_directories=%s"
            .formatted(port, directory);
    run("pg_ctl", "-D", data(), "-w", "-l", directory + "/log", "-o", options, "start");
  }

  /** Returns whether the package is installed. */
  static boolean isInstalled() throws IOException {
    return Files.isDirectory(DEBIAN) && !versions().isEmpty();
  }

  /** Starts the newest version that is installed. */
  static PostgresCluster start() throws IOException {
    List<Path> versions = versions();
    return new PostgresCluster(versions.get(versions.size() - 1).resolve("bin"));
  }

  /** Returns the URL of its database. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=roster";
  }

  @Override
  public void close() throws IOException {
    run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    // A server inherits what pg_ctl writes to, so a pipe would stay open as long as it runs.
    Path messages = Files.createTempFile("roster", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(messages.toFile())
            .redirectInput(new File("/dev/null"))
            .start();
    int status = process.onExit().join().exitValue();
    String said = Files.readString(messages);
    Files.delete(messages);
    if (status != 0) {
      throw new IOException(program + " ended with " + status + ": " + said);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<Path> versions() throws IOException {
    try (Stream<Path> found = Files.list(DEBIAN)) {
      return found
          .filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
          .sorted(
              Comparator.comparing(version -> Integer.valueOf(version.getFileName().toString())))
          .toList();
    }
  }
}
