package dev.homeport.definition.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
