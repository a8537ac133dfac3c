package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.json.JsonSchema;
import dev.homeport.engine.match.BodySource;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.EqualsXml;
import dev.homeport.engine.match.GraphqlSource;
import dev.homeport.engine.match.JsonOperand;
import dev.homeport.engine.match.JsonOperator;
import dev.homeport.engine.match.Match;
import dev.homeport.engine.match.Matcher;
import dev.homeport.engine.match.Operand;
import dev.homeport.engine.match.Source;
import dev.homeport.engine.match.ValidJson;
import dev.homeport.engine.xml.XPath;
import dev.homeport.engine.xml.Xml;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** Reads conditions on the body. */
final class BodyConditionReader {

  private final Reading reading;
  private final MatcherReader matchers;

  BodyConditionReader(Reading reading, MatcherReader matchers) {
    this.reading = reading;
    this.matchers = matchers;
  }

  /** Reads one condition by its name. */
  void read(String name, YamlNode node, List<Condition> into) {
    switch (name) {
      case "json" -> json("json", node, BodySource.Json::new, into);
      case "equalsJson" -> whole(JsonOperator.Kind.EQUALS_JSON, node, into);
      case "containsJson" -> whole(JsonOperator.Kind.CONTAINS_JSON, node, into);
      case "text" -> match(new BodySource.Text(), node, Looked.TEXT, "text", into);
      case "xml" -> xml(node, into);
      case "equalsXml" -> equalsXml(node, into);
      case "schema" -> schema(node, into);
      case "parts" -> new PartReader(reading, matchers).read(node, into);
      case "graphql" -> graphql(node, into);
      default -> throw new IllegalArgumentException("no condition on a body: " + name);
    }
  }

  private void match(Source source, YamlNode node, Looked at, String key, List<Condition> into) {
    Matcher matcher = matchers.read(node, at, key);
    if (matcher != null) {
      into.add(new Match(source, matcher));
    }
  }

  /** Paths with a matcher each. */
  private void json(
      String key, YamlNode node, Function<JsonPath, Source> source, List<Condition> into) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected(key, "a mapping of JSONPath to value", node);
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      JsonPath path = path(reading, entry.key());
      if (path != null) {
        Looked at = path.isDefinite() ? Looked.JSON : Looked.JSON_VALUES;
        match(source.apply(path), entry.value(), at, key + "." + entry.name(), into);
      }
    }
  }

  /** A JSONPath; {@code address.city} is short for {@code $.address.city}. */
  static @Nullable JsonPath path(Reading reading, YamlScalar key) {
    String text = key.text();
    String before = text.startsWith("$") ? "" : text.startsWith("[") ? "$" : "$.";
    try {
      return JsonPath.compile(before + text);
    } catch (SyntaxException e) {
      int offset = Math.max(0, e.offset() - before.length());
      reading.problem(key, new SyntaxException(e.getMessage(), e.hint(), offset));
      return null;
    }
  }

  private void whole(JsonOperator.Kind kind, YamlNode node, List<Condition> into) {
    JsonOperand operand = new JsonOperandReader(reading).read(node);
    if (operand == null) {
      return;
    }
    try {
      into.add(
          new Match(new BodySource.Json(JsonPath.compile("$")), new JsonOperator(kind, operand)));
    } catch (SyntaxException e) {
      throw new IllegalStateException("the root is a path", e);
    }
  }

  private void xml(YamlNode node, List<Condition> into) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected("xml", "a mapping of XPath to value", node);
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      try {
        Source source = new BodySource.Xml(XPath.compile(entry.name()));
        match(source, entry.value(), Looked.TEXTS, "xml." + entry.name(), into);
      } catch (SyntaxException e) {
        reading.problem(entry.key(), e);
      }
    }
  }

  private void equalsXml(YamlNode node, List<Condition> into) {
    if (!(node instanceof YamlScalar scalar) || scalar.kind() != YamlScalar.Kind.TEXT) {
      reading.expected("equalsXml", "XML as a text", node);
      return;
    }
    Operand operand = new OperandReader(reading).text(scalar);
    if (operand != null && !operand.isConstant()) {
      into.add(EqualsXml.rendered(operand));
    } else if (operand != null) {
      Document document = Xml.parse(scalar.text());
      if (document == null) {
        reading.problem(
            scalar.at(), "equalsXml: the text is not well-formed XML, or has a doctype");
      } else {
        into.add(EqualsXml.constant(scalar.text(), document));
      }
    }
  }

  private void schema(YamlNode node, List<Condition> into) {
    JsonSchema schema = new SchemaReader(reading).read(node);
    if (schema != null) {
      into.add(
          new ValidJson(
              schema, node instanceof YamlScalar file ? file.text() : "in the mock file"));
    }
  }

  private void graphql(YamlNode node, List<Condition> into) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected("graphql", "{ operation: …, field: …, variables: { … } }", node);
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      YamlNode value = entry.value();
      switch (entry.name()) {
        case "operation" ->
            match(new GraphqlSource.Operation(), value, Looked.TEXT, "graphql.operation", into);
        case "field" ->
            match(new GraphqlSource.Field(), value, Looked.TEXTS, "graphql.field", into);
        case "variables" -> json("graphql.variables", value, GraphqlSource.Variable::new, into);
        default -> reading.unknownKey(entry, List.of("operation", "field", "variables"), "graphql");
      }
    }
  }
}
