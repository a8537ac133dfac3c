package dev.homeport.engine.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Path patterns as a tree of segments. Filled once, then only read. */
final class PathTree {

  /** A path of the tree that fits, and the values of its variables. */
  record Match(PathLeaf leaf, List<String> values) {}

  /** A child that must be tried, unlike a literal one, which is looked up. */
  private record Branch(SegmentPattern pattern, Node node) {}

  private static final class Node {
    /** The literal child and its text while there is one alone: most nodes have no more. */
    private @Nullable String word;

    private @Nullable Node onlyChild;

    /** From the second on, the first included. */
    private @Nullable Map<String, Node> literals;

    private final List<Branch> patterns = new ArrayList<>();
    private @Nullable Node variable;
    private @Nullable PathLeaf rest;
    private @Nullable PathLeaf leaf;

    /** The child that a segment leads to by its text, or null. */
    @Nullable Node under(String segment) {
      if (literals != null) {
        return literals.get(segment);
      }
      return word != null && word.equals(segment) ? onlyChild : null;
    }

    private Node literal(String text) {
      Node known = under(text);
      if (known != null) {
        return known;
      }
      Node made = new Node();
      Map<String, Node> several = literals;
      if (several != null) {
        several.put(text, made);
      } else if (word == null || onlyChild == null) {
        word = text;
        onlyChild = made;
      } else {
        literals = new HashMap<>(Map.of(word, onlyChild, text, made));
      }
      return made;
    }

    Node child(SegmentPattern pattern) {
      if (pattern instanceof SegmentPattern.Literal literal) {
        return literal(literal.text());
      }
      if (pattern instanceof SegmentPattern.Variable) {
        Node known = variable;
        if (known == null) {
          known = new Node();
          variable = known;
        }
        return known;
      }
      for (Branch branch : patterns) {
        if (branch.pattern().shape().equals(pattern.shape())) {
          return branch.node();
        }
      }
      Branch branch = new Branch(pattern, new Node());
      patterns.add(branch);
      return branch.node();
    }
  }

  private final Node root = new Node();

  private final boolean ignoreTrailingSlash;

  private PathTree(boolean ignoreTrailingSlash) {
    this.ignoreTrailingSlash = ignoreTrailingSlash;
  }

  static PathTree of(List<Route> routes, boolean ignoreTrailingSlash) {
    Map<String, List<Route>> byShape = new LinkedHashMap<>();
    Map<String, PathPattern> patterns = new HashMap<>();
    for (Route route : routes) {
      PathPattern pattern =
          ignoreTrailingSlash ? route.pattern().withoutTrailingSlash() : route.pattern();
      String shape = pattern.shape();
      byShape.computeIfAbsent(shape, any -> new ArrayList<>(1)).add(route);
      patterns.merge(shape, pattern, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    List<String> ordered =
        byShape.keySet().stream()
            .sorted((a, b) -> order(a, b, patterns))
            .collect(Collectors.toList());
    PathTree tree = new PathTree(ignoreTrailingSlash);
    for (int position = 0; position < ordered.size(); position++) {
      String shape = ordered.get(position);
      List<Route> sameShape = byShape.getOrDefault(shape, List.of());
      PathPattern pattern = patterns.get(shape);
      if (pattern != null) {
        tree.add(pattern.segments(), new PathLeaf(position, pattern, sameShape));
      }
    }
    return tree;
  }

  private static int order(String a, String b, Map<String, PathPattern> patterns) {
    PathPattern first = patterns.get(a);
    PathPattern second = patterns.get(b);
    return first == null || second == null ? 0 : first.compareTo(second);
  }

  private void add(List<SegmentPattern> segments, PathLeaf leaf) {
    Node node = root;
    for (SegmentPattern segment : segments) {
      if (segment instanceof SegmentPattern.Rest) {
        node.rest = leaf;
        return;
      }
      node = node.child(segment);
    }
    node.leaf = leaf;
  }

  /** Every path that fits, in no particular order; the list may be changed. */
  List<Match> find(List<String> segments) {
    Walk walk = new Walk(segments, ignoreTrailingSlash);
    walk.at(root, 0);
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

    void at(Node node, int depth) {
      // Of "/assets/" without its slash there is no segment left for {*path}: it is empty.
      if (node.rest != null && (depth < segments.size() || ignoreTrailingSlash)) {
        capture(String.join("/", segments.subList(depth, segments.size())));
        found.add(match(node.rest));
        count--;
      }
      if (depth == segments.size()) {
        if (node.leaf != null) {
          found.add(match(node.leaf));
        }
        return;
      }
      String segment = segments.get(depth);
      Node literal = node.under(segment);
      if (literal != null) {
        at(literal, depth + 1);
      }
      if (segment.isEmpty()) {
        return;
      }
      int before = count;
      for (int i = 0; i < node.patterns.size(); i++) {
        Branch branch = node.patterns.get(i);
        List<String> captured = branch.pattern().captured(segment);
        if (captured != null) {
          captured.forEach(this::capture);
          at(branch.node(), depth + 1);
          count = before;
        }
      }
      if (node.variable != null) {
        capture(segment);
        at(node.variable, depth + 1);
        count = before;
      }
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
