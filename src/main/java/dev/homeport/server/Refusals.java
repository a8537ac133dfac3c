package dev.homeport.server;

import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.ContentCoding;
import dev.homeport.engine.http.Headers.Field;
import java.util.List;
import java.util.Map;

/**
 * What is said to requests that do not reach a mock. Each names what was wrong, and a limit names
 * its option. Has no state; safe to share.
 */
final class Refusals {

  private Refusals() {}

  static Reply bodyTooLarge(BodyLimits limits) {
    return ProblemReply.of(
        413,
        "Request body too large",
        "The request body is larger than "
            + limits.mostBytes()
            + " bytes; --max-body sets the limit.");
  }

  static Reply decodedBodyTooLarge(BodyLimits limits) {
    return ProblemReply.of(
        413,
        "Request body too large",
        "Without its Content-Encoding the request body is larger than "
            + limits.mostBytes()
            + " bytes; --max-body sets the limit.");
  }

  static Reply bodyTooSlow(BodyLimits limits) {
    return ProblemReply.of(
        408,
        "Request body too slow",
        "Nothing came of the request body for "
            + limits.patience().toMillis()
            + " ms; --body-timeout sets the limit.");
  }

  static Reply noMemory() {
    return ProblemReply.of(
        503,
        "Too many request bodies",
        "The request bodies being read together take a quarter of the heap; try again, or give"
            + " Java more memory (-Xmx).");
  }

  static Reply anotherHost() {
    return ProblemReply.of(
        400, "Two hosts", "The request target and the Host field name different hosts.");
  }

  /** RFC 9110, 7.4 and 15.5.20. */
  static Reply foreignHost(String detail) {
    return ProblemReply.of(421, "Foreign host", detail);
  }

  /** RFC 9112, 6.1. */
  static Reply unknownFraming(String coding) {
    return ProblemReply.of(
        501,
        "Unknown Transfer-Encoding",
        "Transfer-Encoding: " + coding + " is not known; chunked is the only one.");
  }

  /** RFC 9110, 10.1.1. */
  static Reply expectation(String expected) {
    return ProblemReply.of(
        417,
        "Unknown expectation",
        "Expect: " + expected + " is not known; 100-continue is the only one.");
  }

  /** RFC 9110, 15.5.16. */
  static Reply unknownCoding(String coding) {
    return ProblemReply.of(
        415,
        "Unknown Content-Encoding",
        "The request body is coded as '" + coding + "'; known are " + ContentCoding.KNOWN + ".",
        Map.of(),
        List.of(new Field("Accept-Encoding", ContentCoding.KNOWN)));
  }

  static Reply brokenCoding(List<String> codings) {
    return ProblemReply.of(
        400,
        "Broken Content-Encoding",
        "The request body is not coded as its Content-Encoding says: "
            + String.join(", ", codings)
            + ".");
  }
}
