package dev.homeport.server.wire;

import dev.homeport.engine.answer.Content;

/** A stretch of a body. */
public sealed interface Segment {

  /** In bytes. */
  long length();

  /** Bytes at hand; not copied, never changed. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
  record Bytes(byte[] content) implements Segment {
    @Override
    public long length() {
      return content.length;
    }
  }

  /** Bytes of a file; reading them may block. */
  record Slice(Content content, long from, long length) implements Segment {}
}
