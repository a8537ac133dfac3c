package dev.homeport.definition.record;

import dev.homeport.definition.record.Trait.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which traits of the requests to a route tell its answers apart: as few as possible, for what
 * makes no difference is no condition. Stateless.
 */
final class Distinction {

  private Distinction() {}

  /** The traits, in the order in which they are asked for. */
  static List<Trait> of(List<RecordedCall> calls) {
    List<Trait> traits = ranked(calls);
    for (int i = traits.size() - 1; i >= 0; i--) {
      List<Trait> fewer = new ArrayList<>(traits);
      Trait left = fewer.remove(i);
      if (mayGo(left, calls) && tellApart(fewer, calls)) {
        traits = fewer;
      }
    }
    return traits;
  }

  private static List<Trait> ranked(List<RecordedCall> calls) {
    Map<Trait, Integer> ranks = new LinkedHashMap<>();
    for (RecordedCall call : calls) {
      call.traits().forEach((trait, value) -> ranks.merge(trait, trait.rank(value), Math::max));
    }
    List<Trait> traits = new ArrayList<>(ranks.keySet());
    traits.sort(Comparator.comparingInt(ranks::get));
    return traits;
  }

  /**
   * An id that was asked for once says nothing about other ids: unless there is nothing in the
   * answer that could be about this one.
   */
  private static boolean mayGo(Trait trait, List<RecordedCall> calls) {
    if (trait.kind() != Kind.PATH) {
      return true;
    }
    boolean isSilent =
        calls.stream()
            .flatMap(call -> call.runs().stream())
            .noneMatch(run -> run.answer().hasBody() || run.answer().hasField("Location"));
    return isSilent || calls.stream().map(call -> call.traits().get(trait)).distinct().count() > 1;
  }

  /**
   * Whether calls that are alike in these traits have one answer for all. Calls whose answers
   * change must stay apart: they count by themselves.
   */
  private static boolean tellApart(List<Trait> traits, List<RecordedCall> calls) {
    Map<List<@Nullable Object>, RecordedCall> known = new HashMap<>();
    for (RecordedCall call : calls) {
      RecordedCall other = known.putIfAbsent(values(traits, call), call);
      boolean isAlike =
          other == null
              || (other.isConstant() && call.isConstant() && other.first().equals(call.first()));
      if (!isAlike) {
        return false;
      }
    }
    return true;
  }

  /** The values of some traits; null for one that a call has not. */
  static List<@Nullable Object> values(List<Trait> traits, RecordedCall call) {
    List<@Nullable Object> values = new ArrayList<>(traits.size());
    traits.forEach(trait -> values.add(call.traits().get(trait)));
    return values;
  }

  /** The first call of each group that the traits tell apart, in the order in which they came. */
  static List<RecordedCall> representatives(List<Trait> traits, List<RecordedCall> calls) {
    var seen = new HashSet<List<@Nullable Object>>();
    return calls.stream().filter(call -> seen.add(values(traits, call))).toList();
  }
}
