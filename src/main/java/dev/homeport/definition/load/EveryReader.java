package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.StreamBody;
import dev.homeport.engine.answer.StreamItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code every}: messages that are sent again and again. */
final class EveryReader {

  private static final Set<String> KEYS = Set.of("interval", "send");
  private static final String FORM = "{ interval: 1s, send: [ { text: tick } ] }";

  private final Reading reading;

  EveryReader(Reading reading) {
    this.reading = reading;
  }

  /** The rounds, each after the interval; null when a problem was reported. */
  @Nullable StreamBody read(YamlNode node) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected("every", FORM, node);
      return null;
    }
    int before = reading.problems().count();
    YamlMapping.Entry send = null;
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.name())) {
        reading.unknownKey(entry, KEYS, "every");
      }
      send = entry.name().equals("send") ? entry : send;
    }
    DelayPlan interval = interval(mapping);
    StreamBody round =
        send == null ? null : new StreamReader(reading, true).readMessages(send, null);
    if (send == null) {
      reading.problem(mapping.at(), "every has no send", "write " + FORM);
    }
    return round == null || interval == null || reading.problems().count() > before
        ? null
        : repeated(round, interval);
  }

  private @Nullable DelayPlan interval(YamlMapping mapping) {
    YamlNode node = mapping.get("interval");
    if (node == null) {
      reading.problem(mapping.at(), "every has no interval", "write " + FORM);
      return null;
    }
    DelayPlan interval = new DelayReader(reading).read(node);
    if (interval != null && !interval.mayWait()) {
      reading.problem(node.at(), "every: the interval is 0", "write a time, such as 1s");
    }
    return interval;
  }

  /** The first message of each round waits for the interval. */
  private @Nullable StreamBody repeated(StreamBody round, DelayPlan interval) {
    List<StreamItem> items = new ArrayList<>(round.items());
    if (items.get(0) instanceof StreamItem.Message first) {
      if (first.delay() != null) {
        reading.problem(
            first.delay().at(),
            "the first message of every waits for the interval, and has a delay besides",
            "leave one of them out");
        return null;
      }
      items.set(0, new StreamItem.Message(first.at(), interval, first.content()));
    }
    return new StreamBody(round.form(), items, StreamBody.FOREVER);
  }
}
