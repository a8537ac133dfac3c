package dev.homeport.engine.verify;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.View;
import dev.homeport.engine.route.PathPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the requests that are nearest to a pattern: those with the fewest differences, then with
 * the nearest path, then the newest. Bounded work: method and path of all are looked at, the rest
 * of the newest few hundred of each kind.
 */
final class ClosestRequests {

  /** How many of those with so many faults of method and path are looked at closely. */
  private static final int MOST_OF_A_KIND = 100;

  /** Bytes of bodies that are looked at. */
  private static final long MOST_BYTES = 16L << 20;

  private static final int LONGEST_PATH = 120;

  private static final Comparator<Candidate> NEAREST =
      Comparator.comparingInt((Candidate each) -> each.differences().size())
          .thenComparingInt(Candidate::distance)
          .thenComparing(each -> each.entry().id(), Comparator.reverseOrder());

  private final EntryCheck check;
  private final long[] looked = new long[3];
  private long bytes;

  ClosestRequests(EntryCheck check) {
    this.check = check;
  }

  private record Candidate(Entry entry, List<Difference> differences, int distance) {}

  /** At most three that differ, the nearest first; one that does not differ is none. */
  List<Evidence> of(View view) {
    List<Candidate> candidates = new ArrayList<>();
    for (Entry entry : view.newestFirst()) {
      int faults = (check.hasMethod(entry) ? 0 : 1) + (check.hasPath(entry) ? 0 : 1);
      if (looked[faults] < MOST_OF_A_KIND && bytes <= MOST_BYTES) {
        looked[faults]++;
        bytes += entry.body().length;
        List<Difference> differences = check.differences(entry);
        if (!differences.isEmpty()) {
          candidates.add(new Candidate(entry, differences, distance(entry)));
        }
      }
    }
    return candidates.stream()
        .sorted(NEAREST)
        .limit(Verdict.MOST_EVIDENCE)
        .map(each -> Evidence.of(each.entry(), each.differences()))
        .toList();
  }

  /** From the path wanted; a segment with a variable in it is as near as can be. */
  private int distance(Entry entry) {
    PathPattern path = check.path();
    if (path == null || check.hasPath(entry)) {
      return 0;
    }
    String[] wanted = path.toString().split("/", -1);
    String raw = entry.request().rawPath();
    String[] found = raw.split("/", -1);
    for (int i = 0; i < Math.min(wanted.length, found.length); i++) {
      if (wanted[i].indexOf('{') >= 0) {
        wanted[i] = found[i];
      }
    }
    return Suggestion.distance(cut(String.join("/", wanted)), cut(raw));
  }

  private static String cut(String path) {
    return path.substring(0, Math.min(path.length(), LONGEST_PATH));
  }
}
