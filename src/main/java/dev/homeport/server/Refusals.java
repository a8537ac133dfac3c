package dev.homeport.server;

import dev.homeport.engine.Decision;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.ContentCoding;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.journal.Unanswered;
import java.util.List;
import java.util.Map;

/**
 * What is said to requests that do not reach a mock. Each names what was wrong, and a limit names
 * its option. Has no state; safe to share.
 */
final class Refusals {

  private Refusals() {}

  /** For the journal and the log: no mock answered. */
  static Outcome outcome(Reply reply) {
    return new Outcome.Unmatched(new Refused(reply.status()));
  }

  /** For the journal and the log: the client left, or its chunks are none (RFC 9112, 7.1). */
  static Outcome incomplete() {
    return new Outcome.Unmatched(() -> "its body did not come whole");
  }

  private record Refused(int status) implements Unanswered {

    @Override
    public String line() {
      return switch (status) {
        case 400 -> "a bad request";
        case 408 -> "its body stopped coming";
        case 403 -> "a WebSocket of a foreign page (--cors lets it in)";
        case 413 -> "its body is too large";
        case 415 -> "its Content-Encoding is not known";
        case 417 -> "its expectation is not known";
        case 421 -> "a foreign host (--allow-host lets it in)";
        case 501 -> "its Transfer-Encoding is not known";
        default -> "too many request bodies at the same time";
      };
    }
  }

  static Decision nestedTooDeep() {
    Reply reply =
        ProblemReply.of(
            500,
            "Nested too deep",
            "Answering needed a deeper stack than there is: something is nested too deep.");
    return new Decision(reply, new Outcome.Unmatched(() -> "something is nested too deep"));
  }

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

  /** RFC 6455, 10.2. */
  static Reply foreignPage() {
    return ProblemReply.of(
        403,
        "Foreign page",
        "Pages of this Origin may open no WebSocket here; --cors lets them in.");
  }

  /** RFC 6455, 4.2.1; such a client knows no Upgrade (RFC 9110, 7.8). */
  static Reply oldHandshake() {
    return ProblemReply.of(400, "Bad handshake", "The handshake of a WebSocket is HTTP/1.1.");
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
