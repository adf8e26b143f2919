package dev.roster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The driver jar as it is handed out: what is in it, and that it needs nothing beside it. */
class DriverJarIT {

  private static final String SHADED = "dev/roster/shaded/";

  @Test
  void showsNothingOutsideItsOwnPackagesButStandardResources() throws IOException {
    assertThat(entries())
        .isNotEmpty()
        .allMatch(
            name ->
                name.startsWith("dev/roster/")
                    || name.equals("META-INF/MANIFEST.MF")
                    || name.equals("META-INF/LICENSE")
                    || name.equals("META-INF/NOTICE")
                    || name.startsWith("META-INF/licenses/")
                    || name.equals("META-INF/services/java.sql.Driver")
                    || name.startsWith("META-INF/services/dev.roster.shaded."));
  }

  @Test
  void isSmallerThan34Megabytes() throws IOException {
    assertThat(Files.size(DriverJar.PATH)).isLessThan(34_000_000L);
  }

  @Test
  void registersRostersDriverAlone() throws IOException {
    assertThat(text("META-INF/services/java.sql.Driver").lines())
        .containsExactly("dev.roster.jdbc.Driver");
  }

  @Test
  void namesInServiceFilesOnlyClassesThatItHolds() throws IOException {
    List<String> entries = entries();
    for (String service : entries) {
      if (service.startsWith("META-INF/services/")) {
        assertThat(text(service).lines().filter(line -> !line.isBlank()).toList())
            .as(service)
            .isNotEmpty()
            .allMatch(name -> entries.contains(name.strip().replace('.', '/') + ".class"));
      }
    }
  }

  @Test
  void saysWhatItIsInItsManifest() throws IOException {
    try (JarFile jar = new JarFile(DriverJar.PATH.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Implementation-Title")).isEqualTo("Roster JDBC Driver");
      assertThat(manifest.getValue("Implementation-Version")).matches("\\d+\\.\\d+\\.\\d+.*");
      assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("dev.roster.jdbc");
      assertThat(manifest.getValue("Multi-Release")).isNull();
    }
  }

  @Test
  void namesEachBundledLibraryWithItsVersionAndLicence() throws IOException {
    String list = text("META-INF/licenses/THIRD-PARTY.txt");
    assertThat(bundled()).hasSizeGreaterThan(25);
    for (Library library : bundled()) {
      assertThat(list.lines())
          .as("%s", library)
          .anyMatch(
              line ->
                  line.strip().matches("\\(.+\\) .+")
                      && line.contains(":" + library.name() + ":" + library.version() + " "));
    }
  }

  @Test
  void carriesTheTextOfEachLicenceThatIsNotApaches() throws IOException {
    List<String> entries = entries();
    assertThat(text("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
    Pattern line = Pattern.compile("\\s+\\((.+?)\\) .*\\([^:]+:([^:]+):[^:]+ - .*\\)");
    Matcher libraries = line.matcher(text("META-INF/licenses/THIRD-PARTY.txt"));
    int others = 0;
    while (libraries.find()) {
      if (!libraries.group(1).contains("Apache")) {
        others++;
        assertThat(entries)
            .anyMatch(name -> name.startsWith("META-INF/licenses/" + libraries.group(2) + "/LIC"));
      }
    }
    assertThat(others).isGreaterThan(5);
  }

  @Test
  void carriesTheLicenceAndNoticeFilesOfItsLibraries() throws IOException {
    List<String> entries = entries();
    for (Library library : bundled()) {
      try (JarFile jar = new JarFile(library.file().toFile())) {
        jar.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.matches("META-INF/([^/]*LICENSE|NOTICE)[^/]*"))
            .forEach(
                name ->
                    assertThat(entries)
                        .contains(
                            name.replace(
                                "META-INF/", "META-INF/licenses/" + library.name() + "/")));
      }
    }
    assertThat(text("META-INF/licenses/calcite-core/NOTICE")).contains("Apache Calcite");
    assertThat(text("META-INF/NOTICE")).startsWith("Roster");
  }

  /** What is here is all that there is: a class loader above which stands the JDK alone. */
  @Test
  void readsAndWritesInAClassLoaderOfItsOwn() throws Exception {
    URL[] jar = {DriverJar.PATH.toUri().toURL()};
    try (URLClassLoader alone = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
      Driver driver =
          (Driver) alone.loadClass("dev.roster.jdbc.Driver").getDeclaredConstructor().newInstance();
      try (Connection connection =
          driver.connect("jdbc:roster:sandbox;writes=allow", new Properties())) {
        try (ResultSet rows =
            connection
                .createStatement()
                .executeQuery("select count(*) from linkedapi.accounts where status = 'active'")) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getInt(1)).isEqualTo(8);
        }
        try (ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "call connectsafely.send_follow_invitations('105672170',"
                        + " '[\"urn:li:fsd_profile:A1\"]')")) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getBoolean("success")).isTrue();
        }
      }
    }
  }

  @Test
  void worksAloneInAProcessWithoutAWordOnStandardError() throws Exception {
    DriverJar.Result result = DriverJar.run(DriverJarProgram.class);
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .containsExactly(
            "active 8",
            "frozen 2",
            "reconnection_required 2",
            "105672170 urn:li:fsd_profile:A1 cs_account_1 true SENT null first",
            "R163 9dd4e461268c8034f5c8564e155c67a6 1 3",
            // Calcite's own driver is in the jar, and no business of who uses the jar.
            "driver dev.roster.jdbc.Driver",
            "No suitable driver found for jdbc:calcite:",
            "Roster JDBC Driver " + version());
  }

  private static String version() throws IOException {
    try (JarFile jar = new JarFile(DriverJar.PATH.toFile())) {
      return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    }
  }

  /** A library on this class path of which classes are in the driver jar. */
  private record Library(String name, String version, Path file) {}

  private static final Pattern LIBRARY = Pattern.compile("(.+?)-(\\d+\\..*)\\.jar");

  private static Set<Library> bundled() throws IOException {
    Set<String> entries = Set.copyOf(entries());
    Set<Library> bundled = new TreeSet<>((one, other) -> one.name().compareTo(other.name()));
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Matcher name = LIBRARY.matcher(Path.of(path).getFileName().toString());
      if (name.matches() && Files.isRegularFile(Path.of(path))) {
        try (JarFile jar = new JarFile(path);
            Stream<String> classes = jar.stream().map(ZipEntry::getName)) {
          if (classes
              .filter(each -> each.endsWith(".class"))
              .anyMatch(each -> entries.contains(SHADED + each))) {
            bundled.add(new Library(name.group(1), name.group(2), Path.of(path)));
          }
        }
      }
    }
    return bundled;
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(DriverJar.PATH.toFile())) {
      return new ArrayList<>(
          jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList());
    }
  }

  private static String text(String name) throws IOException {
    try (JarFile jar = new JarFile(DriverJar.PATH.toFile())) {
      ZipEntry entry = jar.getEntry(name);
      assertThat(entry).as(name).isNotNull();
      return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
