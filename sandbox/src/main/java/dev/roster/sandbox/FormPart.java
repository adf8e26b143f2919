package dev.roster.sandbox;

import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart form.
 *
 * @param fileName the file name that makes the part a file, or null for a text part
 */
record FormPart(String name, @Nullable String fileName, ByteString content) {

  boolean isFile() {
    return fileName != null;
  }
}
