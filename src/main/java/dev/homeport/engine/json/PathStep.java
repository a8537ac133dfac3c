package dev.homeport.engine.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One step of a JSONPath. Immutable. */
sealed interface PathStep {

  /** Adds what the step finds below a node. */
  void select(JsonNode node, JsonNode root, List<JsonNode> found);

  /** Whether it can find one node at most. */
  default boolean isDefinite() {
    return false;
  }

  /** The one node that a definite step finds, or null. */
  default @Nullable JsonNode only(JsonNode node) {
    throw new IllegalStateException("may find several: " + this);
  }

  /** {@code .name}, {@code ['a', 'b']}. */
  record Members(List<String> names) implements PathStep {

    public Members {
      names = List.copyOf(names);
    }

    @Override
    public boolean isDefinite() {
      return names.size() == 1;
    }

    @Override
    public @Nullable JsonNode only(JsonNode node) {
      return node.isObject() ? node.get(names.get(0)) : null;
    }

    @Override
    public void select(JsonNode node, JsonNode root, List<JsonNode> found) {
      if (!node.isObject()) {
        return;
      }
      for (String name : names) {
        JsonNode member = node.get(name);
        if (member != null) {
          found.add(member);
        }
      }
    }
  }

  /** {@code [0]}, {@code [0, -1]}; below zero counts from the end. */
  record Positions(List<Integer> positions) implements PathStep {

    public Positions {
      positions = List.copyOf(positions);
    }

    @Override
    public boolean isDefinite() {
      return positions.size() == 1;
    }

    @Override
    public @Nullable JsonNode only(JsonNode node) {
      return at(node, positions.get(0));
    }

    @Override
    public void select(JsonNode node, JsonNode root, List<JsonNode> found) {
      for (int position : positions) {
        JsonNode item = at(node, position);
        if (item != null) {
          found.add(item);
        }
      }
    }

    private static @Nullable JsonNode at(JsonNode node, int position) {
      if (!node.isArray()) {
        return null;
      }
      int index = position < 0 ? node.size() + position : position;
      return index < 0 ? null : node.get(index);
    }
  }

  /**
   * {@code [1:3]}, {@code [-2:]}, {@code [::2]}; the end is not included.
   *
   * @param by at least 1
   */
  record Slice(@Nullable Integer from, @Nullable Integer to, int by) implements PathStep {

    @Override
    public void select(JsonNode node, JsonNode root, List<JsonNode> found) {
      if (!node.isArray()) {
        return;
      }
      int end = bound(to, node.size(), node.size());
      for (long i = bound(from, 0, node.size()); i < end; i += by) {
        found.add(node.get((int) i));
      }
    }

    private static int bound(@Nullable Integer written, int otherwise, int size) {
      if (written == null) {
        return otherwise;
      }
      return Math.max(0, Math.min(size, written < 0 ? size + written : written));
    }
  }

  /** {@code *}. */
  record All() implements PathStep {

    @Override
    public void select(JsonNode node, JsonNode root, List<JsonNode> found) {
      for (JsonNode child : node) {
        found.add(child);
      }
    }
  }

  /** {@code [?(…)]}: the items or member values for which the filter holds. */
  record Where(PathFilter filter) implements PathStep {

    @Override
    public void select(JsonNode node, JsonNode root, List<JsonNode> found) {
      for (JsonNode child : node) {
        if (filter.holds(child, root)) {
          found.add(child);
        }
      }
    }
  }
}
