package dev.homeport.engine.xml;

import dev.homeport.diagnostic.SyntaxException;
import java.util.List;
import org.w3c.dom.Document;

/**
 * A compiled XPath 1.0 expression in which a name without prefix matches any namespace. Immutable,
 * safe to share.
 */
public final class XPath {

  private XPath() {}

  /**
   * Compiles an expression.
   *
   * @throws SyntaxException when it is not an XPath, or has a prefix (which cannot be bound)
   */
  public static XPath compile(String text) throws SyntaxException {
    throw new AssertionError("skeleton");
  }

  /**
   * The string values of what is found, in document order: of nodes each, of a number, text or
   * boolean the one.
   */
  public List<String> read(Document document) {
    throw new AssertionError("skeleton");
  }
}
