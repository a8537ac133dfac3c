package dev.homeport.engine.xml;

import dev.homeport.diagnostic.SyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * A compiled XPath 1.0 expression in which a name without prefix matches any namespace. Immutable,
 * safe to share; equal when written alike.
 */
public final class XPath {

  /** The JDK's words for a mistake begin with the exception it came from. */
  private static final String CAUSE = "javax.xml.transform.TransformerException: ";

  private final String text;
  private final String rewritten;

  /** The JDK's expressions serve one thread at a time; so many are made as threads ask at once. */
  private final Queue<XPathExpression> idle = new ConcurrentLinkedQueue<>();

  private XPath(String text, String rewritten) {
    this.text = text;
    this.rewritten = rewritten;
  }

  /**
   * Compiles an expression.
   *
   * @throws SyntaxException when it is not an XPath, or has a prefix (which cannot be bound)
   */
  public static XPath compile(String text) throws SyntaxException {
    XPath path = new XPath(text, new XPathNames(text).rewritten());
    try {
      compiled(text); // as written first, for a message about what the user wrote
      path.idle.add(compiled(path.rewritten));
    } catch (XPathExpressionException e) {
      throw new SyntaxException("'" + text + "' is not an XPath: " + inWords(e));
    }
    return path;
  }

  private static XPathExpression compiled(String expression) throws XPathExpressionException {
    return Factory.newXPath().compile(expression);
  }

  private static String inWords(Exception error) {
    String message = error.getMessage();
    if (message == null || message.isBlank()) {
      return "it is malformed";
    }
    String words = message.startsWith(CAUSE) ? message.substring(CAUSE.length()) : message;
    String plain = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    return Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
  }

  /**
   * The string values of what is found, in document order: of nodes each, of a number, text or
   * boolean the one.
   */
  public List<String> read(Document document) {
    XPathExpression expression = idle.poll();
    try {
      if (expression == null) {
        expression = compiled(rewritten);
      }
      List<String> values = values(expression.evaluateExpression(document));
      idle.add(expression);
      return values;
    } catch (XPathExpressionException | RuntimeException e) {
      return List.of(); // a conversion that this document does not allow finds nothing
    }
  }

  private static List<String> values(XPathEvaluationResult<?> result) {
    Object value = result.value();
    if (value instanceof XPathNodes nodes) {
      List<String> values = new ArrayList<>(nodes.size());
      for (Node node : nodes) {
        values.add(textOf(node));
      }
      return values;
    }
    return List.of(value instanceof Number number ? plain(number.doubleValue()) : value.toString());
  }

  private static String textOf(Node node) {
    Node holder = node instanceof Document document ? document.getDocumentElement() : node;
    String text = holder.getTextContent();
    return text == null ? "" : text;
  }

  /** As the function {@code string()} of XPath 1.0 writes a number: {@code 3}, {@code 0.5}. */
  private static String plain(double number) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof XPath that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The expression as written. */
  @Override
  public String toString() {
    return text;
  }

  /** Loaded when the first expression is compiled. */
  private static final class Factory {

    private static final XPathFactory FACTORY = XPathFactory.newDefaultInstance();

    /** A factory is not safe for many threads. */
    static javax.xml.xpath.XPath newXPath() {
      synchronized (FACTORY) {
        return FACTORY.newXPath();
      }
    }
  }
}
