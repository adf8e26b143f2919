package dev.roster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Adds a field to a copy of the account schema and to the example that the sandbox's accounts are
 * made from, builds that copy as a maintainer would, and finds the field as a Java accessor and as
 * a SQL column with its comment. No Java is edited.
 */
class SpecChangeIT {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final String SENTENCE = "IANA name of the time zone that the browser keeps.";

  @Test
  void aFieldAddedToASpecIsAJavaAccessorAndASqlColumn(@TempDir Path copy) throws Exception {
    copyProject(copy);
    insert(
        copy.resolve("specs/linkedapi.yaml"),
        "        countryCode:\n",
        "        timeZone:\n          type: string\n          description: " + SENTENCE + "\n");
    insert(
        copy.resolve("specs/examples/linkedapi/getAll.200.json"),
        "\"countryCode\"",
        "\"timeZone\": \"Europe/Lisbon\", ");
    build(copy);

    URL jar = copy.resolve("calcite-adapter/target/roster-jdbc.jar").toUri().toURL();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      Class<?> account = loader.loadClass("dev.roster.linkedapi.model.Account");
      assertThat(account.getMethod("timeZone").getReturnType()).isEqualTo(String.class);

      java.sql.Driver driver =
          (java.sql.Driver)
              loader.loadClass("dev.roster.jdbc.Driver").getConstructor().newInstance();
      try (Connection connection = driver.connect("jdbc:roster:sandbox", new Properties())) {
        assertThat(first(connection, "select time_zone from linkedapi.accounts limit 1"))
            .isEqualTo("Europe/Lisbon");
        try (ResultSet columns =
            connection.getMetaData().getColumns(null, "linkedapi", "accounts", "time_zone")) {
          assertThat(columns.next()).isTrue();
          assertThat(columns.getString("REMARKS")).isEqualTo(SENTENCE);
        }
      }
      // The driver of the copy registered itself; it must not outlive its class loader.
      DriverManager.deregisterDriver(driver);
    }
  }

  private static String first(Connection connection, String sql) throws Exception {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static void copyProject(Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(PROJECT)) {
      files = all.filter(Files::isRegularFile).filter(SpecChangeIT::isSource).toList();
    }
    for (Path file : files) {
      Path to = target.resolve(PROJECT.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }
  }

  private static boolean isSource(Path file) {
    for (Path part : PROJECT.relativize(file)) {
      String name = part.toString();
      if (name.equals("target") || name.equals(".git")) {
        return false;
      }
    }
    return true;
  }

  private static void insert(Path file, String before, String text) throws IOException {
    String whole = Files.readString(file);
    int at = whole.indexOf(before);
    assertThat(at).as("%s in %s", before, file).isNotNegative();
    Files.writeString(file, whole.substring(0, at) + text + whole.substring(at));
  }

  private static void build(Path project) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("mvn", "-q", "-B", "-o", "-Dmaven.test.skip=true"));
    command.add("-Dmaven.repo.local=" + System.getProperty("roster.localRepository"));
    // The copy's hand-written code is this project's, which the compiler's checks have passed.
    command.addAll(List.of("-P", "!checked-compiler"));
    command.addAll(List.of("-pl", "calcite-adapter", "-am", "package"));
    Path log = project.resolve("build.log");
    Process build =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(build.waitFor()).as(() -> "mvn failed:\n" + read(log)).isZero();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
