package dev.homeport.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Callback;
import dev.homeport.engine.answer.Forward;
import dev.homeport.engine.http.Headers.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of other servers: {@code forward: { to, headers, removed, stripPrefix }}, and
 * {@code callbacks}, each with {@code method url delay headers body}, or {@code fails}.
 */
final class CaseOutbound {

  private CaseOutbound() {}

  static void checkForward(Body body, @Nullable Object expected) {
    if (!(body instanceof Body.Forwarded forwarded)) {
      assertThat(expected).as("nothing is forwarded").isNull();
      return;
    }
    Forward forward = forwarded.forward();
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("to", forward.to().toString());
    found.put("headers", lines(forward.set()));
    found.put("removed", List.copyOf(new TreeSet<>(forward.removed())));
    found.put("stripPrefix", forward.stripPrefix());
    found.values().removeIf(value -> value.equals(List.of()) || value.equals(""));
    assertThat(found).as("forward").isEqualTo(expected);
  }

  static void checkCallbacks(List<Callback> callbacks, @Nullable Object expected) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Callback callback : callbacks) {
      found.add(
          callback instanceof Callback.Broken broken
              ? Map.of("fails", broken.why().replaceAll("\\(/[^)]*/", "("))
              : ready((Callback.Ready) callback));
    }
    assertThat(found).as("callbacks").isEqualTo(expected == null ? List.of() : expected);
  }

  private static Map<String, Object> ready(Callback.Ready callback) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("method", callback.method());
    found.put("url", callback.url().toString());
    found.put("delay", callback.delay().toMillis() + "ms");
    found.put("headers", lines(callback.headers()));
    found.put("body", new String(callback.body(), UTF_8));
    found
        .values()
        .removeIf(value -> value.equals(List.of()) || value.equals("") || value.equals("0ms"));
    return found;
  }

  private static List<String> lines(List<Field> fields) {
    return fields.stream().map(field -> field.name() + ": " + field.value()).toList();
  }
}
