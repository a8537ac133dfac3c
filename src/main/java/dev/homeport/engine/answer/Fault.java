package dev.homeport.engine.answer;

/** What goes wrong with a response, decided but not done. Immutable. */
public sealed interface Fault {

  /** As authors write it. */
  String word();

  /** The connection is closed, nothing is sent. */
  record Empty() implements Fault {
    @Override
    public String word() {
      return FaultPlan.EMPTY.word();
    }
  }

  /** The connection is reset (RFC 9293, 3.10.4 ABORT), nothing is sent. */
  record Reset() implements Fault {
    @Override
    public String word() {
      return FaultPlan.RESET.word();
    }
  }

  /**
   * Bytes that are no HTTP, then the connection is closed.
   *
   * @param bytes not copied, never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
  record Garbage(byte[] bytes) implements Fault {
    @Override
    public String word() {
      return FaultPlan.GARBAGE.word();
    }
  }

  /**
   * The head, half of the body in chunks, a chunk without a size, then the connection is closed.
   */
  record MalformedChunk() implements Fault {
    @Override
    public String word() {
      return FaultPlan.MALFORMED_CHUNK.word();
    }
  }

  /** The head with the whole length, half of the body, then the connection is closed. */
  record Cut() implements Fault {
    @Override
    public String word() {
      return FaultPlan.CUT.word();
    }
  }

  /** Nothing, until the client has left or the server stops. */
  record Hang() implements Fault {
    @Override
    public String word() {
      return FaultPlan.HANG.word();
    }
  }
}
