package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;

/** Compiles templates. Immutable, safe to share; one is enough for a program. */
public final class TemplateCompiler {

  /** Whether a text needs compiling: it contains two opening braces. */
  public static boolean isTemplate(String text) {
    return text.contains("{{");
  }

  /**
   * Compiles a text; one without two opening braces becomes a constant.
   *
   * @throws SyntaxException for a broken template, an unknown helper or name, or a construct that
   *     is refused; its offset is that of the culprit in the text
   */
  public Template compile(String text, Escaping escaping, KnownNames names) throws SyntaxException {
    throw new AssertionError("skeleton");
  }

  /**
   * Compiles a key that is a block: {@code {{#repeat 3}}}, {@code {{#each json.items}}}, {@code
   * {{#if x}}}, {@code {{#unless x}}} (a closing tag is not written).
   *
   * @throws SyntaxException as above, and for another block
   */
  public KeyBlock compileBlock(String key, KnownNames names) throws SyntaxException {
    throw new AssertionError("skeleton");
  }
}
