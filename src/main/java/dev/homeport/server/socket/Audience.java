package dev.homeport.server.socket;

import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.PathSegments;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Outcome;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who listens on which path of a port: WebSockets and streams. Safe for any number of threads. */
public final class Audience {

  private static final byte[] NO_BODY = new byte[0];

  private final Map<List<String>, Set<Listener>> byPath = new ConcurrentHashMap<>();
  private final MessageBooks books;

  /**
   * Nobody, so far.
   *
   * @param books where the messages are written down
   */
  public Audience(MessageBooks books) {
    this.books = books;
  }

  /**
   * Somebody begins to listen.
   *
   * @param rawPath of the request that opened the connection
   */
  public void join(String rawPath, Listener listener) {
    byPath.compute(
        segments(rawPath),
        (path, there) -> {
          Set<Listener> more = there == null ? new LinkedHashSet<>() : new LinkedHashSet<>(there);
          more.add(listener);
          return more;
        });
  }

  /** Somebody listens no more. */
  public void leave(String rawPath, Listener listener) {
    byPath.computeIfPresent(
        segments(rawPath),
        (path, there) -> {
          Set<Listener> fewer = new LinkedHashSet<>(there);
          fewer.remove(listener);
          return fewer.isEmpty() ? null : fewer;
        });
  }

  /**
   * Tells everybody on a path, and writes down who that was.
   *
   * @param by what the message comes from
   */
  public void tell(Sending message, Outcome by) {
    List<Listener> there = List.copyOf(byPath.getOrDefault(segments(message.path()), Set.of()));
    long[] connections = there.stream().mapToLong(Listener::connection).toArray();
    Receipt receipt = books.sent(target(message), message, by, connections);
    there.forEach(each -> each.tell(message, receipt));
  }

  /** Decoded, dot segments resolved; what cannot be decoded stands for itself. */
  private static List<String> segments(String rawPath) {
    try {
      return PathSegments.parse(rawPath);
    } catch (IllegalArgumentException e) {
      return List.of(rawPath);
    }
  }

  /** Writes down that a message could not be sent. */
  void notTold(Sending message, Outcome by, String why) {
    books.notSent(target(message), message, by, why);
  }

  private static Request target(Sending message) {
    return new Request(
        "GET", message.path(), Headers.none(), NO_BODY, "http", InetAddress.getLoopbackAddress());
  }
}
