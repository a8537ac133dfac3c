package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Problems;
import dev.homeport.diagnostic.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the anchors of one document name. Aliases share the nodes they name, but whoever reads the
 * tree sees each of them again: what that comes to is counted here, so that a few lines cannot grow
 * without bound. One thread.
 */
final class Anchors {

  /** So many nodes may come by aliases in one file. */
  private static final long BUDGET = 1_000_000;

  /** So many characters of text count as one node. */
  private static final int TEXT_PER_NODE = 64;

  private final YamlSource source;
  private final Problems problems;
  private final Map<String, @Nullable YamlNode> named = new LinkedHashMap<>();
  private long spent;

  Anchors(YamlSource source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** An anchor was met whose node is still being read. */
  void begin(String anchor) {
    named.put(anchor, null);
  }

  void define(String anchor, @Nullable YamlNode node) {
    if (node == null) {
      named.remove(anchor);
    } else {
      named.put(anchor, node);
    }
  }

  /**
   * The node that an alias names, or null when there is none, which is reported.
   *
   * @param offset where the alias stands
   * @param depth of the alias in the tree
   */
  @Nullable YamlNode resolve(String alias, int offset, int depth) throws AbandonedException {
    if (!named.containsKey(alias)) {
      problems.add(
          source.locate(offset),
          "unknown alias '*" + Shown.value(alias) + "'",
          unknownAliasHint(alias));
      return null;
    }
    YamlNode node = named.get(alias);
    if (node == null) {
      problems.add(
          source.locate(offset),
          "the alias '*" + Shown.value(alias) + "' stands inside what it names",
          "a value cannot contain itself");
      return null;
    }
    charge(node, offset, depth);
    return node;
  }

  private String unknownAliasHint(String alias) {
    String near = Suggestion.nearest(alias, named.keySet());
    String quotes = "put quotes if it is a text: '*" + Shown.value(alias) + "'";
    return near == null ? quotes : "did you mean '*" + Shown.value(near) + "'?";
  }

  private void charge(YamlNode node, int offset, int depth) throws AbandonedException {
    TreeBuilder.checkDepth(depth, offset);
    spent++;
    if (node instanceof YamlScalar scalar) {
      spent += scalar.text().length() / TEXT_PER_NODE;
    }
    if (spent > BUDGET) {
      throw new AbandonedException(
          new Mistake(
              offset,
              "the aliases of this file stand for more than a million values",
              "use fewer aliases inside of what other aliases name"));
    }
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        spent++;
        charge(entry.value(), offset, depth + 1);
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        charge(item, offset, depth + 1);
      }
    }
  }
}
