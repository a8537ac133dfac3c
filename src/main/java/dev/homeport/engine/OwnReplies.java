package dev.homeport.engine;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.explain.MissReport;
import dev.homeport.engine.explain.ReportForm;
import dev.homeport.engine.explain.Words;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.route.Lookup;
import dev.homeport.engine.route.RouteIndex;
import dev.homeport.engine.template.RenderException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said when no mock answers. */
final class OwnReplies {

  private static final String UPGRADE = "Upgrade required";

  private OwnReplies() {}

  /**
   * What Homeport allows by itself: OPTIONS is answered from what is there (RFC 9110, 9.3.7), where
   * no route has it. Null for anything else.
   */
  static @Nullable String allowed(Request request, Lookup lookup) {
    boolean asks = request.method().equals("OPTIONS");
    return asks && lookup instanceof Lookup.OtherMethods there ? there.allow() : null;
  }

  static Decision options(String allow) {
    Headers headers = Headers.of(List.of(new Field("Allow", allow)));
    Reply reply = new Reply(204, null, headers, Body.empty(), Duration.ZERO);
    return new Decision(reply, Outcome.ByServer.INSTANCE);
  }

  /** Why no route fits a request. */
  static MissReport report(Request request, Lookup lookup, RouteIndex routes) {
    if (lookup instanceof Lookup.OtherMethods other) {
      String detail = "No route for " + shown(request) + "; this path has " + other.allow() + ".";
      return MissReport.noRoute(405, "Method not allowed", detail, other.allow(), request, routes);
    } else if (lookup instanceof Lookup.NoUpgrade only) {
      String detail =
          "The path of " + shown(request) + " is for WebSockets alone: open ws://, not http://.";
      return MissReport.noRoute(426, UPGRADE, detail, only.allow(), request, routes);
    } else if (lookup instanceof Lookup.BadHandshake bad) {
      int status = bad.fault().status();
      String title = status == 426 ? UPGRADE : "Bad handshake";
      return MissReport.of(status, title, bad.fault().detail());
    } else if (lookup instanceof Lookup.UnknownMethod) {
      String detail = "No mock may answer " + Words.method(request) + ".";
      return MissReport.of(501, "Unknown method", detail);
    } else if (lookup instanceof Lookup.BadPath bad) {
      return MissReport.of(400, "Bad path", "The segment " + Words.shortened(bad.reason()) + ".");
    }
    String detail = "No route has the path of " + shown(request) + ".";
    return MissReport.noRoute(404, "No route", detail, null, request, routes);
  }

  /** A template failed that decides what answers: {@code per}, a file's name. */
  static MissReport brokenTemplate(Request request, RenderException cause) {
    return MissReport.of(
        500,
        "The mock cannot answer",
        "A template of the routes for " + shown(request) + " failed: " + cause.getMessage());
  }

  /** A template failed of what is sent besides the answer. */
  static Reply cannotAnswer(RenderException cause) {
    return ProblemReply.of(500, "The mock cannot answer", String.valueOf(cause.getMessage()));
  }

  /** The engine itself failed on a request. */
  static MissReport failure(Request request, RuntimeException cause) {
    return MissReport.of(
        500,
        "Internal error",
        "Homeport failed on " + shown(request) + ": " + cause.getClass().getSimpleName() + ".");
  }

  /** The answer that tells why, in the form that the client wants. */
  static Decision unanswered(Request request, MissReport report) {
    Reply reply = ReportForm.wantedBy(request.headers()).reply(report);
    return new Decision(reply, new Outcome.Unmatched(report));
  }

  private static String shown(Request request) {
    return Words.request(request);
  }
}
