package dev.roster.sandbox;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * The server's end of a connection, which is closed as soon as it fails: MockWebServer leaves one
 * open whose client has gone before its answer, and a sandbox that runs for long would keep them
 * all.
 */
final class ServedSocket extends Socket {

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        try {
          return super.read();
        } catch (IOException failed) {
          throw closed(failed);
        }
      }

      @Override
      public int read(byte[] bytes, int offset, int count) throws IOException {
        try {
          return super.read(bytes, offset, count);
        } catch (IOException failed) {
          throw closed(failed);
        }
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(super.getOutputStream()) {
      @Override
      public void write(int value) throws IOException {
        try {
          out.write(value);
        } catch (IOException failed) {
          throw closed(failed);
        }
      }

      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        try {
          out.write(bytes, offset, count);
        } catch (IOException failed) {
          throw closed(failed);
        }
      }
    };
  }

  private IOException closed(IOException failed) {
    try {
      close();
    } catch (IOException also) {
      failed.addSuppressed(also);
    }
    return failed;
  }
}
