package dev.homeport;

import dev.homeport.engine.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are meant: to be verified, or to be answered by a route. Everything that is said
 * must hold. It is what {@code METHOD PATH} and {@code when} say in a mock file, and is read by the
 * same reader; its mistakes name the line that made it. Immutable: each method gives a new pattern.
 *
 * <p>Where a value is expected, a {@link Matcher} may stand, or a plain value for equality.
 *
 * <pre>{@code
 * post("/charges").json("$.amount", 42).header("Idempotency-Key", present())
 * }</pre>
 */
public final class RequestPattern {

  private final @Nullable String request;
  private final List<String> conditions;
  private final @Nullable String name;
  private final @Nullable String tag;
  private final CallSite at;

  private RequestPattern(
      @Nullable String request,
      List<String> conditions,
      @Nullable String name,
      @Nullable String tag,
      CallSite at) {
    this.request = request;
    this.conditions = List.copyOf(conditions);
    this.name = name;
    this.tag = tag;
    this.at = at;
  }

  /**
   * Requests with a method, or several joined by {@code |}, or {@code ANY}.
   *
   * @param path as in a mock file: {@code /users/{id}}
   */
  public static RequestPattern request(String method, String path) {
    return new RequestPattern(method + " " + path, List.of(), null, null, CallSite.here());
  }

  /** Every request. */
  public static RequestPattern anyRequest() {
    return new RequestPattern(null, List.of(), null, null, CallSite.here());
  }

  public static RequestPattern get(String path) {
    return request("GET", path);
  }

  public static RequestPattern head(String path) {
    return request("HEAD", path);
  }

  public static RequestPattern post(String path) {
    return request("POST", path);
  }

  public static RequestPattern put(String path) {
    return request("PUT", path);
  }

  public static RequestPattern patch(String path) {
    return request("PATCH", path);
  }

  public static RequestPattern delete(String path) {
    return request("DELETE", path);
  }

  public static RequestPattern options(String path) {
    return request("OPTIONS", path);
  }

  /**
   * Messages that came on WebSockets: {@code ws("/chat/{room}").json("kind", "all")}. The request
   * that opens one is a {@link #get}.
   */
  public static RequestPattern ws(String path) {
    return request("WS", path);
  }

  /** A variable of the path. */
  public RequestPattern path(String variable, @Nullable Object expected) {
    return named("path", variable, expected);
  }

  /** A query parameter; a list is exactly these values in this order. */
  public RequestPattern query(String parameter, @Nullable Object expected) {
    return named("query", parameter, expected);
  }

  /** A header, its name in any case. */
  public RequestPattern header(String header, @Nullable Object expected) {
    return named("headers", header, expected);
  }

  public RequestPattern cookie(String cookie, @Nullable Object expected) {
    return named("cookies", cookie, expected);
  }

  /** A field of a form. */
  public RequestPattern form(String field, @Nullable Object expected) {
    return named("form", field, expected);
  }

  /** What a JSONPath finds in the body; without {@code $} it is short for {@code $.path}. */
  public RequestPattern json(String path, @Nullable Object expected) {
    return named("json", path, expected);
  }

  /** What an XPath finds in the body. */
  public RequestPattern xml(String path, @Nullable Object expected) {
    return named("xml", path, expected);
  }

  /** The whole body as JSON: a map, a list, a record, or JSON text. */
  public RequestPattern equalsJson(Object expected) {
    return with("equalsJson", tree(expected));
  }

  /** A body with these members and elements, and maybe more, in any order. */
  public RequestPattern containsJson(Object expected) {
    return with("containsJson", tree(expected));
  }

  /** The body as text. */
  public RequestPattern text(Object expected) {
    return with("text", Matcher.of(expected).plain());
  }

  /** {@code Authorization: Bearer …}. */
  public RequestPattern bearer(Object token) {
    return with("auth", Map.of("bearer", plain(token)));
  }

  /** {@code Authorization: Basic …}. */
  public RequestPattern basic(Object user, Object password) {
    Map<String, Object> both = new LinkedHashMap<>();
    both.put("user", plain(user));
    both.put("password", plain(password));
    return with("auth", Map.of("basic", both));
  }

  /** Any conditions that {@code when} knows, as YAML: {@code graphql: { operation: GetUser }}. */
  public RequestPattern when(String yaml) {
    List<String> all = new ArrayList<>(conditions);
    all.add(yaml);
    return new RequestPattern(request, all, name, tag, at);
  }

  /** The name of the route or response that answered; of a route that this makes, its name. */
  public RequestPattern named(String answeredBy) {
    return new RequestPattern(request, conditions, answeredBy, tag, at);
  }

  /** A tag of what answered; of a route that this makes, its tag. */
  public RequestPattern tagged(String answeredBy) {
    return new RequestPattern(request, conditions, name, answeredBy, at);
  }

  /** A route that answers such requests with this response; a template in it is one. */
  public MockRoute reply(Response response) {
    return new MockRoute(this, List.of(response), null);
  }

  /** A route that answers with one response after the other, then with the last for good. */
  public MockRoute replyInSequence(Response first, Response... others) {
    List<Response> all = new ArrayList<>();
    all.add(first);
    all.addAll(List.of(others));
    return new MockRoute(this, all, null);
  }

  /** A route that asks the program for each response; nothing in them is a template. */
  public MockRoute reply(Responder responder) {
    return new MockRoute(this, List.of(), responder);
  }

  private RequestPattern named(String condition, String of, @Nullable Object expected) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put(of, Matcher.of(expected).plain());
    return with(condition, one);
  }

  private RequestPattern with(String condition, @Nullable Object operand) {
    Map<String, @Nullable Object> when = new LinkedHashMap<>();
    when.put(condition, operand);
    return when(Json.write(when));
  }

  private static Object plain(Object expected) {
    Object plain = Matcher.of(expected).plain();
    return plain == null ? "" : plain;
  }

  /** JSON text is taken apart, so that it is compared as what it says. */
  private static @Nullable Object tree(Object expected) {
    if (!(expected instanceof String text)) {
      return PlainValue.of(expected);
    }
    Object tree = Json.parse(text);
    if (tree == null) {
      throw new IllegalArgumentException("'" + text + "' is not JSON");
    }
    return tree;
  }

  /** The key of a route; null for every request. */
  @Nullable String key() {
    return request;
  }

  @Nullable String name() {
    return name;
  }

  @Nullable String tag() {
    return tag;
  }

  CallSite at() {
    return at;
  }

  /** As YAML that the reader of patterns takes. */
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    if (request != null) {
      yaml.append("request: ").append(Json.write(request)).append('\n');
    }
    appendWhen(yaml, "");
    if (name != null) {
      yaml.append("name: ").append(Json.write(name)).append('\n');
    }
    if (tag != null) {
      yaml.append("tag: ").append(Json.write(tag)).append('\n');
    }
    return yaml.isEmpty() ? "{}" : yaml.toString();
  }

  /** Appends {@code when} as a member of a mapping that is indented so. */
  void appendWhen(StringBuilder yaml, String indent) {
    if (conditions.isEmpty()) {
      return;
    }
    yaml.append(indent).append("when:\n").append(indent).append("  all:\n");
    for (String condition : conditions) {
      String inner = indent + "      ";
      yaml.append(indent).append("    -\n");
      yaml.append(condition.stripTrailing().indent(inner.length()));
    }
  }

  @Override
  public String toString() {
    return yaml().strip();
  }
}
