package dev.homeport.engine.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;
import org.xmlunit.diff.Diff;
import org.xmlunit.diff.DifferenceEvaluators;

/**
 * Whether two documents say the same: comments, white space between elements, the order of
 * attributes, the choice of prefixes and the XML declaration do not count; the order of elements
 * does. Stateless.
 */
public final class XmlEquality {

  private XmlEquality() {}

  /** A document made ready for many comparisons. Not changed afterwards, safe to share. */
  public static Document prepared(Document document) {
    Document copy = (Document) document.cloneNode(true);
    strip(copy);
    return copy;
  }

  /**
   * The first difference, or null when they are equal.
   *
   * @param expected is {@link #prepared}
   * @param found as it was parsed; not changed
   */
  public static @Nullable XmlDifference difference(Document expected, Document found) {
    Diff diff;
    synchronized (expected) { // reading a DOM is not safe for many threads
      diff =
          DiffBuilder.compare(expected)
              .withTest(prepared(found))
              .checkForSimilar()
              .withDifferenceEvaluator(
                  DifferenceEvaluators.chain(
                      DifferenceEvaluators.Default,
                      DifferenceEvaluators.downgradeDifferencesToEqual(
                          ComparisonType.XML_VERSION,
                          ComparisonType.XML_STANDALONE,
                          ComparisonType.XML_ENCODING)))
              .withComparisonController(
                  d -> d.getResult() == ComparisonResult.DIFFERENT) // the first is enough
              .build();
    }
    return diff.hasDifferences()
        ? inWords(diff.getDifferences().iterator().next().getComparison())
        : null;
  }

  private static XmlDifference inWords(Comparison comparison) {
    Comparison.Detail expected = comparison.getControlDetails();
    Comparison.Detail found = comparison.getTestDetails();
    String path = expected.getXPath() == null ? found.getXPath() : expected.getXPath();
    return new XmlDifference(
        path == null ? "/" : path,
        comparison.getType().getDescription(),
        shown(expected.getValue()),
        shown(found.getValue()));
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "nothing" : "'" + value + "'";
  }

  /** Removes comments, then joins texts, then removes white space beside elements. */
  private static void strip(Node node) {
    List<Node> children = children(node);
    for (Node child : children) {
      if (child.getNodeType() == Node.COMMENT_NODE) {
        node.removeChild(child);
      }
    }
    node.normalize();
    boolean hasElements = children.stream().anyMatch(Element.class::isInstance);
    for (Node child : children(node)) {
      if (child instanceof Text text && hasElements && text.getData().isBlank()) {
        node.removeChild(child);
      } else if (child instanceof Element) {
        strip(child);
      }
    }
  }

  private static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      children.add(child);
    }
    return children;
  }
}
