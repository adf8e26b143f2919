package dev.roster.bindings.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example in the comment of a class, and the test that runs it. */
public final class CommentExample {

  private CommentExample() {}

  /**
   * Asserts that the test of {@code documented}, between {@code // example} and {@code // end}, is
   * the code that the comment of the class shows.
   */
  public static void assertIsRunByItsTest(Class<?> documented) throws IOException {
    String source = "java/" + documented.getName().replace('.', '/');
    String comment = Files.readString(Path.of("src/main", source + ".java"));
    String test = Files.readString(Path.of("src/test", source + "Test.java"));
    assertThat(between(test, "    // example\n", "    // end").replaceAll("(?m)^    ", ""))
        .isEqualTo(between(comment, " * <pre>{@code\n", " * }</pre>").replaceAll("(?m)^ \\* ", ""));
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
