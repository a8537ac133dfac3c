package dev.homeport.server.wire;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Content;
import dev.homeport.engine.answer.Items;

/** A stretch of a body. */
public sealed interface Segment {

  /** The length of what is made while it is sent: nobody knows it before. */
  long UNKNOWN = -1;

  /** In bytes; {@link #UNKNOWN} of {@link Live}, and of some {@link Relayed}. */
  long length();

  /**
   * Bytes at hand; not copied, never changed.
   *
   * @param isKept as of {@link Body.Bytes}
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
  record Bytes(byte[] content, boolean isKept) implements Segment {

    /** Bytes of one answer. */
    Bytes(byte[] content) {
      this(content, false);
    }

    @Override
    public long length() {
      return content.length;
    }
  }

  /** All of a body that is made item by item. */
  record Live(Items items) implements Segment {
    @Override
    public long length() {
      return UNKNOWN;
    }
  }

  /**
   * The body of another server's answer, or its beginning.
   *
   * @param length {@link #UNKNOWN} when that server has not said it
   */
  record Relayed(Relay relay, long length) implements Segment {}

  /** Bytes of a file; reading them may block. */
  record Slice(Content content, long from, long length) implements Segment {}
}
