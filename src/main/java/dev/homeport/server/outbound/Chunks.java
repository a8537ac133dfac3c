package dev.homeport.server.outbound;

import java.nio.ByteBuffer;

/** A body in chunks (RFC 9112, 7.1). Extensions and trailers are dropped, as anybody may. */
final class Chunks extends Framing {

  /** Bytes of a line of a size or of a trailer. */
  private static final int MOST_OF_LINE = 16 * 1024;

  /** Bytes of all trailers. */
  private static final int MOST_OF_TRAILERS = 256 * 1024;

  private enum Step {
    SIZE,
    CONTENT,
    END_OF_CONTENT,
    TRAILERS,
    OVER
  }

  private final StringBuilder line = new StringBuilder();
  private Step step = Step.SIZE;
  private long left;
  private int trailers;

  @Override
  void move(ByteBuffer raw, ByteBuffer into) throws BrokenAnswerException {
    while (step != Step.OVER && raw.hasRemaining()) {
      if (step == Step.CONTENT) {
        if (!into.hasRemaining()) {
          return;
        }
        left -= move(raw, into, left);
        step = left == 0 ? Step.END_OF_CONTENT : Step.CONTENT;
      } else if (takeLine(raw)) {
        endLine();
      }
    }
  }

  private boolean takeLine(ByteBuffer raw) throws BrokenAnswerException {
    while (raw.hasRemaining()) {
      char next = (char) (raw.get() & 0xFF);
      if (next == '\n') {
        return true;
      }
      if (line.length() == MOST_OF_LINE) {
        throw new BrokenAnswerException("sent a line of a chunk that does not end");
      }
      line.append(next);
    }
    return false;
  }

  private void endLine() throws BrokenAnswerException {
    String text = line.toString().strip();
    line.setLength(0);
    if (step == Step.SIZE) {
      left = size(text);
      step = left == 0 ? Step.TRAILERS : Step.CONTENT;
    } else if (step == Step.END_OF_CONTENT) {
      if (!text.isEmpty()) {
        throw new BrokenAnswerException("sent a chunk that is longer than its size");
      }
      step = Step.SIZE;
    } else if (text.isEmpty()) {
      step = Step.OVER;
    } else {
      trailers += text.length();
      if (trailers > MOST_OF_TRAILERS) {
        throw new BrokenAnswerException("sent trailers that do not end");
      }
    }
  }

  private static long size(String text) throws BrokenAnswerException {
    int end = text.indexOf(';');
    String size = (end < 0 ? text : text.substring(0, end)).strip();
    if (!size.matches("[0-9A-Fa-f]{1,15}")) {
      throw new BrokenAnswerException("sent a chunk without a size");
    }
    return Long.parseLong(size, 16);
  }

  @Override
  boolean isOver() {
    return step == Step.OVER;
  }
}
