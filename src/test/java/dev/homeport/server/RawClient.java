package dev.homeport.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection, byte for byte. Texts are ISO 8859-1: a character, a byte. */
final class RawClient implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;

  RawClient(int port) {
    this(Addresses.FOUR, port);
  }

  RawClient(InetAddress address, int port) {
    try {
      socket = new Socket(address, port);
      socket.setSoTimeout(10_000);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A response as it came. */
  record Raw(String statusLine, List<String> headerLines, String body) {

    int status() {
      return Integer.parseInt(statusLine.substring(9, 12));
    }

    /** The value of a field whose name is spelled so, or null. */
    @Nullable String header(String name) {
      return headerLines.stream()
          .filter(line -> line.startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse(null);
    }
  }

  /** Sends a request with a Host, and reads the response. */
  Raw ask(String requestLine, String... headerLines) {
    send(head(requestLine, headerLines));
    return read(requestLine.startsWith("HEAD "));
  }

  /** Sends a request with a body of known length, and reads the response. */
  Raw askWithBody(String requestLine, String body) {
    send(head(requestLine, "Content-Length: " + body.length()) + body);
    return read(false);
  }

  static String head(String requestLine, String... headerLines) {
    String lines = headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
    return requestLine + " HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n";
  }

  void send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says that nothing more will be sent; answers can still be read. */
  void endSending() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Raw read(boolean isHead) {
    try {
      String statusLine = line();
      List<String> lines = new ArrayList<>();
      long length = -1;
      for (String line = line(); !line.isEmpty(); line = line()) {
        lines.add(line);
        if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length: ")) {
          length = Long.parseLong(line.substring(16));
        }
      }
      byte[] body = isHead || length <= 0 ? new byte[0] : in.readNBytes((int) length);
      return new Raw(statusLine, lines, new String(body, ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So many bytes that come next. */
  String read(int bytes) {
    try {
      return new String(in.readNBytes(bytes), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What comes until it ends so. */
  String until(String end) {
    try {
      StringBuilder all = new StringBuilder();
      while (all.indexOf(end, all.length() - end.length()) < 0) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("the connection ended after " + all);
        }
        all.append((char) next);
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line that comes next, without its end. */
  String readLine() {
    try {
      return line();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that still comes until the server closes the connection; a reset is thrown. */
  String rest() {
    try {
      return new String(in.readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the server has closed the connection: nothing more comes. */
  boolean isAtEnd() {
    try {
      return in.read() < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    if (next < 0 && line.size() == 0) {
      throw new IOException("the connection ended");
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  /** Closes the connection with a reset, whatever is under way. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
