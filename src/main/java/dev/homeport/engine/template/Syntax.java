package dev.homeport.engine.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as it was written, before its names are looked up. */
sealed interface Syntax {

  /** 0-based index in the source. */
  int offset();

  /** {@code 'a'}, {@code 42}, {@code true}, {@code null}. */
  record Literal(@Nullable Object value, int offset) implements Syntax {}

  /**
   * {@code json.items}, {@code this.sku}, {@code ../name}, {@code @index}.
   *
   * @param start where the path begins
   * @param up how many {@code ../} lead it
   * @param steps the names between dots
   * @param text as written
   */
  record Path(Start start, int up, List<Step> steps, String text, int offset) implements Syntax {

    /** A name without anything before or after it, which may be a helper. */
    boolean isLoneName() {
      return start == Start.NAME && steps.size() == 1;
    }
  }

  enum Start {
    /** An ordinary name. */
    NAME,
    /** {@code this}, {@code ./} or {@code ../}. */
    ITEM,
    /** {@code @root}. */
    ROOT,
    /** {@code @index} and its like. */
    ROUND
  }

  /** One name of a path. */
  record Step(String name, int offset) {}

  /** A helper with its arguments. */
  record Call(Token name, List<Syntax> arguments, List<Pair> pairs, int offset) implements Syntax {}

  /** {@code key=value}. */
  record Pair(Token key, Syntax value) {}

  /** A block's first tag: {@code #each json.items as |item index|}. */
  record Block(Token name, Call call, List<Token> parameters) {}
}
