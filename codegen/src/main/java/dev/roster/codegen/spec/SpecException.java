package dev.roster.codegen.spec;

/** A spec says something that the generator cannot express. The message names the place. */
public final class SpecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SpecException(String message) {
    super(message);
  }
}
