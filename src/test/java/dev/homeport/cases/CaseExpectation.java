package dev.homeport.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.Decision;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer must be. */
record CaseExpectation(Map<String, Object> expected) {

  private static final Set<String> KEYS =
      Set.of(
          "status",
          "reason",
          "headers",
          "json",
          "text",
          "matches",
          "base64",
          "empty",
          "delay",
          "pace",
          "fault",
          "items",
          "forward",
          "callbacks");

  static CaseExpectation of(Object value) {
    if (value instanceof Integer status) {
      return new CaseExpectation(Map.of("status", status));
    }
    Map<String, Object> map = CaseFile.mapping(value, "expect");
    CaseFile.known(map, KEYS, "expect");
    if (map.isEmpty()) {
      throw new IllegalArgumentException("expect expects nothing");
    }
    return new CaseExpectation(map);
  }

  /**
   * Checks an answer.
   *
   * @param folder of the mocks; places in the answer are compared relative to it
   */
  void check(Decision decision, Path folder) {
    Reply reply = (Reply) decision.answer();
    boolean isStream = reply.body() instanceof Body.Streamed;
    byte[] body = bytes(reply.body());
    String text = new String(body, UTF_8).replace(folder + "/", "");
    assertThat(reply.status())
        .as("status, body: %s", text)
        .isEqualTo(expected.getOrDefault("status", 200));
    if (expected.containsKey("reason")) {
      assertThat(reply.reason()).as("reason").isEqualTo(expected.get("reason"));
    }
    CaseFile.mapping(expected.getOrDefault("headers", Map.of()), "headers")
        .forEach((name, value) -> header(reply, name, value));
    body(body, text);
    assertThat(isStream).as("whether it is a stream").isEqualTo(expected.containsKey("items"));
    if (reply.body() instanceof Body.Streamed streamed) {
      CaseItems.check(streamed.items(), CaseFile.list(CaseFile.value(expected, "items")), folder);
    }
    CaseOutbound.checkForward(reply.body(), expected.get("forward"));
    CaseOutbound.checkCallbacks(decision.callbacks(), expected.get("callbacks"));
    Object delay = expected.get("delay");
    if (delay != null) {
      delay(reply.delay(), String.valueOf(delay));
    }
    if (expected.containsKey("pace")) {
      assertThat(reply.pace()).as("pace").hasToString(String.valueOf(expected.get("pace")));
    }
    Object fault = expected.getOrDefault("fault", "none");
    assertThat(reply.fault() == null ? "none" : reply.fault().word()).as("fault").isEqualTo(fault);
  }

  private void body(byte[] body, String text) {
    if (expected.containsKey("json")) {
      assertThat(Json.parse(text))
          .as("body: %s", text)
          .isEqualTo(Json.parse(Json.write(expected.get("json"))));
    }
    if (expected.containsKey("text")) {
      assertThat(text).as("body").isEqualTo(String.valueOf(expected.get("text")));
    }
    if (expected.containsKey("matches")) {
      assertThat(text).as("body").matches("(?s)" + expected.get("matches"));
    }
    if (expected.containsKey("base64")) {
      assertThat(body)
          .as("body")
          .isEqualTo(CaseFile.bytes(Map.of("base64", CaseFile.value(expected, "base64"))));
    }
    if (expected.containsKey("empty")) {
      assertThat(text).as("body").isEmpty();
    }
  }

  private static void header(Reply reply, String name, @Nullable Object value) {
    List<String> found =
        reply.headers().fields().stream()
            .filter(field -> field.name().equals(name))
            .map(Field::value)
            .toList();
    if ("absent".equals(value)) {
      assertThat(reply.headers().all(name)).as(name).isEmpty();
    } else if (value instanceof List<?> list) {
      assertThat(found).as(name).isEqualTo(list.stream().map(String::valueOf).toList());
    } else {
      assertThat(found).as(name).containsExactly(String.valueOf(value));
    }
  }

  static void delay(Duration found, String text) {
    try {
      Delay delay = Delay.parse(text);
      if (delay instanceof Delay.Uniform range) {
        assertThat(found).as("delay").isBetween(range.least(), range.most());
      } else if (delay instanceof Delay.Fixed fixed) {
        assertThat(found).as("delay").isEqualTo(fixed.duration());
      }
    } catch (SyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] bytes(Body body) {
    if (body instanceof Body.Bytes bytes) {
      return bytes.content();
    }
    if (body instanceof Body.Stored stored) {
      try (InputStream file = stored.content().open(0)) {
        return file.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new byte[0];
  }
}
