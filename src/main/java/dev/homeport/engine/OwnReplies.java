package dev.homeport.engine;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.route.Lookup;
import dev.homeport.engine.template.RenderException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is said when no mock answers. */
final class OwnReplies {

  /** Most mismatches that one answer lists. */
  private static final int SHOWN = 10;

  private OwnReplies() {}

  /** The answer to a request that no route fits. */
  static Decision of(Request request, Lookup lookup) {
    if (lookup instanceof Lookup.OtherMethods other) {
      return otherMethods(request, other);
    }
    if (lookup instanceof Lookup.UnknownMethod) {
      return unanswered(501, "Unknown method", "No mock may answer " + request.method() + ".");
    }
    if (lookup instanceof Lookup.BadPath bad) {
      return unanswered(400, "Bad path", "The segment " + bad.reason() + ".");
    }
    return unanswered(404, "No route", "No route has the path of " + shown(request) + ".");
  }

  /**
   * OPTIONS is answered from what is there (RFC 9110, 9.3.7); anything else is not allowed
   * (15.5.6).
   */
  private static Decision otherMethods(Request request, Lookup.OtherMethods other) {
    List<Field> allow = List.of(new Field("Allow", other.allow()));
    if (request.method().equals("OPTIONS")) {
      Reply reply = new Reply(204, null, Headers.of(allow), Body.empty(), Duration.ZERO);
      return new Decision(reply, Outcome.ByServer.INSTANCE);
    }
    String detail = "No route for " + shown(request) + "; this path has " + other.allow() + ".";
    Reply reply = ProblemReply.of(405, "Method not allowed", detail, Map.of(), allow);
    return new Decision(reply, new Outcome.Unmatched(new Miss(detail)));
  }

  /**
   * The answer when routes fit, but none of their cases holds: the reasons, as the cases gave them.
   */
  static Decision noCase(Request request, List<CaseMiss> misses) {
    List<String> reasons = misses.stream().limit(SHOWN).map(CaseMiss::toString).toList();
    String detail = "Routes fit " + shown(request) + ", but none of their cases holds.";
    Reply reply =
        ProblemReply.of(404, "No case holds", detail, Map.of("cases", reasons), List.of());
    return new Decision(reply, new Outcome.Unmatched(new Miss(detail + " " + reasons.get(0))));
  }

  /** The answer when a template fails that decides what answers: {@code per}, a file's name. */
  static Decision brokenTemplate(Request request, RenderException cause) {
    return unanswered(
        500,
        "The mock cannot answer",
        "A template of the routes for " + shown(request) + " failed: " + cause.getMessage());
  }

  /** The answer to a request on which the engine itself failed. */
  static Decision failure(Request request, RuntimeException cause) {
    return unanswered(
        500,
        "Internal error",
        "Homeport failed on " + shown(request) + ": " + cause.getClass().getSimpleName() + ".");
  }

  private static Decision unanswered(int status, String title, String detail) {
    Reply reply = ProblemReply.of(status, title, detail);
    return new Decision(reply, new Outcome.Unmatched(new Miss(detail)));
  }

  private static String shown(Request request) {
    return request.method() + " " + request.rawPath();
  }
}
