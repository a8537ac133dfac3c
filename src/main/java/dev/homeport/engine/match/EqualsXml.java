package dev.homeport.engine.match;

import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.xml.Xml;
import dev.homeport.engine.xml.XmlDifference;
import dev.homeport.engine.xml.XmlEquality;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** The whole body is this XML; comments and white space between elements do not count. */
public final class EqualsXml implements Condition {

  private final Operand operand;
  private final @Nullable Document constant;

  private EqualsXml(Operand operand, @Nullable Document constant) {
    this.operand = operand;
    this.constant = constant;
  }

  /** A document that stands in the file, parsed already. */
  public static EqualsXml constant(String source, Document document) {
    return new EqualsXml(new Operand.Constant(source, source), XmlEquality.prepared(document));
  }

  /** A document that is rendered for each request. */
  public static EqualsXml rendered(Operand operand) {
    return new EqualsXml(operand, null);
  }

  @Override
  public @Nullable Mismatch check(Scope scope) {
    Document found = scope.request().xml();
    if (found == null) {
      return said(() -> BodySource.notRead(scope, "XML"));
    }
    try {
      Document expected = constant == null ? rendered(scope) : constant;
      if (expected == null) {
        return said(() -> "an operand that is not XML");
      }
      XmlDifference difference = XmlEquality.difference(expected, found);
      return difference == null ? null : new XmlMismatch(difference);
    } catch (RenderException e) {
      return said(() -> "an operand that failed: " + e.getMessage());
    }
  }

  private static Mismatch said(Supplier<String> found) {
    return new Said(() -> "body", () -> "to equal the XML of equalsXml", found);
  }

  private @Nullable Document rendered(Scope scope) {
    Document document = Xml.parse(String.valueOf(operand.value(scope)));
    return document == null ? null : XmlEquality.prepared(document);
  }

  private record XmlMismatch(XmlDifference difference) implements Mismatch {

    @Override
    public String subject() {
      return "body at " + difference.path();
    }

    @Override
    public String expected() {
      return "to have the " + difference.aspect() + " " + difference.expected();
    }

    @Override
    public String found() {
      return difference.found();
    }
  }

  @Override
  public String described() {
    return "body to equal the XML " + operand.shown(null);
  }

  @Override
  public boolean dependsOnMoment() {
    return !operand.isConstant();
  }

  @Override
  public int rank() {
    return Rank.WHOLE_BODY;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EqualsXml that && operand.equals(that.operand);
  }

  @Override
  public int hashCode() {
    return operand.hashCode();
  }
}
