package dev.homeport.server.outbound;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.HopByHop;
import java.util.List;

/**
 * The head of an answer, as it came.
 *
 * @param isOld whether its version is HTTP/1.0
 * @param status 100 to 999
 * @param reason may be empty
 */
public record ResponseHead(boolean isOld, int status, String reason, Headers headers) {

  /** Another answer follows it (RFC 9110, 15.2). */
  boolean isInterim() {
    return status < 200;
  }

  /**
   * Whether the connection can be used again after the body; not when the body has two framings
   * (RFC 9112, 6.1).
   */
  boolean keepsConnection() {
    boolean isDoubtful = !codings().isEmpty() && headers.first("Content-Length") != null;
    return !isOld && !isDoubtful && !HopByHop.hasOption(headers, "close");
  }

  /** What it says of the length of the body; -1 when it says nothing. */
  public long contentLength(String method) {
    boolean isHead = method.equals("HEAD");
    if (!codings().isEmpty() || (!isHead && headers.first("Content-Length") == null)) {
      return status == 204 || status == 304 ? 0 : Framing.UNKNOWN;
    }
    try {
      return Framing.length(headers);
    } catch (BrokenAnswerException e) {
      return Framing.UNKNOWN;
    }
  }

  /** The transfer codings, in the order in which they were applied. */
  List<String> codings() {
    return headers.all("Transfer-Encoding").stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(String::strip)
        .filter(coding -> !coding.isEmpty())
        .toList();
  }
}
