package dev.homeport.definition.yaml;

import static java.util.stream.Collectors.joining;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text read as YAML, and what came of it in short. */
record YamlText(@Nullable YamlNode root, List<Problem> found) {

  static YamlText of(String text) {
    Problems problems = new Problems("f", text);
    return new YamlText(new YamlReader().read("f", text, problems), problems.found());
  }

  /** Each problem as {@code line:column: message (hint)}. */
  List<String> problems() {
    return found.stream().map(problem -> problem.toString().substring(2)).toList();
  }

  /**
   * The tree in short: {@code {a: 'text', b: [1, true, null, _]}}, where {@code _} is nothing at
   * all.
   */
  String shape() {
    return shape(root);
  }

  private static String shape(@Nullable YamlNode node) {
    if (node == null) {
      return "nothing";
    }
    if (node instanceof YamlMapping mapping) {
      return mapping.entries().stream()
          .map(entry -> entry.name() + ": " + shape(entry.value()))
          .collect(joining(", ", "{", "}"));
    }
    if (node instanceof YamlSequence sequence) {
      return sequence.items().stream().map(YamlText::shape).collect(joining(", ", "[", "]"));
    }
    YamlScalar scalar = (YamlScalar) node;
    return switch (scalar.kind()) {
      case TEXT -> "'" + scalar.text().replace("\n", "⏎") + "'";
      case EMPTY -> "_";
      case INTEGER -> scalar.text();
      case DECIMAL -> scalar.text() + "d";
      case BOOLEAN -> scalar.text();
      case NULL -> "null";
    };
  }

  /** The value under a chain of keys; a number is the index of a list's item. */
  YamlNode at(String... keys) {
    YamlNode node = root;
    for (String key : keys) {
      node =
          node instanceof YamlSequence list
              ? list.items().get(Integer.parseInt(key))
              : node instanceof YamlMapping mapping ? mapping.get(key) : null;
    }
    if (node == null) {
      throw new AssertionError("nothing under " + List.of(keys) + " in " + shape());
    }
    return node;
  }

  /** {@code line:column} of a character of a scalar. */
  String place(int offset, String... keys) {
    return place(((YamlScalar) at(keys)).at(offset));
  }

  static String place(Location at) {
    return at.line() + ":" + at.column();
  }
}
