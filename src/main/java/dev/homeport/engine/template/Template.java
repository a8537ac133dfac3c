package dev.homeport.engine.template;

import org.jspecify.annotations.Nullable;

/** A compiled text. Immutable, safe to share. */
public interface Template {

  /** A text that is served as it is, whatever it contains. */
  static Template constant(String text) {
    return new CompiledTemplate.Constant(text, text);
  }

  /**
   * The value with its type, when the text is exactly one expression; else the rendered text.
   *
   * @return Map, List, String, Number, Boolean, or null for what is missing
   * @throws RenderException when a helper fails or the output is larger than 64 MiB
   */
  @Nullable Object value(Scope scope);

  /**
   * The rendered text; what is missing is empty, a list or object prints as JSON, a number plainly.
   */
  String text(Scope scope);

  /** The source text, for messages. */
  String source();

  /** Whether the text has no expression, so that it renders the same always. */
  boolean isConstant();
}
