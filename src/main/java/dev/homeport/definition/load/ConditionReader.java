package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.match.AnyOf;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.Match;
import dev.homeport.engine.match.Matcher;
import dev.homeport.engine.match.NotAll;
import dev.homeport.engine.match.Operand;
import dev.homeport.engine.match.RequestSource;
import dev.homeport.engine.match.Source;
import dev.homeport.engine.match.StateSource;
import dev.homeport.engine.match.TestHolds;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import dev.homeport.engine.template.TemplateCompiler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code when}. */
final class ConditionReader {

  /** Every condition that works today. */
  static final List<String> CONDITIONS =
      List.of(
          "path",
          "query",
          "headers",
          "cookies",
          "auth",
          "json",
          "equalsJson",
          "containsJson",
          "text",
          "xml",
          "equalsXml",
          "schema",
          "form",
          "parts",
          "graphql",
          "host",
          "client",
          "state",
          "data",
          "call",
          "test",
          "any",
          "all",
          "not");

  private final Reading reading;
  private final MatcherReader matchers;
  private final BodyConditionReader bodies;
  private final CallerConditionReader callers;

  ConditionReader(Reading reading) {
    this.reading = reading;
    this.matchers = new MatcherReader(reading);
    this.bodies = new BodyConditionReader(reading, matchers);
    this.callers = new CallerConditionReader(reading, matchers);
  }

  /**
   * The conditions in the order in which they are best tried: cheap ones first, the body last;
   * mistakes are reported.
   */
  List<Condition> read(YamlNode when) {
    List<Condition> conditions = new ArrayList<>();
    read(when, "when", conditions);
    conditions.sort(Comparator.comparingInt(Condition::rank)); // stable: else as written
    return List.copyOf(conditions);
  }

  private void read(YamlNode when, String where, List<Condition> into) {
    if (!(when instanceof YamlMapping mapping)) {
      reading.expected(where, "a mapping of conditions", when);
      return;
    } else if (mapping.entries().isEmpty()) {
      reading.problem(mapping.at(), where + " is empty", "leave it out, then it always holds");
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      condition(entry, where, into);
    }
  }

  private void condition(YamlMapping.Entry entry, String where, List<Condition> into) {
    YamlNode value = entry.value();
    switch (entry.name()) {
      case "path" -> path(value, into);
      case "query" -> named("query", value, RequestSource.QueryParameter::new, into);
      case "headers" -> named("headers", value, RequestSource.Header::new, into);
      case "cookies" -> named("cookies", value, RequestSource.Cookie::new, into);
      case "form" -> named("form", value, RequestSource.FormField::new, into);
      case "host" -> host(value, into);
      case "auth" -> callers.auth(value, into);
      case "client" -> callers.client(value, into);
      case "state" -> state(value, into);
      case "data" -> new DataConditionReader(reading, matchers).read(value, into);
      case "call" -> callers.call(value, into);
      case "test" -> test(value, into);
      case "any" -> any(value, into);
      case "all" -> groups("all", value).forEach(into::addAll);
      case "not" -> not(value, into);
      case "json",
          "equalsJson",
          "containsJson",
          "text",
          "xml",
          "equalsXml",
          "schema",
          "parts",
          "graphql" ->
          bodies.read(entry.name(), value, into);
      default -> unknown(entry, where);
    }
  }

  private void unknown(YamlMapping.Entry entry, String where) {
    String name = entry.name();
    String hint =
        name.equals("header") ? "did you mean 'headers'?" : Suggestion.didYouMean(name, CONDITIONS);
    reading.problem(
        entry.key().at(),
        "unknown condition '" + name + "' in " + where,
        OperatorReader.OPERATORS.contains(name)
            ? "an operator stands below what it looks at"
            : hint);
  }

  private void path(YamlNode node, List<Condition> into) {
    Set<String> known = reading.names().path();
    named("path", node, Looked.TEXT, RequestSource.PathVariable::new, known, into);
  }

  private void named(
      String condition, YamlNode node, Function<String, Source> source, List<Condition> into) {
    named(condition, node, Looked.TEXTS, source, null, into);
  }

  /** Names with a matcher each. */
  private void named(
      String condition,
      YamlNode node,
      Looked at,
      Function<String, Source> source,
      @Nullable Set<String> known,
      List<Condition> into) {
    YamlMapping mapping = mapping(condition, "a mapping of names to values", node);
    if (mapping == null) {
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (known != null && !known.contains(entry.name())) {
        reading.problem(
            entry.key().at(),
            "the path has no variable '" + entry.name() + "'",
            known.isEmpty() ? "it has none" : Suggestion.didYouMean(entry.name(), known));
        continue;
      }
      Matcher matcher = matchers.read(entry.value(), at, condition + "." + entry.name());
      if (matcher != null) {
        into.add(new Match(source.apply(entry.name()), matcher));
      }
    }
  }

  private @Nullable YamlMapping mapping(String condition, String expected, YamlNode node) {
    if (node instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
      return mapping;
    }
    reading.expected(condition, expected, node);
    return null;
  }

  /** Names, which may be templates, with a matcher each. */
  private void state(YamlNode node, List<Condition> into) {
    YamlMapping mapping = mapping("state", "a mapping of names to values", node);
    if (mapping == null) {
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      Operand name = new OperandReader(reading).text(entry.key());
      Matcher matcher = matchers.read(entry.value(), Looked.JSON, "state." + entry.name());
      if (name != null && matcher != null) {
        into.add(new Match(new StateSource(name), matcher));
      }
    }
  }

  private void host(YamlNode node, List<Condition> into) {
    Matcher matcher = matchers.read(node, Looked.TEXT, "host", true);
    if (matcher != null) {
      into.add(new Match(new RequestSource.Host(), matcher));
    }
  }

  private void test(YamlNode node, List<Condition> into) {
    if (!(node instanceof YamlScalar scalar) || !TemplateCompiler.isTemplate(scalar.text())) {
      reading.problem(
          node.at(),
          "test: expected a template, found " + node.described(),
          "for example \"{{gt (size json.items) 3}}\"");
      return;
    }
    Template template = reading.template(scalar, Escaping.NONE);
    if (template != null) {
      into.add(new TestHolds(template));
    }
  }

  private void any(YamlNode node, List<Condition> into) {
    List<List<Condition>> groups = groups("any", node);
    if (groups.size() == 1) {
      into.addAll(groups.get(0));
    } else if (!groups.isEmpty()) {
      into.add(new AnyOf(groups));
    }
  }

  private void not(YamlNode node, List<Condition> into) {
    List<Condition> inner = new ArrayList<>();
    read(node, "not", inner);
    if (!inner.isEmpty()) {
      inner.sort(Comparator.comparingInt(Condition::rank));
      into.add(new NotAll(inner));
    }
  }

  private List<List<Condition>> groups(String key, YamlNode node) {
    if (!(node instanceof YamlSequence sequence) || sequence.items().isEmpty()) {
      reading.expected(key, "a list of conditions, each a mapping", node);
      return List.of();
    }
    List<List<Condition>> groups = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      List<Condition> group = new ArrayList<>();
      read(item, key, group);
      group.sort(Comparator.comparingInt(Condition::rank));
      groups.add(group);
    }
    return groups;
  }
}
