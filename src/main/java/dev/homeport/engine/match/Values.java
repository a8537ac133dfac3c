package dev.homeport.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a request has at one place: no value, one, or several. Immutable.
 *
 * @param present whether there is something at all; differs from "some value" for the text of an
 *     empty body only, which is the empty text and yet absent
 */
public record Values(List<Value> all, boolean present) {

  private static final Values NONE = new Values(List.of(), false);

  private static final int MOST_SHOWN = 5;

  static Values none() {
    return NONE;
  }

  static Values of(Value value) {
    return new Values(List.of(value), true);
  }

  static Values ofText(String text) {
    return of(new Value.Text(text));
  }

  static Values ofTexts(List<String> texts) {
    if (texts.size() <= 1) {
      return texts.isEmpty() ? NONE : ofText(texts.get(0));
    }
    List<Value> values = new ArrayList<>(texts.size());
    for (String text : texts) {
      values.add(new Value.Text(text));
    }
    return new Values(values, true);
  }

  static Values ofNodes(List<JsonNode> nodes) {
    if (nodes.isEmpty()) {
      return NONE;
    }
    List<Value> values = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      values.add(new Value.Typed(node));
    }
    return new Values(values, true);
  }

  /** {@code 'a', 'b'}; not for none. */
  String shown() {
    String some =
        all.stream().limit(MOST_SHOWN).map(Value::shown).collect(Collectors.joining(", "));
    return all.size() > MOST_SHOWN ? some + " and " + (all.size() - MOST_SHOWN) + " more" : some;
  }
}
