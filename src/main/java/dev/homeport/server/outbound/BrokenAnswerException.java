package dev.homeport.server.outbound;

import java.io.IOException;

/** What came is no answer of HTTP/1.1, or it ended before its end. */
final class BrokenAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param why completes a sentence that begins with the host: {@code sent no status line}
   */
  BrokenAnswerException(String why) {
    super(why);
  }
}
