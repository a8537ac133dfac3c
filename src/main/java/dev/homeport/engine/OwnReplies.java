package dev.homeport.engine;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
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
  static Reply of(Request request, Lookup lookup) {
    if (lookup instanceof Lookup.OtherMethods other) {
      return otherMethods(request, other);
    }
    if (lookup instanceof Lookup.UnknownMethod) {
      return ProblemReply.of(501, "Unknown method", "No mock may answer " + request.method() + ".");
    }
    if (lookup instanceof Lookup.BadPath bad) {
      return ProblemReply.of(400, "Bad path", "The segment " + bad.reason() + ".");
    }
    return ProblemReply.of(404, "No route", "No route has the path of " + shown(request) + ".");
  }

  /**
   * OPTIONS is answered from what is there (RFC 9110, 9.3.7); anything else is not allowed
   * (15.5.6).
   */
  private static Reply otherMethods(Request request, Lookup.OtherMethods other) {
    List<Field> allow = List.of(new Field("Allow", other.allow()));
    if (request.method().equals("OPTIONS")) {
      return new Reply(204, null, Headers.of(allow), Body.empty(), Duration.ZERO);
    }
    String detail = "No route for " + shown(request) + "; this path has " + other.allow() + ".";
    return ProblemReply.of(405, "Method not allowed", detail, Map.of(), allow);
  }

  /**
   * The answer when routes fit, but none of their cases holds: the reasons, as the cases gave them.
   */
  static Reply noCase(Request request, List<CaseMiss> misses) {
    List<String> reasons = misses.stream().limit(SHOWN).map(CaseMiss::toString).toList();
    return ProblemReply.of(
        404,
        "No case holds",
        "Routes fit " + shown(request) + ", but none of their cases holds.",
        Map.of("cases", reasons),
        List.of());
  }

  /** The answer when a template fails that decides what answers: {@code per}, a file's name. */
  static Reply brokenTemplate(Request request, RenderException cause) {
    return ProblemReply.of(
        500,
        "The mock cannot answer",
        "A template of the routes for " + shown(request) + " failed: " + cause.getMessage());
  }

  /** The answer to a request on which the engine itself failed. */
  static Reply failure(Request request, RuntimeException cause) {
    return ProblemReply.of(
        500,
        "Internal error",
        "Homeport failed on " + shown(request) + ": " + cause.getClass().getSimpleName() + ".");
  }

  private static String shown(Request request) {
    return request.method() + " " + request.rawPath();
  }
}
