package dev.homeport.server.socket;

import dev.homeport.engine.answer.Reaction.Close;

/** What came breaks the protocol, or a limit; the connection must be closed. */
final class BrokenFrameException extends Exception {

  private static final long serialVersionUID = 1L;

  static final int PROTOCOL = 1002;
  static final int BAD_CONTENT = 1007;
  static final int TOO_LARGE = 1009;
  static final int TRY_LATER = 1013;

  private final int code;

  /**
   * Why.
   *
   * @param code to close with (RFC 6455, 7.4.1)
   * @param reason for the client, short enough for a close frame
   */
  BrokenFrameException(int code, String reason) {
    super(reason);
    this.code = code;
  }

  Close close() {
    return new Close(code, String.valueOf(getMessage()));
  }
}
