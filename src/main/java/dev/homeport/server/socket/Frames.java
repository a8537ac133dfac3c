package dev.homeport.server.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.answer.Reaction.Close;
import dev.homeport.engine.http.MessageKind;
import java.nio.ByteBuffer;

/** Frames as they leave (RFC 6455, 5): whole messages, without a mask. Has no state. */
final class Frames {

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  /** The largest payload of a control frame (5.5). */
  static final int MOST_CONTROL_BYTES = 125;

  static final int TWO_BYTE_LENGTH = 126;
  static final int EIGHT_BYTE_LENGTH = 127;
  static final int FINAL = 0x80;
  static final int MOST_OF_TWO_BYTES = 0xFFFF;

  private static final int LONGEST_HEAD = 10;

  private Frames() {}

  static byte[] message(MessageKind kind, byte[] content) {
    return frame(kind == MessageKind.TEXT ? TEXT : BINARY, content);
  }

  static byte[] pong(byte[] content) {
    return frame(PONG, content);
  }

  static byte[] close(Close close) {
    byte[] reason = close.reason().getBytes(UTF_8);
    return frame(
        CLOSE,
        ByteBuffer.allocate(2 + reason.length).putShort((short) close.code()).put(reason).array());
  }

  /** The answer to a close frame that had no code. */
  static byte[] bareClose() {
    return frame(CLOSE, new byte[0]);
  }

  private static byte[] frame(int opcode, byte[] content) {
    ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEAD + content.length);
    frame.put((byte) (FINAL | opcode));
    if (content.length <= MOST_CONTROL_BYTES) {
      frame.put((byte) content.length);
    } else if (content.length <= MOST_OF_TWO_BYTES) {
      frame.put((byte) TWO_BYTE_LENGTH).putShort((short) content.length);
    } else {
      frame.put((byte) EIGHT_BYTE_LENGTH).putLong(content.length);
    }
    frame.put(content).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }
}
