package dev.homeport.server.control;

import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.PathSegments;
import dev.homeport.engine.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The control API of one port: finds the operation that a request means and lets it answer. Every
 * error is a problem (RFC 9457). Safe for any number of threads. Nothing here blocks; an answer may
 * take some milliseconds of work, which is none for an I/O thread.
 */
public final class ControlApi implements AutoCloseable {

  /** Below this path everything is the control API. */
  public static final String PREFIX = "/__homeport";

  /** Largest body of a request in bytes: that of a mock file. */
  public static final long MOST_BODY = 16 << 20;

  private static final int SHOWN = 200;

  private final ControlledPort port;
  private final ScheduledExecutorService threads;
  private final JournalFeeds feeds;
  private final Waits waits;
  private final Waits sentWaits;

  /** Made by the first request: a start does not wait for what most never call. */
  private volatile @Nullable List<Operation> operations;

  /**
   * The API of one port.
   *
   * @param threads for timers and what blocks; shared by all ports of a server, ended by it
   */
  public ControlApi(ControlledPort port, ScheduledExecutorService threads) {
    this.port = port;
    this.threads = threads;
    this.feeds = new JournalFeeds(port.journal());
    this.waits = new Waits(port.journal(), threads);
    this.sentWaits = new Waits(port.sent(), threads);
  }

  /** Whether a request is for the control API, by its raw path alone. */
  public static boolean isMeantBy(String rawPath) {
    return rawPath.startsWith(PREFIX)
        && (rawPath.length() == PREFIX.length() || rawPath.charAt(PREFIX.length()) == '/');
  }

  /** All that it can do. */
  List<Operation> operations() {
    List<Operation> made = operations;
    if (made == null) {
      made = makeOperations();
      operations = made;
    }
    return made;
  }

  private List<Operation> makeOperations() {
    return Stream.of(
            new PortOperations(port, threads, feeds).all(),
            new RouteOperations(port).all(),
            new StateOperations(port).all(),
            new DataOperations(port).all(),
            new JournalOperations(port, feeds).all(),
            new VerifyOperation(port, waits, sentWaits).all(),
            new ExplainOperation(port).all(),
            OpenApiDocument.all())
        .flatMap(each -> each)
        .toList();
  }

  /** What the head of a request alone decides; null when its body should be read. */
  public @Nullable Reply refusal(Request head) {
    try {
      find(head).operation().checkMediaType(head);
      return null;
    } catch (Refusal e) {
      return e.reply();
    }
  }

  /** Answers; never throws for what a client sent. */
  public ControlAnswer answer(Request request) {
    try {
      Call call = find(request);
      call.operation().checkMediaType(request);
      call.checkQuery();
      return call.operation().handler().answer(call);
    } catch (Refusal e) {
      return new ControlAnswer.Now(e.reply());
    } catch (StackOverflowError e) {
      return new ControlAnswer.Now(
          ProblemReply.of(400, "Nested too deep", "Something in the body is nested too deep."));
    } catch (RuntimeException e) {
      return new ControlAnswer.Now(
          ProblemReply.of(
              500,
              "Internal error",
              "Homeport failed on this request: " + e.getClass().getSimpleName() + "."));
    }
  }

  private Call find(Request request) throws Refusal {
    List<String> segments = segments(request.rawPath());
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    List<String> others = new ArrayList<>();
    for (Operation operation : operations()) {
      List<String> variables = operation.variables(segments);
      if (variables != null && operation.method().equals(method)) {
        return new Call(request, operation, variables);
      } else if (variables != null) {
        others.add(operation.method());
      }
    }
    if (others.isEmpty()) {
      throw Refusal.notFound(
          "The control API has no "
              + VisibleText.of(request.rawPath(), SHOWN)
              + "; GET /__homeport/openapi.json describes what it has.");
    }
    String allow = allow(others);
    throw Refusal.of(
        405,
        "Method not allowed",
        VisibleText.of(request.rawPath(), SHOWN) + " has " + allow + ".",
        new Field("Allow", allow));
  }

  private static String allow(List<String> methods) {
    return Stream.concat(
            methods.stream(), methods.contains("GET") ? Stream.of("HEAD") : Stream.of())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static List<String> segments(String rawPath) throws Refusal {
    String below = rawPath.substring(PREFIX.length());
    try {
      return PathSegments.parse(below.isEmpty() ? "/" : below);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("The path is broken: the segment " + e.getMessage() + ".");
    }
  }

  /** A response has ended: its journal entry is complete now. */
  public void responseEnded() {
    feeds.wake();
  }

  /** Ends the streams and answers what waits, so that the port can be closed. */
  @Override
  public void close() {
    feeds.close();
    waits.close();
    sentWaits.close();
  }
}
