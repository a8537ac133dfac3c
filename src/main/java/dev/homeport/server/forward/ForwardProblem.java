package dev.homeport.server.forward;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.HttpUrl;
import dev.homeport.engine.http.Request;
import dev.homeport.server.outbound.OutboundFailure;
import java.util.List;
import java.util.Map;

/** What is said when no other server answers a request. Has no state; safe to share. */
final class ForwardProblem {

  private static final int LONGEST = 300;

  private ForwardProblem() {}

  static Reply of(Request request, HttpUrl url, Location at, OutboundFailure failure) {
    String detail = forwarded(request, url, at) + ", but " + failure.why();
    return switch (failure.kind()) {
      case NOT_ALLOWED -> reply(502, "Outbound call not allowed", detail, failure.advice(), url);
      case NO_ANSWER ->
          reply(502, "No answer from the other server", detail, failure.advice(), url);
      case TOO_LATE -> reply(504, "The other server is too slow", detail, failure.advice(), url);
    };
  }

  /** RFC 5842, 7.2, as proxies use it. */
  static Reply loop(Request request, HttpUrl url, Location at) {
    String detail = forwarded(request, url, at) + ", but it has been here before";
    return reply(508, "Forwarded in a loop", detail, "let proxy name another server", url);
  }

  /** What a server answers to a handshake that lost its {@code Upgrade} says nothing to anybody. */
  static Reply webSocket(Request request, HttpUrl url, Location at) {
    String detail = forwarded(request, url, at) + ", but no WebSocket is";
    String advice = "connect to the other server itself, or write a route WS " + request.rawPath();
    return reply(501, "WebSockets are not forwarded", detail, shown(advice), url);
  }

  private static String forwarded(Request request, HttpUrl url, Location at) {
    String line = request.method() + " " + request.rawPath();
    return shown(line) + " is forwarded to " + shown(url.origin()) + " (" + shown(at) + ")";
  }

  private static String shown(Object text) {
    return VisibleText.of(text.toString(), LONGEST);
  }

  private static Reply reply(int status, String title, String detail, String advice, HttpUrl url) {
    return ProblemReply.of(
        status, title, detail + ": " + advice + ".", Map.of("url", shown(url)), List.of());
  }
}
