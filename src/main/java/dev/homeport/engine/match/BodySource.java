package dev.homeport.engine.match;

import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.xml.XPath;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** Places in the body, whatever its Content-Type. */
public sealed interface BodySource extends Source {

  /** The body as text; of an empty one the empty text, which is absent. */
  record Text() implements BodySource {

    @Override
    public Values values(Scope scope) {
      Values text = Values.ofText(scope.request().text());
      return scope.request().body().length > 0 ? text : new Values(text.all(), false);
    }

    @Override
    public String subject() {
      return "body";
    }

    @Override
    public int rank() {
      return Rank.BODY;
    }
  }

  /** What a JSONPath finds in the body. */
  record Json(JsonPath path) implements BodySource {

    @Override
    public Values values(Scope scope) {
      JsonNode document = scope.request().json();
      return document == null ? Values.none() : Values.ofNodes(path.read(document));
    }

    @Override
    public String subject() {
      return "json " + path;
    }

    @Override
    public String subject(String place) {
      return path.isDefinite() ? subject() + place.substring(1) : BodySource.super.subject(place);
    }

    @Override
    public String nothing(Scope scope) {
      return scope.request().json() == null ? notRead(scope, "JSON") : "nothing";
    }

    @Override
    public int rank() {
      return Rank.PARSED_BODY;
    }
  }

  /** What an XPath finds in the body, as texts. */
  record Xml(XPath path) implements BodySource {

    @Override
    public Values values(Scope scope) {
      Document document = scope.request().xml();
      return document == null ? Values.none() : Values.ofTexts(path.read(document));
    }

    @Override
    public String subject() {
      return "xml " + path;
    }

    @Override
    public String nothing(Scope scope) {
      return scope.request().xml() == null ? notRead(scope, "XML") : "nothing";
    }

    @Override
    public int rank() {
      return Rank.PARSED_BODY;
    }
  }

  /** {@code no body}, or {@code a body that is not JSON}. */
  static String notRead(Scope scope, String kind) {
    return scope.request().body().length == 0 ? "no body" : "a body that is not " + kind;
  }
}
