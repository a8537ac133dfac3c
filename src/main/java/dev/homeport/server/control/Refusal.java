package dev.homeport.server.control;

import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers.Field;
import java.util.List;
import java.util.Map;

/** A request to the control API is answered with a problem (RFC 9457). */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  private Refusal(Reply reply, String detail) {
    super(detail, null, false, false);
    this.reply = reply;
  }

  static Refusal of(int status, String title, String detail) {
    return new Refusal(ProblemReply.of(status, title, detail), detail);
  }

  /**
   * As above.
   *
   * @param members further members of the problem
   */
  static Refusal of(int status, String title, String detail, Map<String, ?> members) {
    return new Refusal(ProblemReply.of(status, title, detail, members, List.of()), detail);
  }

  /**
   * As above.
   *
   * @param header of the answer
   */
  static Refusal of(int status, String title, String detail, Field header) {
    return new Refusal(ProblemReply.of(status, title, detail, Map.of(), List.of(header)), detail);
  }

  /** Something in the request itself is wrong. */
  static Refusal badRequest(String detail) {
    return of(400, "Bad request", detail);
  }

  static Refusal notFound(String detail) {
    return of(404, "Not found", detail);
  }

  Reply reply() {
    return reply;
  }
}
