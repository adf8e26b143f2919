package dev.roster.codegen.spec;

/**
 * A place in a spec, for messages.
 *
 * @param file the spec's file, such as {@code specs/linkedapi.yaml}
 * @param path the keys from the document's root, joined by dots; empty for the root
 */
public record Place(String file, String path) {

  /** Returns the place below this one under {@code key}. */
  public Place in(String key) {
    return new Place(file, path.isEmpty() ? key : path + "." + key);
  }

  /**
   * Returns an error at this place.
   *
   * @param problem what is wrong and what to do about it, continuing the place: "has no type; ..."
   */
  public SpecException error(String problem) {
    return new SpecException(file + ": " + (path.isEmpty() ? "" : path + " ") + problem);
  }

  @Override
  public String toString() {
    return file + ": " + path;
  }
}
