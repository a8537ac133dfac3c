package dev.homeport.definition.record;

import dev.homeport.engine.answer.ForwardObserver;
import dev.homeport.engine.answer.ForwardedExchange;
import dev.homeport.engine.answer.StatusPlan;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.Methods;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a real API answered, sorted into routes, and the mock files that answer the same. Safe for
 * any number of threads; exchanges count in the order in which they are added.
 */
public final class Recording {

  /** What a request takes beside its body, in bytes, roughly. */
  private static final int HEAD_BYTES = 1_000;

  /**
   * What became of an exchange.
   *
   * @param route the key of its route, or the request line when it has none
   * @param isNew whether it is the first of its route
   * @param refusal why it is not in the mock files, or null when it is
   */
  public record Heard(String route, boolean isNew, @Nullable String refusal) {}

  /**
   * A request and what the mock files must answer.
   *
   * @param request as it came
   * @param answer without noise and secrets
   */
  record Played(Request request, RecordedAnswer answer) {}

  /** Files that are about one resource, by their names within the folder: a mock file, its data. */
  public record Files(String resource, Map<String, byte[]> contents) {

    public Files {
      contents = Map.copyOf(contents);
    }
  }

  private final Cleaning cleaning;
  private final String comment;
  private final long mostBytes;
  private final Map<String, RecordedRoute> routes = new LinkedHashMap<>();
  private final Map<String, List<RecordedRoute>> resources = new LinkedHashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();
  private final List<Played> played = new ArrayList<>();
  private long bytes;
  private int redacted;

  /**
   * A recording that has heard nothing.
   *
   * @param origin {@code https://api.example.com/v1}, where requests are forwarded to; without a
   *     slash at the end
   * @param keepSecrets whether tokens, passwords and cookies are written as they came
   * @param day for the comment in each file
   * @param mostBytes how much memory it may take; what comes later is refused
   */
  public Recording(String origin, boolean keepSecrets, LocalDate day, long mostBytes) {
    this.cleaning = new Cleaning(origin, new Secrets(keepSecrets));
    this.comment = "Recorded from " + origin + " on " + day + ".";
    this.mostBytes = mostBytes;
  }

  /** Takes an exchange in. */
  public synchronized Heard add(ForwardedExchange exchange) {
    Request request = exchange.request();
    PathShape path = PathShape.of(request.rawPath());
    String refusal = refusal(exchange, path);
    if (path == null || refusal != null) {
      return new Heard(request.method() + " " + request.target(), false, refusal);
    }
    String key = request.method() + " " + path.shape();
    boolean isNew = !routes.containsKey(key);
    RecordedRoute route =
        routes.computeIfAbsent(key, any -> RecordedRoute.of(request.method(), path));
    String resource = Resource.of(path).name();
    if (isNew) {
      resources.computeIfAbsent(resource, any -> new ArrayList<>()).add(route);
    }
    RecordedAnswer answer = cleaning.clean(exchange);
    RecordedAnswer held = route.add(request, path, answer, cleaning.secrets());
    played.add(new Played(request, held));
    bytes +=
        HEAD_BYTES
            + request.sentBody().length
            + (held.body() == answer.body() ? answer.body().length : 0);
    redacted += answer.isRedacted() ? 1 : 0;
    changed.add(resource);
    return new Heard(request.method() + " " + route.path().path(), isNew, null);
  }

  private @Nullable String refusal(ForwardedExchange exchange, @Nullable PathShape path) {
    if (path == null) {
      return "no route can have its path";
    } else if (!Methods.isKnown(exchange.request().method())) {
      return "no route can have its method";
    } else if (!StatusPlan.isFinal(exchange.status())) {
      return "a mock cannot answer with " + exchange.status();
    } else if (!exchange.isWhole()) {
      return exchange.body().length < ForwardObserver.MOST_BODY
          ? "its answer was not whole"
          : "its answer is larger than " + ForwardObserver.MOST_BODY + " bytes";
    }
    return bytes + exchange.body().length > mostBytes
        ? "the recording has reached " + mostBytes + " bytes"
        : null;
  }

  /** The resources whose files are not what they were when this was asked last. */
  public synchronized List<String> changes() {
    List<String> resources = List.copyOf(changed);
    changed.clear();
    return resources;
  }

  /** Says that the files of a resource could not be written, so that they are changed still. */
  public synchronized void unwritten(String resource) {
    changed.add(resource);
  }

  /** All files that are about a resource, as they are now. */
  public synchronized Files files(String resource) {
    List<RecordedRoute> about = resources.getOrDefault(resource, List.of());
    return new Files(resource, new MockFileText(resource, comment, about).files());
  }

  /** How many routes the mock files have. */
  public synchronized int routes() {
    int routes = 0;
    for (Map.Entry<String, List<RecordedRoute>> each : resources.entrySet()) {
      routes += new MockFileText(each.getKey(), comment, each.getValue()).written().size();
    }
    return routes;
  }

  /** How many mock files there are. */
  public synchronized int mockFiles() {
    return resources.size();
  }

  /** How many answers hold a placeholder where a secret was. */
  public synchronized int redacted() {
    return redacted;
  }

  /** Every exchange that was taken in, in order. */
  synchronized List<Played> played() {
    return List.copyOf(played);
  }
}
