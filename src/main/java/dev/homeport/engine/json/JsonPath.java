package dev.homeport.engine.json;

import dev.homeport.diagnostic.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A compiled JSONPath: names, positions, {@code *}, slices, {@code ..}, filters, and {@code
 * length() min() max() sum() avg()} at the end. Immutable, safe to share; equal when written alike.
 *
 * <p>{@code $.a.b[0]}, {@code $['odd name']}, {@code $.a[-1]}, {@code $.a[1:3]}, {@code $..sku},
 * {@code $.a[?(@.price < 10 && @.tag in ['x', 'y'])].name}
 */
public final class JsonPath {

  /** One step, taken from a node, or from it and everything below it ({@code ..}). */
  record Segment(boolean anywhere, PathStep step) {}

  private final String text;
  private final List<Segment> segments;
  private final @Nullable PathFunction function;
  private final boolean definite;

  JsonPath(String text, List<Segment> segments, @Nullable PathFunction function) {
    this.text = text;
    this.segments = List.copyOf(segments);
    this.function = function;
    this.definite = this.segments.stream().allMatch(s -> !s.anywhere() && s.step().isDefinite());
  }

  /**
   * Compiles a path.
   *
   * @param text begins with {@code $}
   * @throws SyntaxException when it is not a JSONPath; checked more strictly than the library does
   */
  public static JsonPath compile(String text) throws SyntaxException {
    return new JsonPathParser(text).parse();
  }

  /**
   * Everything the path finds, in document order; empty when nothing. A JSON null that is there is
   * found.
   */
  public List<JsonNode> read(JsonNode document) {
    if (definite) {
      JsonNode found = walk(document);
      JsonNode value = found == null || function == null ? found : function.apply(found);
      return value == null ? List.of() : List.of(value);
    }
    List<JsonNode> nodes = List.of(document);
    for (Segment segment : segments) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : nodes) {
        take(segment, node, document, next);
      }
      nodes = next;
    }
    if (function == null) {
      return nodes;
    }
    JsonNode value = function.apply(Json.toNode(nodes));
    return value == null ? List.of() : List.of(value);
  }

  /** Whether the path can find one value at most. */
  public boolean isDefinite() {
    return definite;
  }

  private @Nullable JsonNode walk(JsonNode document) {
    JsonNode node = document;
    for (Segment segment : segments) {
      node = segment.step().only(node);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  private static void take(Segment segment, JsonNode node, JsonNode root, List<JsonNode> found) {
    segment.step().select(node, root, found);
    if (segment.anywhere()) {
      for (JsonNode child : node) {
        take(segment, child, root, found);
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonPath that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The path as written. */
  @Override
  public String toString() {
    return text;
  }
}
