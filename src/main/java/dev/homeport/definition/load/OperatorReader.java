package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.match.Comparison;
import dev.homeport.engine.match.Dates;
import dev.homeport.engine.match.Equal;
import dev.homeport.engine.match.JsonOperand;
import dev.homeport.engine.match.JsonOperator;
import dev.homeport.engine.match.JsonType;
import dev.homeport.engine.match.Length;
import dev.homeport.engine.match.Matcher;
import dev.homeport.engine.match.Matches;
import dev.homeport.engine.match.Not;
import dev.homeport.engine.match.OfType;
import dev.homeport.engine.match.OneOf;
import dev.homeport.engine.match.Operand;
import dev.homeport.engine.match.TextOperator;
import dev.homeport.engine.match.TimeComparison;
import dev.homeport.engine.regex.TextPattern;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the operators of one mapping. Every method reports a mistake and then returns null. */
final class OperatorReader {

  /** Every operator there is. */
  static final List<String> OPERATORS =
      List.of(
          "equals",
          "contains",
          "startsWith",
          "endsWith",
          "matches",
          "in",
          "gt",
          "gte",
          "lt",
          "lte",
          "before",
          "after",
          "length",
          "is",
          "equalsJson",
          "containsJson",
          "not",
          "any",
          "all",
          "ignoreCase");

  private static final Set<String> NUMERIC =
      Set.of("equals", "in", "gt", "gte", "lt", "lte", "not", "any", "all");

  private final Reading reading;
  private final MatcherReader matchers;
  private final OperandReader operands;
  private final Looked at;
  private final String place;
  private final boolean ignoreCase;

  OperatorReader(
      Reading reading, MatcherReader matchers, Looked at, String place, boolean ignoreCase) {
    this.reading = reading;
    this.matchers = matchers;
    this.operands = new OperandReader(reading);
    this.at = at;
    this.place = place;
    this.ignoreCase = ignoreCase;
  }

