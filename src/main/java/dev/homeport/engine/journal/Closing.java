package dev.homeport.engine.journal;

/**
 * How a WebSocket ended (RFC 6455, 7.1).
 *
 * @param code that the close frame had; 1005 when it had none, 1006 when there was no frame
 * @param reason empty when there was none
 * @param byClient whether the client ended it
 */
public record Closing(int code, String reason, boolean byClient) {

  /** The connection broke without a close frame. */
  public static Closing broken() {
    return new Closing(1006, "", true);
  }
}
