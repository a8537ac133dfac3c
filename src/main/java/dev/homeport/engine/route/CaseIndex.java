package dev.homeport.engine.route;

import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.Equality;
import dev.homeport.engine.match.Source;
import dev.homeport.engine.template.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds those of many cases that may answer, by the one place of the request that tells most of
 * them apart: a field of the body, a header, a query parameter. Immutable, safe to share.
 */
final class CaseIndex {

  /** Fewer cases are tried one after the other as fast. */
  private static final int FEWEST = 5;

  private static final int[] NONE = {};

  private final Source source;
  private final Map<Object, int[]> byKey;

  /** Cases that ask nothing of that place, or something else than to be equal. */
  private final int[] always;

  private CaseIndex(Source source, Map<Object, int[]> byKey, int[] always) {
    this.source = source;
    this.byKey = byKey;
    this.always = always;
  }

  /** An index of these cases, or null when none would save much. */
  static @Nullable CaseIndex of(List<Case> cases) {
    if (cases.size() < FEWEST) {
      return null;
    }
    Map<Source, Map<Object, List<Integer>>> bySource = new LinkedHashMap<>();
    for (int i = 0; i < cases.size(); i++) {
      for (Condition condition : decided(cases.get(i))) {
        Equality equality = Equality.of(condition);
        if (equality != null) {
          Map<Object, List<Integer>> byKey =
              bySource.computeIfAbsent(equality.source(), any -> new HashMap<>());
          for (Object key : equality.keys()) {
            byKey.computeIfAbsent(key, any -> new ArrayList<>(1)).add(i);
          }
        }
      }
    }
    CaseIndex best = null;
    double least = cases.size() / 2.0;
    for (Map.Entry<Source, Map<Object, List<Integer>>> each : bySource.entrySet()) {
      CaseIndex index = of(each.getKey(), each.getValue(), cases.size());
      double tried = index.usuallyTried();
      if (tried < least) {
        least = tried;
        best = index;
      }
    }
    return best;
  }

  /**
   * The conditions of a case that may be passed over: none when one of them depends on the moment,
   * for a template in it may count.
   */
  private static List<Condition> decided(Case one) {
    return one.conditions().stream().anyMatch(Condition::dependsOnMoment)
        ? List.of()
        : one.conditions();
  }

  private static CaseIndex of(Source source, Map<Object, List<Integer>> lists, int cases) {
    boolean[] isListed = new boolean[cases];
    Map<Object, int[]> byKey = new HashMap<>();
    lists.forEach(
        (key, positions) -> {
          int[] sorted = positions.stream().distinct().mapToInt(Integer::intValue).toArray();
          for (int position : sorted) {
            isListed[position] = true;
          }
          byKey.put(key, sorted);
        });
    int[] always = new int[cases];
    int count = 0;
    for (int i = 0; i < cases; i++) {
      if (!isListed[i]) {
        always[count++] = i;
      }
    }
    return new CaseIndex(source, byKey, Arrays.copyOf(always, count));
  }

  private double usuallyTried() {
    double listed = byKey.values().stream().mapToInt(positions -> positions.length).sum();
    return always.length + listed / byKey.size();
  }

  /** The positions of the cases that may answer, in their order; all others surely do not. */
  int[] candidates(Scope scope) {
    int[] candidates = always;
    for (Object key : Equality.keysOf(source.values(scope))) {
      candidates = merged(candidates, byKey.getOrDefault(key, NONE));
    }
    return candidates;
  }

  private static int[] merged(int[] some, int[] more) {
    if (some.length == 0 || more.length == 0) {
      return more.length == 0 ? some : more;
    }
    int[] all = new int[some.length + more.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < some.length || j < more.length) {
      int next;
      if (j == more.length || (i < some.length && some[i] <= more[j])) {
        next = some[i++];
      } else {
        next = more[j++];
      }
      if (count == 0 || all[count - 1] != next) {
        all[count++] = next;
      }
    }
    return count == all.length ? all : Arrays.copyOf(all, count);
  }
}
