package dev.homeport.engine.route;

import java.util.List;
import java.util.Set;

/** Where a path of a {@link PathTree} ends. Immutable. */
abstract sealed class PathLeaf extends Step permits LoneRoute, SharedPath {

  private final List<SegmentPattern> left;
  private final int position;
  private final PathPattern pattern;

  /**
   * A leaf.
   *
   * @param left what a path must have after the step before, not copied
   * @param position in the order of all paths of a tree, the most specific first
   * @param pattern one of the paths of this shape, for the order of paths of several trees
   */
  PathLeaf(String text, List<SegmentPattern> left, int position, PathPattern pattern) {
    super(text);
    this.left = left;
    this.position = position;
    this.pattern = pattern;
  }

  /** What a path must have after the step before. */
  final List<SegmentPattern> left() {
    return left;
  }

  final int position() {
    return position;
  }

  /** Negative when this path is more specific, 0 when both have one shape. */
  final int compareTo(PathLeaf ofOtherTree) {
    return pattern.shape().equals(ofOtherTree.pattern.shape())
        ? 0
        : pattern.compareTo(ofOtherTree.pattern);
  }

  /** Those of its routes. */
  abstract Set<String> methods();

  /**
   * Adds the routes for a method: those that name it, for HEAD those that name GET, then {@code
   * ANY}, then those of collections.
   */
  abstract void collect(String asked, List<String> values, List<Candidate> candidates);
}
