package dev.homeport.definition.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked and answered: the loader takes the files, and they answer the same. */
class RecordingFuzzTest {

  private static final List<String> PIECES =
      List.of(
          "a",
          "B",
          "7",
          " ",
          "\n",
          "\t",
          "\r",
          "\"",
          "'",
          "\\",
          "{{",
          "}}",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          ": ",
          " #",
          "- ",
          "|",
          ">",
          "&",
          "*",
          "!",
          "%",
          "@",
          "`",
          "~",
          "null",
          "true",
          "no",
          "present",
          "absent",
          "\u0000",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\ue000",
          "é",
          "\ud83d\ude00",
          "0x1F",
          "1e5",
          "<<",
          "=",
          "\\{{");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theFilesAnswerTheSame(long seed) throws IOException {
    Random random = new Random(seed);
    Heard heard = new Heard(true);
    for (int i = 0; i < 150; i++) {
      String request = request(random);
      int status = List.of(200, 200, 200, 201, 404, 500).get(random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> heard.json(request, status, Json.write(value(random, 0)), header(random));
        case 1 -> heard.text(request, "text/plain", text(random), header(random));
        case 2 -> heard.text(request, "text/html", text(random) + "\n");
        default -> heard.empty(request, status, header(random));
      }
    }

    Playback playback = heard.playback(folder);

    assertThat(playback.problems()).isEmpty();
    assertThat(playback.differences()).isEmpty();
  }

  private static String request(Random random) {
    String method = List.of("GET", "POST", "DELETE").get(random.nextInt(3));
    StringBuilder target = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      target.append('/');
      String word = List.of("users", "A-b", "v1", "x.json", "").get(random.nextInt(5));
      target.append(random.nextInt(3) == 0 ? escaped(text(random)) : word);
    }
    target.append(random.nextInt(3) == 0 ? "/" + random.nextInt(20) : "");
    if (random.nextBoolean()) {
      target.append("?q=").append(escaped(text(random)));
      target.append("&").append(escaped(text(random))).append('=').append(random.nextInt(3));
    }
    if (!method.equals("POST")) {
      return method + " " + target;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", text(random));
    body.put("any", List.of(text(random)));
    return method + " " + target + "\n" + Json.write(body);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static String[] header(Random random) {
    String value = text(random).replaceAll("[^ -~]", "");
    return new String[] {"X-Any: " + value};
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 4 : 6)) {
      case 0 -> random.nextInt(100);
      case 1 -> random.nextBoolean() ? null : random.nextBoolean();
      case 2, 3 -> text(random);
      case 4 -> {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(random, depth + 1));
        }
        yield items;
      }
      default -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put(text(random), value(random, depth + 1));
        }
        yield members;
      }
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