  @Nullable Matcher read(YamlMapping.Entry entry) {
    String name = entry.name();
    YamlNode node = entry.value();
    String key = place + "." + name;
    if (!OPERATORS.contains(name)) {
      unknown(entry);
      return null;
    } else if (at.isNumeric() && !NUMERIC.contains(name)) {
      reading.problem(entry.key().at(), "'" + name + "' cannot be asked of a number, in " + place);
      return null;
    } else if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.EMPTY) {
      reading.problem(scalar.at(), key + " has no value");
      return null;
    }
    return switch (name) {
      case "equals" -> equal(node, key);
      case "contains" -> text(TextOperator.Kind.CONTAINS, node, key);
      case "startsWith" -> text(TextOperator.Kind.STARTS_WITH, node, key);
      case "endsWith" -> text(TextOperator.Kind.ENDS_WITH, node, key);
      case "matches" -> matches(node, key);
      case "in" -> in(node, key);
      case "gt", "gte", "lt", "lte" -> comparison(name, node, key);
      case "before" -> time(TimeComparison.Kind.BEFORE, node, key);
      case "after" -> time(TimeComparison.Kind.AFTER, node, key);
      case "length" -> length(node, key);
      case "is" -> type(node, key);
      case "equalsJson" -> json(JsonOperator.Kind.EQUALS_JSON, node);
      case "containsJson" -> json(JsonOperator.Kind.CONTAINS_JSON, node);
      case "not" -> not(node, key);
      case "any" -> matchers.several(node, at, key, ignoreCase, true);
      case "all" -> matchers.several(node, at, key, ignoreCase, false);
      default -> throw new IllegalStateException("not read here: " + name);
    };
  }

  private void unknown(YamlMapping.Entry entry) {
    String name = entry.name();
    String hint = Suggestion.nearest(name, OPERATORS);
    if (name.equals("present") || name.equals("absent")) {
      hint = "write " + place.substring(place.lastIndexOf('.') + 1) + ": " + name;
    } else if (hint != null) {
      hint = "did you mean '" + hint + "'?";
    } else if (at.isJson()) {
      String path = place.startsWith("json.") ? place.substring("json.".length()) : place;
      hint = "for a member below write " + path + "." + name;
    } else {
      hint = Suggestion.didYouMean(name, OPERATORS);
    }
    reading.problem(entry.key().at(), "'" + name + "' is no operator, in " + place, hint);
  }

  private @Nullable Matcher equal(YamlNode node, String key) {
    if (at.isJson() && !(node instanceof YamlScalar)) {
      return json(JsonOperator.Kind.EQUALS_JSON, node);
    }
    Operand operand =
        at.isNumeric() ? operands.number(node, at, key) : operands.scalar(node, at, key);
    return operand == null ? null : new Equal(operand, ignoreCase);
  }

  private @Nullable Matcher text(TextOperator.Kind kind, YamlNode node, String key) {
    if (kind == TextOperator.Kind.CONTAINS && at.isJson() && !(node instanceof YamlScalar)) {
      reading.problem(
          node.at(),
          key + ": expected a single value, found " + node.described(),
          "write containsJson");
      return null;
    }
    Operand operand = operands.scalar(node, at, key);
    return operand == null ? null : new TextOperator(kind, operand, ignoreCase);
  }

  private @Nullable Matcher matches(YamlNode node, String key) {
    if (!(node instanceof YamlScalar scalar) || scalar.kind() == YamlScalar.Kind.NULL) {
      reading.expected(key, "a regular expression", node);
      return null;
    }
    Operand operand = operands.text(scalar);
    if (operand == null) {
      return null;
    } else if (!operand.isConstant()) {
      return new Matches(operand, ignoreCase, null);
    }
    try {
      return new Matches(operand, ignoreCase, TextPattern.compile(scalar.text(), ignoreCase));
    } catch (SyntaxException e) {
      reading.problem(scalar, e);
      return null;
    }
  }

  private @Nullable Matcher in(YamlNode node, String key) {
    List<Operand> values = operands.list(node, at, key);
    return values == null ? null : new OneOf(values, ignoreCase);
  }

  private @Nullable Matcher comparison(String name, YamlNode node, String key) {
    Operand operand = operands.number(node, at, key);
    return operand == null
        ? null
        : new Comparison(Comparison.Kind.valueOf(name.toUpperCase(Locale.ROOT)), operand);
  }

  private @Nullable Matcher time(TimeComparison.Kind kind, YamlNode node, String key) {
    if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.TEXT) {
      Operand operand = operands.text(scalar);
      if (operand == null || !operand.isConstant()) {
        return operand == null ? null : new TimeComparison(kind, operand, null);
      }
      Instant instant = Dates.operand(scalar.text(), Instant.EPOCH);
      if (instant != null) {
        boolean relative = Dates.isRelative(scalar.text());
        return new TimeComparison(kind, operand, relative ? null : instant);
      }
    }
    reading.problem(
        node.at(),
        key + ": expected a date, found " + node.described(),
        "write 2026-05-01, 2026-05-01T10:00:00Z or \"now -3 days\"");
    return null;
  }

  private @Nullable Matcher length(YamlNode node, String key) {
    if (node instanceof YamlSequence) {
      reading.expected(key, "a number", node);
      return null;
    }
    Matcher matcher = matchers.read(node, Looked.NUMBER, key);
    return matcher == null ? null : new Length(matcher);
  }

  private @Nullable Matcher type(YamlNode node, String key) {
    List<String> known =
        Arrays.stream(JsonType.values())
            .filter(type -> at.isJson() || type.canBeSpelled())
            .map(JsonType::word)
            .toList();
    if (!(node instanceof YamlScalar scalar)) {
      reading.expected(key, "one of " + String.join(", ", known), node);
      return null;
    } else if (!known.contains(scalar.text())) {
      String near = Suggestion.nearest(scalar.text(), known);
      reading.problem(
          scalar.at(),
          key + ": '" + scalar.text() + "' is not one of " + String.join(", ", known),
          near == null ? null : "did you mean '" + near + "'?");
      return null;
    }
    return new OfType(JsonType.valueOf(scalar.text().toUpperCase(Locale.ROOT)));
  }

  private @Nullable Matcher json(JsonOperator.Kind kind, YamlNode node) {
    JsonOperand operand = new JsonOperandReader(reading).read(node);
    return operand == null ? null : new JsonOperator(kind, operand);
  }

  private @Nullable Matcher not(YamlNode node, String key) {
    Matcher matcher = matchers.read(node, at, key, ignoreCase);
    return matcher == null ? null : new Not(matcher);
  }
}
