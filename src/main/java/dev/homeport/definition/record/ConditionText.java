package dev.homeport.definition.record;

import dev.homeport.definition.record.Trait.Kind;
import dev.homeport.engine.template.TemplateCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes traits as the keys of {@code when}. Stateless. */
final class ConditionText {

  private ConditionText() {}

  /**
   * What a call has of some traits; empty when it has none.
   *
   * @param traits in the order in which they are written
   */
  static Map<String, @Nullable Object> of(List<Trait> traits, RecordedCall call) {
    Map<String, @Nullable Object> when = new LinkedHashMap<>();
    for (Trait trait : traits) {
      Object value = call.traits().get(trait);
      if (value != null) {
        put(trait, matcher(trait, value), when);
      }
    }
    return when;
  }

  @SuppressWarnings("unchecked") // only this class puts in what it takes out
  private static void put(
      Trait trait, @Nullable Object matcher, Map<String, @Nullable Object> when) {
    String condition = trait.kind().condition();
    if (trait.kind() == Kind.WHOLE_JSON || trait.kind() == Kind.TEXT) {
      when.put(condition, matcher);
    } else {
      Object named =
          when.computeIfAbsent(condition, any -> new LinkedHashMap<String, @Nullable Object>());
      ((Map<String, @Nullable Object>) named).put(trait.name(), matcher);
    }
  }

  private static @Nullable Object matcher(Trait trait, Object value) {
    if (trait.kind() == Kind.WHOLE_JSON) {
      return json(value);
    } else if (trait.kind() == Kind.JSON) {
      Object operand = json(value);
      return operand instanceof Map ? Map.of("equalsJson", operand) : equal(operand);
    }
    return value instanceof List<?> list
        ? list.stream().map(each -> text((String) each)).toList()
        : equal(text((String) value));
  }

  /** These words ask for something else than themselves. */
  private static @Nullable Object equal(@Nullable Object operand) {
    boolean isWord = "present".equals(operand) || "absent".equals(operand);
    return isWord ? Map.of("equals", operand) : operand;
  }

  private static Object text(String value) {
    return ResponseText.plain(literal(value));
  }

  private static String literal(String value) {
    String literal = TemplateCompiler.literal(value);
    return literal == null ? value : literal;
  }

  private static @Nullable Object json(@Nullable Object value) {
    if (value == Trait.JsonNull.NULL) {
      return null;
    } else if (value instanceof String text) {
      return literal(text);
    } else if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(json(item)));
      return items;
    } else if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put((String) name, json(member)));
      return members;
    }
    return value;
  }
}
