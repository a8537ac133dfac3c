package dev.homeport.engine.route;

import dev.homeport.engine.regex.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one segment of a path must be. The kinds are declared in the order in which they are tried:
 * the earlier, the more specific. Immutable, safe to share.
 */
sealed interface SegmentPattern {

  /** Position among the kinds; smaller is more specific. */
  int rank();

  /**
   * What the pattern is without the names of its variables; two that are alike have the same shape.
   */
  String shape();

  /** How many characters must stand there literally. */
  int literalCharacters();

  /** How many values a match yields. */
  int variables();

  /**
   * The values of its variables when a segment fits, else null.
   *
   * @param segment decoded
   */
  @Nullable List<String> captured(String segment);

  /** {@code users} → exactly this text. */
  record Literal(String text) implements SegmentPattern {

    /** Of thousands of routes many have the same words: one text of them stays in the caches. */
    public Literal {
      text = text.intern();
    }

    @Override
    public int rank() {
      return 0;
    }

    @Override
    public String shape() {
      return text.replace("%", "%25").replace("{", "%7B").replace("}", "%7D").replace("/", "%2F");
    }

    @Override
    public int literalCharacters() {
      return text.length();
    }

    @Override
    public @Nullable List<String> captured(String segment) {
      return text.equals(segment) ? List.of() : null;
    }

    @Override
    public int variables() {
      return 0;
    }
  }

  /**
   * {@code {name}.{ext}} → literal text with variables in it; each takes at least one character,
   * the first is greedy.
   */
  record Mixed(String shape, int literalCharacters, TextPattern whole, List<Integer> groups)
      implements SegmentPattern {

    public Mixed {
      groups = List.copyOf(groups);
    }

    @Override
    public int rank() {
      return 1;
    }

    @Override
    public @Nullable List<String> captured(String segment) {
      return segment.isEmpty() ? null : match(segment);
    }

    @Override
    public int variables() {
      return groups.size();
    }

    /** The values of the variables, or null when the segment is another. */
    @Nullable List<String> match(String segment) {
      List<@Nullable String> found = whole.find(segment);
      if (found == null) {
        return null;
      }
      List<String> values = new ArrayList<>(groups.size());
      for (int group : groups) {
        values.add(Objects.requireNonNullElse(found.get(group), ""));
      }
      return values;
    }
  }

  /** {@code {id:[0-9]+}} → the whole segment must match. */
  record Expression(TextPattern expression) implements SegmentPattern {

    @Override
    public int rank() {
      return 2;
    }

    @Override
    public String shape() {
      return "{:" + expression + "}";
    }

    @Override
    public int literalCharacters() {
      return 0;
    }

    @Override
    public @Nullable List<String> captured(String segment) {
      return !segment.isEmpty() && expression.matches(segment) ? List.of(segment) : null;
    }

    @Override
    public int variables() {
      return 1;
    }
  }

  /** {@code {id}} → any segment that is not empty. */
  record Variable() implements SegmentPattern {

    @Override
    public int rank() {
      return 3;
    }

    @Override
    public String shape() {
      return "{}";
    }

    @Override
    public int literalCharacters() {
      return 0;
    }

    @Override
    public @Nullable List<String> captured(String segment) {
      return segment.isEmpty() ? null : List.of(segment);
    }

    @Override
    public int variables() {
      return 1;
    }
  }

  /** {@code {*path}} → what is left, possibly empty. */
  record Rest() implements SegmentPattern {

    @Override
    public int rank() {
      return 4;
    }

    @Override
    public String shape() {
      return "{*}";
    }

    @Override
    public int literalCharacters() {
      return 0;
    }

    @Override
    public List<String> captured(String segment) {
      return List.of(segment);
    }

    @Override
    public int variables() {
      return 1;
    }
  }
}
