package dev.roster.bindings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import okio.ByteString;

/**
 * A file to send.
 *
 * @param fileName the name that the provider sees, without a folder
 * @param contentType its media type, such as {@code image/jpeg}
 * @param content its bytes
 */
public record Upload(String fileName, String contentType, ByteString content) {

  /** Returns a file with the media type that its name's ending tells. */
  public static Upload of(String fileName, byte[] content) {
    return new Upload(fileName, contentTypeOf(fileName), ByteString.of(content));
  }

  /**
   * Returns the file at {@code path}, read whole.
   *
   * @throws IOException if it cannot be read
   */
  public static Upload of(Path path) throws IOException {
    return of(String.valueOf(path.getFileName()), Files.readAllBytes(path));
  }

  // Not URLConnection.guessContentTypeFromName: its table differs between systems.
  private static String contentTypeOf(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "jpg", "jpeg" -> "image/jpeg";
      case "png" -> "image/png";
      case "gif" -> "image/gif";
      case "webp" -> "image/webp";
      case "pdf" -> "application/pdf";
      case "mp4" -> "video/mp4";
      default -> "application/octet-stream";
    };
  }

  /** Shows the name, the type and the size; not the bytes. */
  @Override
  public String toString() {
    return "Upload[" + fileName + ", " + contentType + ", " + content.size() + " bytes]";
  }
}
