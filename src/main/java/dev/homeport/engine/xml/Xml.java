package dev.homeport.engine.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML without doctypes, external entities or network access. Stateless. */
public final class Xml {

  /** Deepest nesting that is read; everything that walks a document recurses. */
  public static final int MAX_DEPTH = 500;

  private static final String MAX_ELEMENT_DEPTH =
      "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

  private Xml() {}

  /**
   * The document (namespace-aware), or null when the bytes are not well-formed, have a doctype or
   * nest deeper than {@link #MAX_DEPTH}; never an exception.
   */
  public static @Nullable Document parse(byte[] bytes) {
    return bytes.length == 0 ? null : parse(new InputSource(new ByteArrayInputStream(bytes)));
  }

  /** As {@link #parse(byte[])} for text, whatever encoding its declaration names. */
  public static @Nullable Document parse(String text) {
    String xml = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return xml.isEmpty() ? null : parse(new InputSource(new StringReader(xml)));
  }

  private static @Nullable Document parse(InputSource source) {
    try {
      DocumentBuilder builder = Parsers.builder();
      builder.setErrorHandler(Refusal.HANDLER);
      builder.setEntityResolver(
          (publicId, systemId) -> new InputSource(new StringReader(""))); // never fetched
      return builder.parse(source);
    } catch (SAXException | IOException | RuntimeException e) {
      return null;
    }
  }

  /** The parser is loaded when the first document is read. */
  private static final class Parsers {

    private static final DocumentBuilderFactory FACTORY = factory();

    private static DocumentBuilderFactory factory() {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      try {
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute(MAX_ELEMENT_DEPTH, Integer.toString(MAX_DEPTH));
      } catch (ParserConfigurationException e) {
        throw new IllegalStateException("the JDK's XML parser cannot be made safe", e);
      }
      return factory;
    }

    /** A factory is not promised to be safe for many threads, a builder is for one document. */
    static DocumentBuilder builder() {
      synchronized (FACTORY) {
        try {
          return FACTORY.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
          throw new IllegalStateException("the JDK's XML parser cannot be made safe", e);
        }
      }
    }
  }

  /** The default handler prints to standard error. */
  private static final class Refusal implements ErrorHandler {

    static final ErrorHandler HANDLER = new Refusal();

    @Override
    public void warning(SAXParseException e) {
      // a document that can be read with a warning can be read
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }
}
