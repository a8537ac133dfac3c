package dev.homeport;

import dev.homeport.engine.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A route made in a program: which requests, and what answers them. It becomes what a mock file
 * would say, and is read by the same reader, once it is loaded ({@link Homeport#load(MockRoute)}).
 * Immutable.
 */
public final class MockRoute {

  private final RequestPattern pattern;
  private final List<Response> responses;
  private final @Nullable Responder responder;
  private final long times;

  MockRoute(RequestPattern pattern, List<Response> responses, @Nullable Responder responder) {
    this(pattern, responses, responder, 0);
  }

  private MockRoute(
      RequestPattern pattern, List<Response> responses, @Nullable Responder responder, long times) {
    this.pattern = pattern;
    this.responses = List.copyOf(responses);
    this.responder = responder;
    this.times = times;
  }

  /**
   * The same, answering so often; afterwards the next route that fits does.
   *
   * @param most at least 1
   */
  public MockRoute times(long most) {
    if (most < 1) {
      throw new IllegalArgumentException("a route that answers " + most + " times");
    }
    return new MockRoute(pattern, responses, responder, most);
  }

  @Nullable Responder responder() {
    return responder;
  }

  CallSite at() {
    return pattern.at();
  }

  /** As a mock file with this one route. */
  String yaml() {
    String key = pattern.key() == null ? "ANY /{*path}" : pattern.key();
    StringBuilder yaml = new StringBuilder(Json.write(key)).append(":\n");
    pattern.appendWhen(yaml, "  ");
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    if (times > 0) {
      keys.put("times", times);
    }
    if (pattern.name() != null) {
      keys.put("name", pattern.name());
    }
    if (pattern.tag() != null) {
      keys.put("tags", List.of(pattern.tag()));
    }
    if (responses.size() == 1) {
      keys.putAll(responses.get(0).keys());
    } else if (!responses.isEmpty()) {
      keys.put("sequence", responses.stream().map(Response::keys).toList());
    } else {
      keys.put("status", 200);
    }
    keys.forEach(
        (name, value) -> {
          yaml.append("  ").append(name).append(": ").append(Json.write(value)).append('\n');
        });
    return yaml.toString();
  }

  @Override
  public String toString() {
    return yaml().strip();
  }
}
