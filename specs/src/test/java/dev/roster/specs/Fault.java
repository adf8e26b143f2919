package dev.roster.specs;

/**
 * One thing that is wrong in a spec or in an example.
 *
 * @param file the file's path below the folder of the specs, such as {@code linkedapi.yaml}
 * @param pointer the JSON pointer of the place in it, empty for the whole file
 * @param message what is wrong there and what would be right
 */
record Fault(String file, String pointer, String message) {

  @Override
  public String toString() {
    return file + "#" + pointer + ": " + message;
  }
}
