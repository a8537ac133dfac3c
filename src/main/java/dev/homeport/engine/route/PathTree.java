package dev.homeport.engine.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Path patterns as a tree of segments, as deep as they differ: where one path is left alone, its
 * leaf knows the rest of it. Immutable.
 */
final class PathTree {

  /** A path of the tree that fits, and the values of its variables. */
  record Match(PathLeaf leaf, List<String> values) {}

  private final @Nullable Step root;
  private final boolean ignoreTrailingSlash;

  private PathTree(@Nullable Step root, boolean ignoreTrailingSlash) {
    this.root = root;
    this.ignoreTrailingSlash = ignoreTrailingSlash;
  }

  /** Compiles it. */
  static PathTree of(List<Route> routes, boolean ignoreTrailingSlash) {
    return new PathTree(
        new PathTreeBuilder(ignoreTrailingSlash).build(routes), ignoreTrailingSlash);
  }

  /** Every path that fits, in no particular order; the list may be changed. */
  List<Match> find(List<String> segments) {
    Walk walk = new Walk(segments, ignoreTrailingSlash);
    if (root != null) {
      walk.at(root, 0);
    }
    return walk.found;
  }

  /** One search: where it stands, and what it has found. */
  private static final class Walk {

    private final List<String> segments;
    private final boolean ignoreTrailingSlash;
    private final List<Match> found = new ArrayList<>(2);

    /** Of the variables on the way from the root to here. */
    private String[] values;

    private int count;

    Walk(List<String> segments, boolean ignoreTrailingSlash) {
      this.segments = segments;
      this.ignoreTrailingSlash = ignoreTrailingSlash;
      this.values = new String[segments.size() + 1];
    }

    void at(Step step, int depth) {
      int before = count;
      if (step instanceof PathLeaf leaf) {
        reach(leaf, depth);
      } else if (step instanceof Fork fork) {
        goOn(fork, depth);
      }
      count = before;
    }

    private void goOn(Fork fork, int depth) {
      PathLeaf rest = fork.rest();
      if (rest != null) {
        at(rest, depth);
      }
      if (depth == segments.size()) {
        PathLeaf end = fork.end();
        if (end != null) {
          at(end, depth);
        }
        return;
      }
      String segment = segments.get(depth);
      Step literal = fork.under(segment);
      if (literal != null) {
        at(literal, depth + 1);
      }
      int before = count;
      List<Fork.Branch> patterns = fork.patterns();
      for (int i = 0; i < patterns.size(); i++) {
        Fork.Branch branch = patterns.get(i);
        if (captures(branch.pattern(), segment)) {
          at(branch.step(), depth + 1);
          count = before;
        }
      }
      Step variable = fork.variable();
      if (variable != null && !segment.isEmpty()) {
        capture(segment);
        at(variable, depth + 1);
        count = before;
      }
    }

    /** Compares what no other path shares with this one. */
    private void reach(PathLeaf leaf, int depth) {
      List<SegmentPattern> left = leaf.left();
      int next = depth;
      for (int i = 0; i < left.size(); i++) {
        SegmentPattern pattern = left.get(i);
        if (pattern instanceof SegmentPattern.Rest) {
          // Of "/assets/" without its slash there is no segment left for {*path}: it is empty.
          if (next < segments.size() || ignoreTrailingSlash) {
            capture(String.join("/", segments.subList(next, segments.size())));
            found.add(match(leaf));
          }
          return;
        }
        if (next == segments.size() || !captures(pattern, segments.get(next))) {
          return;
        }
        next++;
      }
      if (next == segments.size()) {
        found.add(match(leaf));
      }
    }

    private boolean captures(SegmentPattern pattern, String segment) {
      if (pattern instanceof SegmentPattern.Literal literal) {
        return literal.text().equals(segment);
      }
      if (pattern instanceof SegmentPattern.Variable) {
        capture(segment);
        return !segment.isEmpty();
      }
      List<String> captured = pattern.captured(segment);
      if (captured != null) {
        captured.forEach(this::capture);
      }
      return captured != null;
    }

    private void capture(String value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = value;
    }

    private Match match(PathLeaf leaf) {
      return new Match(leaf, count == 0 ? List.of() : List.of(Arrays.copyOf(values, count)));
    }
  }
}
