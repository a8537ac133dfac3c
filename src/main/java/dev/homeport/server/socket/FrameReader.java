package dev.homeport.server.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.http.MessageKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * Takes the bytes of a client apart into frames and messages (RFC 6455, 5), however they are cut.
 * What breaks the protocol is found in the head of a frame, before its content has come. For one
 * thread at a time.
 */
final class FrameReader {

  /** Hears of what came. */
  interface Listener {

    void message(MessageKind kind, byte[] content);

    void ping(byte[] content);

    /**
     * The client ends it.
     *
     * @param code 1005 when it named none
     */
    void closed(int code, String reason);
  }

  /** Named nowhere in a frame (RFC 6455, 7.4.1). */
  static final int NO_CODE = 1005;

  private static final int MASK_BYTES = 4;
  private static final int LONGEST_HEAD = 14;

  private final long mostBytes;
  private final MessageMemory memory;
  private final Listener listener;

  private final byte[] head = new byte[LONGEST_HEAD];
  private int headLength;

  private int opcode;
  private boolean isFinal;
  private long left;
  private int maskAt;
  private boolean inContent;

  private final ByteArrayOutputStream control = new ByteArrayOutputStream(0);
  private ByteArrayOutputStream content = new ByteArrayOutputStream(0);
  private int messageOpcode;
  private long taken;

  /**
   * Reads from the first frame on.
   *
   * @param mostBytes of a message
   */
  FrameReader(long mostBytes, MessageMemory memory, Listener listener) {
    this.mostBytes = mostBytes;
    this.memory = memory;
    this.listener = listener;
  }

  /** Takes all that is there. */
  void read(ByteBuffer in) throws BrokenFrameException {
    while (in.hasRemaining() || (inContent && left == 0)) {
      if (inContent) {
        readContent(in);
      } else {
        readHead(in);
      }
    }
  }

  /** Forgets a message that will not become whole. */
  void abandon() {
    memory.giveBack(taken);
    taken = 0;
    content = new ByteArrayOutputStream(0);
  }

  private void readHead(ByteBuffer in) throws BrokenFrameException {
    head[headLength++] = in.get();
    if (headLength == 2) {
      checkStart();
    }
    if (headLength >= 2 && headLength == headSize()) {
      beginContent();
    }
  }

  private int headSize() {
    int length = head[1] & 0x7F;
    int lengthBytes =
        length == Frames.EIGHT_BYTE_LENGTH ? 8 : length == Frames.TWO_BYTE_LENGTH ? 2 : 0;
    return 2 + lengthBytes + MASK_BYTES;
  }

  private void checkStart() throws BrokenFrameException {
    opcode = head[0] & 0x0F;
    isFinal = (head[0] & Frames.FINAL) != 0;
    if ((head[0] & 0x70) != 0) {
      throw protocol("a reserved bit is set, no extension was agreed on");
    } else if ((head[1] & 0x80) == 0) {
      throw protocol("a frame of a client has no mask");
    } else if (opcode > Frames.BINARY && (opcode < Frames.CLOSE || opcode > Frames.PONG)) {
      throw protocol("the opcode " + opcode + " is reserved");
    } else if (isControl() && (!isFinal || (head[1] & 0x7F) > Frames.MOST_CONTROL_BYTES)) {
      throw protocol("a control frame is fragmented, or has more than 125 bytes");
    } else if (opcode == Frames.CONTINUATION && messageOpcode == 0) {
      throw protocol("a continuation without a beginning");
    } else if (!isControl() && opcode != Frames.CONTINUATION && messageOpcode != 0) {
      throw protocol("a new message within another one");
    }
  }

  private boolean isControl() {
    return opcode >= Frames.CLOSE;
  }

  private void beginContent() throws BrokenFrameException {
    left = length();
    maskAt = 0;
    inContent = true;
    if (isControl()) {
      control.reset();
      return;
    }
    if (opcode != Frames.CONTINUATION) {
      messageOpcode = opcode;
    }
    if (left > mostBytes - content.size()) {
      throw new BrokenFrameException(
          BrokenFrameException.TOO_LARGE,
          "a message has more than " + mostBytes + " bytes (--max-body)");
    }
  }

  private long length() throws BrokenFrameException {
    int small = head[1] & 0x7F;
    if (small < Frames.TWO_BYTE_LENGTH) {
      return small;
    }
    ByteBuffer bytes = ByteBuffer.wrap(head, 2, LONGEST_HEAD - 2);
    long length = small == Frames.TWO_BYTE_LENGTH ? bytes.getShort() & 0xFFFF : bytes.getLong();
    long least =
        small == Frames.TWO_BYTE_LENGTH ? Frames.TWO_BYTE_LENGTH : Frames.MOST_OF_TWO_BYTES + 1L;
    if (length < least) {
      throw protocol("a length is not written in the fewest bytes, or is negative");
    }
    return length;
  }

  private void readContent(ByteBuffer in) throws BrokenFrameException {
    int count = (int) Math.min(left, in.remaining());
    byte[] bytes = new byte[count];
    in.get(bytes);
    int maskStart = headLength - MASK_BYTES;
    for (int i = 0; i < count; i++) {
      bytes[i] ^= head[maskStart + (maskAt++ & 3)];
    }
    maskAt &= 3;
    left -= count;
    if (isControl()) {
      control.writeBytes(bytes);
    } else {
      keep(bytes);
    }
    if (left == 0) {
      inContent = false;
      headLength = 0;
      end();
    }
  }

  private void keep(byte[] bytes) throws BrokenFrameException {
    if (!memory.tryTake(bytes.length)) {
      throw new BrokenFrameException(
          BrokenFrameException.TRY_LATER, "too many messages are coming at the same time");
    }
    taken += bytes.length;
    content.writeBytes(bytes);
  }

  private void end() throws BrokenFrameException {
    if (isControl()) {
      endControl(control.toByteArray());
    } else if (isFinal) {
      byte[] whole = content.toByteArray();
      MessageKind kind = messageOpcode == Frames.TEXT ? MessageKind.TEXT : MessageKind.BINARY;
      messageOpcode = 0;
      abandon();
      if (kind == MessageKind.TEXT) {
        text(whole, "a text");
      }
      listener.message(kind, whole);
    }
  }

  private void endControl(byte[] bytes) throws BrokenFrameException {
    if (opcode == Frames.PING) {
      listener.ping(bytes);
    } else if (opcode == Frames.CLOSE) {
      close(bytes);
    }
  }

  private void close(byte[] bytes) throws BrokenFrameException {
    if (bytes.length == 0) {
      listener.closed(NO_CODE, "");
      return;
    }
    int code = bytes.length == 1 ? 0 : ByteBuffer.wrap(bytes).getShort() & 0xFFFF;
    if (!isCode(code)) {
      throw protocol("a close frame has no code that may be sent");
    }
    byte[] reason = new byte[bytes.length - 2];
    System.arraycopy(bytes, 2, reason, 0, reason.length);
    listener.closed(code, text(reason, "the reason of a close frame"));
  }

  /** RFC 6455, 7.4.2, and the registry of close codes. */
  private static boolean isCode(int code) {
    boolean isDefined = code >= 1000 && code <= 1014 && (code < 1004 || code > 1006);
    return isDefined || (code >= 3000 && code <= 4999);
  }

  private static String text(byte[] bytes, String what) throws BrokenFrameException {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BrokenFrameException(BrokenFrameException.BAD_CONTENT, what + " is not UTF-8");
    }
  }

  private static BrokenFrameException protocol(String reason) {
    return new BrokenFrameException(BrokenFrameException.PROTOCOL, reason);
  }
}
