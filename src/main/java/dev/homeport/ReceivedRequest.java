package dev.homeport;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came. Parts of it are taken apart when first asked for, so it belongs to one
 * thread at a time.
 */
public sealed class ReceivedRequest permits AnsweredRequest {

  private final Request request;
  private final Map<String, String> path;

  ReceivedRequest(Request request, Map<String, String> path) {
    this.request = request;
    this.path = Map.copyOf(path);
  }

  /** As sent, case kept. */
  public String method() {
    return request.method();
  }

  /** As sent, undecoded, with the query: {@code /a%2Fb?x=1}. */
  public String target() {
    return request.target();
  }

  /** The target without the query, undecoded. */
  public String path() {
    return request.rawPath();
  }

  /** A variable of the path of the route that answers, decoded; empty when it has none so. */
  public Optional<String> path(String variable) {
    return Optional.ofNullable(path.get(variable));
  }

  /** The first value of a query parameter, decoded. */
  public Optional<String> query(String parameter) {
    return queries(parameter).stream().findFirst();
  }

  /** Every value of a query parameter, in order. */
  public List<String> queries(String parameter) {
    return List.copyOf(request.query().all(parameter));
  }

  /** The first value of a header, its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.headers().first(name));
  }

  /** Every value of a header, in order. */
  public List<String> headers(String name) {
    return List.copyOf(request.headers().all(name));
  }

  /** All headers; names are looked up in any case. */
  public Map<String, List<String>> headers() {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Field field : request.headers().fields()) {
      all.computeIfAbsent(field.name(), any -> new ArrayList<>(1)).add(field.value());
    }
    return all;
  }

  /** The value of a cookie. */
  public Optional<String> cookie(String name) {
    return request.cookies().all(name).stream().findFirst();
  }

  /** The body without its content coding; a copy. */
  public byte[] body() {
    return request.body().clone();
  }

  /** The body as text, in the charset that the request names, else UTF-8. */
  public String text() {
    return request.text();
  }

  /**
   * The first value that a JSONPath finds in the body: a text, a number, a boolean, a {@code Map}
   * or a {@code List}; empty when there is none, or it is null, or the body is not JSON.
   *
   * @param jsonPath {@code $.items[0].sku}; without {@code $} it is short for {@code $.path}
   * @throws IllegalArgumentException when it is not a JSONPath
   */
  public Optional<Object> json(String jsonPath) {
    try {
      JsonPath compiled = JsonPath.compile(jsonPath.startsWith("$") ? jsonPath : "$." + jsonPath);
      var body = request.json();
      return body == null
          ? Optional.empty()
          : compiled.read(body).stream().findFirst().map(Json::toJava);
    } catch (SyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Method and target. */
  @Override
  public String toString() {
    return method() + " " + target();
  }
}
