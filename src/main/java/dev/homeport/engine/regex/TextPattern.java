package dev.homeport.engine.regex;

import dev.homeport.diagnostic.SyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled regular expression. Immutable, safe to share. */
public final class TextPattern {

  private TextPattern() {}

  /**
   * Compiles an expression.
   *
   * @throws SyntaxException when neither RE2/J nor java.util.regex takes it, with the offset in the
   *     text
   */
  public static TextPattern compile(String text, boolean ignoreCase) throws SyntaxException {
    throw new AssertionError("skeleton");
  }

  /**
   * Whether the whole value matches; false when the time limit of 100 ms or the stack ends first.
   */
  public boolean matches(String value) {
    throw new AssertionError("skeleton");
  }

  /**
   * The groups of the first find anywhere in the value, group 0 first, an unset group null; null
   * when none is found.
   */
  public @Nullable List<@Nullable String> find(String value) {
    throw new AssertionError("skeleton");
  }

  /** The expression as written. */
  @Override
  public String toString() {
    throw new AssertionError("skeleton");
  }
}
