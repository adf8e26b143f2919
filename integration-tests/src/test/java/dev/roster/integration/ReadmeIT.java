package dev.roster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the README shows: each block of SQL gives the rows under it, the Java works. */
class ReadmeIT {

  private static final Path README = Path.of("..", "README.md");
  private static final Pattern SQL_AND_ROWS =
      Pattern.compile("```sql\\n([^`]*)```\\n```text\\n([^`]*)```");
  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  @Test
  void eachStatementGivesTheRowsUnderIt() throws Exception {
    List<MatchResult> blocks = SQL_AND_ROWS.matcher(Files.readString(README)).results().toList();
    assertThat(blocks).isNotEmpty();
    for (MatchResult block : blocks) {
      String sql = block.group(1).strip().replaceFirst(";$", "");
      RosterScript.Result result =
          RosterScript.run("sql", "-e", sql, "jdbc:roster:sandbox;writes=allow");
      assertThat(result.err()).as(sql).isEmpty();
      assertThat(result.out()).as(sql).isEqualTo(block.group(2));
    }
  }

  @Test
  void theJavaOfTheReadmeRuns(@TempDir Path folder) throws Exception {
    List<String> blocks =
        JAVA.matcher(Files.readString(README)).results().map(block -> block.group(1)).toList();
    assertThat(blocks).isNotEmpty();
    for (String block : blocks) {
      try (Sandbox sandbox = Sandbox.start()) {
        assertThat(outputOf(block, sandbox, folder)).contains("reconnection_required");
      }
    }
  }

  /** Compiles a block as the body of a method and returns what it prints. */
  private static String outputOf(String block, Sandbox sandbox, Path folder) throws Exception {
    String imports =
        block.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
    String body =
        block.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
    Path source = folder.resolve("Readme.java");
    Files.writeString(
        source,
        imports
            + "\npublic class Readme {\n"
            + "  public static void run(String token, String url, java.io.PrintStream out)"
            + " throws Exception {\n"
            + body.replace("System.out", "out")
            + "\n  }\n}\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    List<String> options = new ArrayList<>(List.of("-d", folder.toString()));
    options.addAll(List.of("-cp", System.getProperty("java.class.path"), source.toString()));
    int status = compiler.run(null, null, messages, options.toArray(String[]::new));
    assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      loader
          .loadClass("Readme")
          .getMethod("run", String.class, String.class, PrintStream.class)
          .invoke(
              null,
              Sandbox.LINKEDAPI_TOKEN,
              sandbox.linkedapiUrl().toString(),
              new PrintStream(out, true, StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
