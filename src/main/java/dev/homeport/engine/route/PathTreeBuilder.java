package dev.homeport.engine.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link PathTree}. Confined to one thread, for one tree. */
final class PathTreeBuilder {

  private static final String NO_TEXT = "";

  /** Routes of one shape of path; the most specific pattern stands for all of them. */
  private static final class Group {

    private final List<Route> routes = new ArrayList<>(1);
    private PathPattern pattern;
    private int position;

    Group(PathPattern pattern) {
      this.pattern = pattern;
    }

    void add(Route route, PathPattern other) {
      routes.add(route);
      if (other.compareTo(pattern) < 0) {
        pattern = other;
      }
    }

    SegmentPattern segment(int depth) {
      return pattern.segments().get(depth);
    }

    boolean endsAt(int depth) {
      return pattern.segments().size() == depth;
    }
  }

  private final boolean ignoreTrailingSlash;

  /** What is left of paths at their leaves: of thousands of routes that is mostly the same. */
  private final Map<List<SegmentPattern>, List<SegmentPattern>> left = new HashMap<>();

  PathTreeBuilder(boolean ignoreTrailingSlash) {
    this.ignoreTrailingSlash = ignoreTrailingSlash;
  }

  /** The first step, or null when there are no routes. */
  @Nullable Step build(List<Route> routes) {
    List<Group> groups = grouped(routes);
    return groups.isEmpty() ? null : step(NO_TEXT, groups, 0);
  }

  private List<Group> grouped(List<Route> routes) {
    Map<String, Group> byShape = new LinkedHashMap<>();
    for (Route route : routes) {
      PathPattern pattern =
          ignoreTrailingSlash ? route.pattern().withoutTrailingSlash() : route.pattern();
      byShape.computeIfAbsent(pattern.shape(), any -> new Group(pattern)).add(route, pattern);
    }
    List<Group> groups = new ArrayList<>(byShape.values());
    groups.sort(Comparator.comparing(group -> group.pattern));
    for (int position = 0; position < groups.size(); position++) {
      groups.get(position).position = position;
    }
    return groups;
  }

  private Step step(String text, List<Group> groups, int depth) {
    return groups.size() == 1 ? leaf(text, groups.get(0), depth) : fork(text, groups, depth);
  }

  private PathLeaf leaf(String text, Group group, int depth) {
    List<SegmentPattern> segments = group.pattern.segments();
    List<SegmentPattern> rest = List.copyOf(segments.subList(depth, segments.size()));
    List<SegmentPattern> known = left.putIfAbsent(rest, rest);
    List<SegmentPattern> shared = known == null ? rest : known;
    return LoneRoute.canBe(group.routes)
        ? new LoneRoute(text, shared, group.position, group.pattern, group.routes.get(0))
        : new SharedPath(text, shared, group.position, group.pattern, group.routes);
  }

  private Fork fork(String text, List<Group> groups, int depth) {
    Map<String, List<Group>> literals = new LinkedHashMap<>();
    Map<String, List<Group>> patterns = new LinkedHashMap<>();
    List<Group> variable = new ArrayList<>();
    PathLeaf rest = null;
    PathLeaf end = null;
    for (Group group : groups) {
      if (group.endsAt(depth)) {
        end = leaf(NO_TEXT, group, depth);
        continue;
      }
      SegmentPattern segment = group.segment(depth);
      if (segment instanceof SegmentPattern.Rest) {
        rest = leaf(NO_TEXT, group, depth);
      } else if (segment instanceof SegmentPattern.Variable) {
        variable.add(group);
      } else if (segment instanceof SegmentPattern.Literal literal) {
        literals.computeIfAbsent(literal.text(), any -> new ArrayList<>(1)).add(group);
      } else {
        patterns.computeIfAbsent(segment.shape(), any -> new ArrayList<>(1)).add(group);
      }
    }
    return new Fork(
        text,
        literals.entrySet().stream()
            .map(each -> step(each.getKey(), each.getValue(), depth + 1))
            .toList(),
        patterns.values().stream()
            .map(
                each -> new Fork.Branch(each.get(0).segment(depth), step(NO_TEXT, each, depth + 1)))
            .toList(),
        variable.isEmpty() ? null : step(NO_TEXT, variable, depth + 1),
        rest,
        end);
  }
}
