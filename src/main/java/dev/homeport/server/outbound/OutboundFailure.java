package dev.homeport.server.outbound;

/**
 * Why a call to another server has no answer.
 *
 * @param why a sentence without its end that names the host: {@code localhost:3000 refuses
 *     connections}
 * @param advice what to do, a sentence without its end
 */
public record OutboundFailure(Kind kind, String why, String advice) {

  /** What kind of failure it is. */
  public enum Kind {
    /** Nobody allowed it; nothing was sent. */
    NOT_ALLOWED,
    /** No connection, or it broke before the answer began. */
    NO_ANSWER,
    /** It took too long. */
    TOO_LATE
  }
}
