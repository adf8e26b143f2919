package dev.roster.linkedapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Bodies that stand beside the spec. */
final class Example {

  private Example() {}

  /** Returns the body of that name, such as {@code getAll.200}. */
  static String of(String name) {
    String path = "/dev/roster/specs/examples/linkedapi/" + name + ".json";
    try (InputStream file = Example.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new AssertionError("There is no " + path);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
