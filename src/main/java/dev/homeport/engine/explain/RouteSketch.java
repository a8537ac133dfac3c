package dev.homeport.engine.explain;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.http.Handshake;
import dev.homeport.engine.http.NamedValues;
import dev.homeport.engine.http.PathSegments;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.route.PathText;
import dev.homeport.engine.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes the YAML of a route that answers one request, and requests like it: the loader takes it,
 * whatever was sent. What cannot be written, or would be too long, is left out of the conditions.
 *
 * <pre>
 * POST /users:
 *   when:
 *     query: { page: 2 }
 *     containsJson: { email: "ada@example.test" }
 *   status: 200
 *   json: {}
 * </pre>
 */
final class RouteSketch {

  /** A key of YAML may have 1024 characters. */
  private static final int LONGEST_PATH = 900;

  private static final int LARGEST_BODY = 4096;
  private static final int MOST_NAMES = 20;
  private static final int MOST_CHARACTERS = 1500;
  private static final int MOST_VALUES = 10;

  private RouteSketch() {}

  /** The path as a key has it; null when no route can have it. */
  static @Nullable String path(String rawPath) {
    if (!rawPath.startsWith("/") || rawPath.length() > LONGEST_PATH) {
      return null;
    }
    StringBuilder path = new StringBuilder();
    try {
      for (String segment : PathSegments.parse(rawPath)) {
        path.append('/').append(PathText.of(segment));
      }
    } catch (IllegalArgumentException e) {
      return null;
    }
    boolean writable =
        path.length() <= LONGEST_PATH
            && !PathPattern.isReserved(path.toString())
            && YamlText.isWhole(path);
    return writable ? path.toString() : null;
  }

  static Optional<PathPattern> compiled(String path) {
    try {
      return Optional.of(PathPattern.parse(path));
    } catch (SyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * The route.
   *
   * @param path what {@link #path} made of the request's
   */
  static String yaml(Request request, String path) {
    StringBuilder yaml = new StringBuilder();
    String method = Handshake.methodOf(request);
    yaml.append(YamlText.routeKey(method + " " + path)).append(":\n");
    List<String> conditions = conditions(request);
    if (!conditions.isEmpty()) {
      yaml.append("  when:\n");
      conditions.forEach(each -> yaml.append("    ").append(each).append('\n'));
    }
    String answer =
        method.equals(Handshake.METHOD)
            ? "  message:\n    - reply: [ { text: \"{{message.text}}\" } ]\n"
            : "  status: 200\n  json: {}\n";
    return yaml.append(answer).toString();
  }

  private static List<String> conditions(Request request) {
    List<String> conditions = new ArrayList<>();
    addNamed("query", request.query(), conditions);
    int length = request.body().length;
    if (length == 0 || length > LARGEST_BODY) {
      return conditions;
    }
    if ("application/x-www-form-urlencoded".equals(request.mediaType())) {
      addNamed("form", request.form(), conditions);
      return conditions;
    }
    JsonNode json = request.json();
    String written = json == null ? null : FlowText.json(json);
    if (json != null && written != null) {
      boolean mayGrow = json.isContainer() && !json.isEmpty();
      conditions.add((mayGrow ? "containsJson: " : "equalsJson: ") + written);
    }
    return conditions;
  }

  private static void addNamed(String condition, NamedValues values, List<String> conditions) {
    List<String> members = new ArrayList<>();
    int characters = 0;
    for (String name : values.names()) {
      String key = FlowText.name(name);
      if (key == null) {
        continue;
      }
      String member = key + ": " + matcher(values.all(name));
      characters += member.length();
      if (members.size() == MOST_NAMES || characters > MOST_CHARACTERS) {
        break;
      }
      members.add(member);
    }
    if (!members.isEmpty()) {
      conditions.add(condition + ": { " + String.join(", ", members) + " }");
    }
  }

  private static String matcher(List<String> values) {
    List<String> written = new ArrayList<>();
    for (String value : values.subList(0, Math.min(values.size(), MOST_VALUES))) {
      String text = FlowText.text(value);
      if (text != null) {
        written.add(text);
      }
    }
    if (written.size() < values.size()) {
      return "present";
    } else if (values.size() > 1) {
      return "[ " + String.join(", ", written) + " ]";
    }
    boolean isWord = values.get(0).equals("present") || values.get(0).equals("absent");
    return isWord ? "{ equals: " + written.get(0) + " }" : written.get(0);
  }
}
