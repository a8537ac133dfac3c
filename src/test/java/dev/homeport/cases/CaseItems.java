package dev.homeport.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.engine.answer.Items;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the items of a stream must be: a text each, or {@code { after, sends }}, {@code { fails }};
 * {@code and so on} at the end when there are more.
 */
final class CaseItems {

  private static final Set<String> KEYS = Set.of("after", "sends", "matches", "fails");
  private static final String MORE = "and so on";

  private CaseItems() {}

  static void check(Items items, List<?> expected, Path folder) {
    for (Object each : expected) {
      if (each.equals(MORE)) {
        assertThat(items.hasNext()).as("more items").isTrue();
        return;
      }
      assertThat(items.hasNext()).as("an item: %s", each).isTrue();
      Map<String, Object> item =
          each instanceof String text
              ? Map.of("after", 0, "sends", text)
              : CaseFile.mapping(each, "an item");
      CaseFile.known(item, KEYS, "an item");
      if (item.containsKey("fails")) {
        assertThatThrownBy(() -> next(items)).isNotNull();
        assertThat(String.valueOf(items.failure()).replace(folder + "/", ""))
            .isEqualTo(item.get("fails"));
        return;
      }
      check(items, item);
    }
    assertThat(items.hasNext()).as("more items").isFalse();
  }

  private static void check(Items items, Map<String, Object> item) {
    Duration pause = items.pause();
    CaseExpectation.delay(pause, String.valueOf(item.getOrDefault("after", 0)));
    String sent = new String(items.next(), UTF_8);
    if (item.containsKey("matches")) {
      assertThat(sent).matches("(?s)" + item.get("matches"));
    } else {
      assertThat(sent).isEqualTo(CaseFile.value(item, "sends"));
    }
  }

  private static void next(Items items) {
    items.pause();
    items.next();
  }
}
