package dev.homeport.definition.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a person would write last and without a condition: the one for what is not found,
 * or the one that several requests have in common. Stateless.
 */
final class Fallback {

  private static final int NOT_FOUND = 404;

  private Fallback() {}

  /**
   * The answer; null when each is somebody's own, or one has no condition anyway.
   *
   * @param traits which tell the calls apart
   * @param calls one for each case
   */
  static @Nullable RecordedAnswer of(List<Trait> traits, List<RecordedCall> calls) {
    boolean hasOne = calls.stream().anyMatch(call -> ConditionText.of(traits, call).isEmpty());
    if (hasOne || calls.size() < 2) {
      return null;
    }
    Map<RecordedAnswer, Integer> counts = new LinkedHashMap<>();
    for (RecordedCall call : calls) {
      if (call.isConstant()) {
        counts.merge(call.first(), 1, Integer::sum);
      }
    }
    RecordedAnswer most = null;
    int mostWeight = 1;
    for (Map.Entry<RecordedAnswer, Integer> each : counts.entrySet()) {
      int weight = each.getValue() + (each.getKey().status() == NOT_FOUND ? calls.size() : 0);
      if (weight > mostWeight) {
        most = each.getKey();
        mostWeight = weight;
      }
    }
    return most;
  }

  /**
   * The calls that need no case of their own, because what stands last answers them. One that
   * another case would catch before needs one.
   *
   * @param fallback null for none
   */
  static List<RecordedCall> callsOf(
      @Nullable RecordedAnswer fallback, List<Trait> traits, List<RecordedCall> calls) {
    List<RecordedCall> alike = new ArrayList<>();
    List<RecordedCall> others = new ArrayList<>();
    for (RecordedCall call : calls) {
      boolean isAlike = call.isConstant() && call.first().equals(fallback);
      (isAlike ? alike : others).add(call);
    }
    alike.removeIf(call -> others.stream().anyMatch(other -> catches(other, call, traits)));
    return alike;
  }

  /** Whether the conditions that are written for one call hold for another. */
  private static boolean catches(RecordedCall one, RecordedCall other, List<Trait> traits) {
    return traits.stream()
        .filter(one.traits()::containsKey)
        .allMatch(trait -> holds(one.traits().get(trait), other.traits().get(trait)));
  }

  /** A parameter that came several times has each of its values. */
  private static boolean holds(@Nullable Object asked, @Nullable Object value) {
    return Objects.equals(asked, value)
        || (value instanceof List<?> several && several.contains(asked));
  }
}
