package dev.homeport.server.outbound;

import dev.homeport.engine.http.Headers;
import java.nio.ByteBuffer;
import java.util.List;

/** Where the body of an answer ends (RFC 9112, 6.3). One for each body; its steps follow. */
abstract class Framing {

  /** Length of a body that says it by its chunks, or by its end. */
  static final long UNKNOWN = -1;

  /**
   * The framing of an answer.
   *
   * @param isToHead whether HEAD was asked
   */
  static Framing of(ResponseHead head, boolean isToHead) throws BrokenAnswerException {
    List<String> codings = head.codings();
    if (isToHead || head.status() == 204 || head.status() == 304) {
      return new Sized(0);
    }
    if (!codings.isEmpty()) {
      boolean isChunked = codings.get(codings.size() - 1).equalsIgnoreCase("chunked");
      if (codings.size() > 1 || !isChunked) {
        throw new BrokenAnswerException("sent a Transfer-Encoding that is not known");
      }
      return new Chunks();
    }
    long length = length(head.headers());
    return length == UNKNOWN ? new UntilEnd() : new Sized(length);
  }

  /**
   * What {@code Content-Length} says; {@link #UNKNOWN} without one.
   *
   * @throws BrokenAnswerException when it says two things, or none
   */
  static long length(Headers headers) throws BrokenAnswerException {
    long length = UNKNOWN;
    for (String line : headers.all("Content-Length")) {
      for (String value : line.split(",", -1)) {
        if (!value.strip().matches("\\d{1,18}")) {
          throw new BrokenAnswerException("sent a Content-Length that is none");
        }
        long said = Long.parseLong(value.strip());
        if (length != UNKNOWN && length != said) {
          throw new BrokenAnswerException("sent two lengths");
        }
        length = said;
      }
    }
    return length;
  }

  /** Moves content from what has come to where it goes, as much as there is room for. */
  abstract void move(ByteBuffer raw, ByteBuffer into) throws BrokenAnswerException;

  /** Whether all of the body was moved. */
  abstract boolean isOver();

  /** The connection has ended; throws when that is not the end of the body. */
  void ended() throws BrokenAnswerException {
    throw new BrokenAnswerException("closed the connection in the middle of the body");
  }

  /** Whether the connection is of use after the body. */
  boolean leavesConnection() {
    return true;
  }

  /** Moves at most so many bytes; returns how many. */
  static int move(ByteBuffer raw, ByteBuffer into, long most) {
    int count = (int) Math.min(most, Math.min(raw.remaining(), into.remaining()));
    int limit = raw.limit();
    raw.limit(raw.position() + count);
    into.put(raw);
    raw.limit(limit);
    return count;
  }

  private static final class Sized extends Framing {

    private long left;

    Sized(long length) {
      this.left = length;
    }

    @Override
    void move(ByteBuffer raw, ByteBuffer into) {
      left -= move(raw, into, left);
    }

    @Override
    boolean isOver() {
      return left == 0;
    }
  }

  private static final class UntilEnd extends Framing {

    private boolean over;

    @Override
    void move(ByteBuffer raw, ByteBuffer into) {
      move(raw, into, Long.MAX_VALUE);
    }

    @Override
    boolean isOver() {
      return over;
    }

    @Override
    void ended() {
      over = true;
    }

    @Override
    boolean leavesConnection() {
      return false;
    }
  }
}
