package dev.roster.clients.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What {@code docs/connecting.md} shows of a client, for its test to run. */
public final class ConnectingPage {

  private static final Path PAGE = Path.of("..", "..", "..", "docs", "connecting.md");

  private ConnectingPage() {}

  /**
   * Returns the first block of a language below a heading.
   *
   * @param heading the heading's words, without its signs
   * @param language the language, as the fence of the block names it
   */
  public static String block(String heading, String language) throws IOException {
    Matcher block =
        Pattern.compile(
                "\n#+ "
                    + Pattern.quote(heading)
                    + "\n(?:(?!\n#+ ).)*?```"
                    + language
                    + "\n(.*?)```",
                Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    assertThat(block.find()).as("%s below %s in %s", language, heading, PAGE).isTrue();
    return block.group(1);
  }

  /**
   * Compiles the block of Java below a heading as the body of a method, runs it, and returns what
   * it prints.
   *
   * @param folder where its class goes
   * @param url what the block's variable {@code url} is
   * @param password what its variable {@code password} is
   * @param sources further files to compile with it
   */
  public static String run(
      String heading, Path folder, String url, String password, List<Path> sources)
      throws Exception {
    String block = block(heading, "java");
    Path source = folder.resolve("Documented.java");
    Files.writeString(
        source,
        lines(block, true)
            + "\npublic class Documented {\n"
            + "  public static void run(String url, String password, java.io.PrintStream out)"
            + " throws Exception {\n"
            + lines(block, false).replace("System.out", "out")
            + "\n  }\n}\n");
    compile(folder, source, sources);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      loader
          .loadClass("Documented")
          .getMethod("run", String.class, String.class, PrintStream.class)
          .invoke(null, url, password, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String lines(String block, boolean imports) {
    return block
        .lines()
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n"));
  }

  private static void compile(Path folder, Path source, List<Path> sources) {
    List<String> arguments = new ArrayList<>(List.of("-d", folder.toString(), "-proc:none"));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), source.toString()));
    sources.forEach(each -> arguments.add(each.toString()));
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, messages, arguments.toArray(String[]::new));
    assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
  }
}
