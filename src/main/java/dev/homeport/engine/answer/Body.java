package dev.homeport.engine.answer;

/** The body of a reply. */
public sealed interface Body {

  /**
   * Bytes at hand; not copied, never changed. Length 0 is the empty body.
   *
   * @param isKept whether they are there anyway, for every answer of a response
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
  record Bytes(byte[] content, boolean isKept) implements Body {

    /** Bytes of one answer. */
    public Bytes(byte[] content) {
      this(content, false);
    }
  }

  /** A file, opened when it is sent; served with ranges and conditional requests. */
  record Stored(Content content) implements Body {}

  /** Made item by item while it is sent; for one answer. */
  record Streamed(Items items) implements Body {}

  /** Asked of another server, which also says the status and the headers. */
  record Forwarded(Forward forward) implements Body {}

  /** No body. */
  static Body empty() {
    return Empty.EMPTY;
  }

  /** Holder of the one empty body. */
  final class Empty {
    private static final Body EMPTY = new Bytes(new byte[0]);

    private Empty() {}
  }
}
