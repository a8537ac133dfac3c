package dev.homeport.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** A WebSocket, frame by frame, on a {@link RawClient}. */
final class RawSocket implements AutoCloseable {

  private static final String[] HANDSHAKE = {
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
  };

  private final RawClient client;

  private RawSocket(RawClient client) {
    this.client = client;
  }

  /** The answer to a handshake. */
  static RawClient.Raw handshake(RawClient client, String path, String... more) {
    client.send(head(path, more));
    return client.read(false);
  }

  static String head(String path, String... more) {
    String[] all = new String[HANDSHAKE.length + more.length];
    System.arraycopy(HANDSHAKE, 0, all, 0, HANDSHAKE.length);
    System.arraycopy(more, 0, all, HANDSHAKE.length, more.length);
    return RawClient.head("GET " + path, all);
  }

  /** One that is let in. */
  static RawSocket open(int port, String path) {
    RawClient client = new RawClient(port);
    RawClient.Raw answer = handshake(client, path);
    if (answer.status() != 101) {
      throw new AssertionError(answer.statusLine() + " " + answer.body());
    }
    return new RawSocket(client);
  }

  RawClient client() {
    return client;
  }

  /** A frame of a client, under a mask that changes nothing. */
  static String frame(int first, String content) {
    StringBuilder frame = new StringBuilder().append((char) first);
    if (content.length() < 126) {
      frame.append((char) (0x80 | content.length()));
    } else if (content.length() < 65_536) {
      frame.append((char) (0x80 | 126));
      frame.append((char) (content.length() >> 8)).append((char) (content.length() & 0xFF));
    } else {
      frame.append((char) (0x80 | 127));
      frame.append(bytes(ByteBuffer.allocate(8).putLong(content.length()).array()));
    }
    return frame.append("\0\0\0\0").append(content).toString();
  }

  private static String bytes(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  void text(String text) {
    client.send(frame(0x81, bytes(text.getBytes(UTF_8))));
  }

  void send(int first, String content) {
    client.send(frame(first, content));
  }

  void close(int code, String reason) {
    send(0x88, code(code) + reason);
  }

  private static String code(int code) {
    return "" + (char) (code >> 8) + (char) (code & 0xFF);
  }

  /**
   * The next frame: {@code text hello}, {@code close 1000 bye}; the pieces of a message are not.
   */
  String next() {
    int first = client.read(1).charAt(0);
    int length = client.read(1).charAt(0);
    if (length == 126) {
      length = new java.math.BigInteger(1, client.read(2).getBytes(ISO_8859_1)).intValue();
    } else if (length == 127) {
      length = new java.math.BigInteger(1, client.read(8).getBytes(ISO_8859_1)).intValue();
    }
    String content = client.read(length);
    return switch (first) {
      case 0x81 -> "text " + new String(content.getBytes(ISO_8859_1), UTF_8);
      case 0x82 -> "binary " + content;
      case 0x88 -> "close " + closing(content);
      case 0x8A -> "pong " + content;
      default -> throw new AssertionError("a frame that begins with " + first);
    };
  }

  private static String closing(String content) {
    return content.isEmpty()
        ? "without a code"
        : (content.charAt(0) * 256 + content.charAt(1)) + " " + content.substring(2);
  }

  @Override
  public void close() {
    client.close();
  }
}
