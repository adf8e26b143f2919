package dev.roster.bindings.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The bodies that stand beside the specs. */
public final class SpecExample {

  private SpecExample() {}

  /**
   * Returns the text of an example.
   *
   * @param provider the provider's id, such as {@code linkedapi}
   * @param file the example's file, such as {@code getAll.200.json}
   */
  public static String of(String provider, String file) {
    String path = "/dev/roster/specs/examples/" + provider + "/" + file;
    try (InputStream example = SpecExample.class.getResourceAsStream(path)) {
      if (example == null) {
        throw new AssertionError("There is no example " + path);
      }
      return new String(example.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
