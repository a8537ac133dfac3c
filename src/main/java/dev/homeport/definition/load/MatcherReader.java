package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.match.AllMatchers;
import dev.homeport.engine.match.AnyMatcher;
import dev.homeport.engine.match.Equal;
import dev.homeport.engine.match.Exactly;
import dev.homeport.engine.match.JsonOperand;
import dev.homeport.engine.match.JsonOperator;
import dev.homeport.engine.match.Matcher;
import dev.homeport.engine.match.Operand;
import dev.homeport.engine.match.Presence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a matcher: a single value (equals), {@code present}, {@code absent}, a list where several
 * values may come, or a mapping of operators. Every method reports a mistake and then returns null.
 */
final class MatcherReader {

  private final Reading reading;
  private final OperandReader operands;

  MatcherReader(Reading reading) {
    this.reading = reading;
    this.operands = new OperandReader(reading);
  }

  /** As {@link #read(YamlNode, Looked, String, boolean)} with regard to case. */
  @Nullable Matcher read(YamlNode node, Looked at, String key) {
    return read(node, at, key, false);
  }

  /**
   * Reads one matcher.
   *
   * @param at what it looks at
   * @param key how messages call the place: {@code query.page}
   * @param ignoreCase whether texts are compared in any case, unless the matcher says otherwise
   */
  @Nullable Matcher read(YamlNode node, Looked at, String key, boolean ignoreCase) {
    if (node instanceof YamlScalar scalar) {
      return scalar(scalar, at, key, ignoreCase);
    } else if (node instanceof YamlSequence sequence) {
      return list(sequence, at, key);
    }
    return operators((YamlMapping) node, at, key, ignoreCase);
  }

  private @Nullable Matcher scalar(YamlScalar scalar, Looked at, String key, boolean ignoreCase) {
    if (scalar.kind() == YamlScalar.Kind.EMPTY) {
      operands.empty(scalar, at, key);
      return null;
    } else if (scalar.kind() == YamlScalar.Kind.TEXT && !at.isNumeric()) {
      if (scalar.text().equals("present")) {
        return Presence.PRESENT;
      } else if (scalar.text().equals("absent")) {
        return Presence.ABSENT;
      }
    }
    Operand operand =
        at.isNumeric() ? operands.number(scalar, at, key) : operands.scalar(scalar, at, key);
    return operand == null ? null : new Equal(operand, ignoreCase);
  }

  private @Nullable Matcher list(YamlSequence sequence, Looked at, String key) {
    if (at == Looked.TEXTS) {
      List<Operand> values = operands.list(sequence, at, key);
      return values == null ? null : new Exactly(values);
    } else if (at == Looked.JSON) {
      JsonOperand value = new JsonOperandReader(reading).read(sequence);
      return value == null ? null : new JsonOperator(JsonOperator.Kind.EQUALS_JSON, value);
    }
    reading.problem(
        sequence.at(),
        key + ": expected a value or operators, found a list",
        at == Looked.JSON_VALUES
            ? "the path may find several: write equalsJson or in"
            : "write in");
    return null;
  }

  private @Nullable Matcher operators(
      YamlMapping mapping, Looked at, String key, boolean ignoreCase) {
    OperatorReader operators =
        new OperatorReader(reading, this, at, key, ignoreCase(mapping, key, ignoreCase));
    List<Matcher> matchers = new ArrayList<>();
    boolean complete = true;
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (entry.name().equals("ignoreCase")) {
        continue;
      }
      Matcher matcher = operators.read(entry);
      complete &= matcher != null;
      if (matcher != null) {
        matchers.add(matcher);
      }
    }
    if (!complete) {
      return null;
    } else if (matchers.isEmpty()) {
      reading.problem(
          mapping.at(),
          key + ": expected an operator",
          at.isJson() ? "write equalsJson: {} for an empty object" : "for example contains: text");
      return null;
    }
    return matchers.size() == 1 ? matchers.get(0) : new AllMatchers(matchers);
  }

  private boolean ignoreCase(YamlMapping mapping, String key, boolean otherwise) {
    YamlNode written = mapping.get("ignoreCase");
    if (written == null) {
      return otherwise;
    } else if (written instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.BOOLEAN) {
      return scalar.text().equalsIgnoreCase("true");
    }
    reading.expected(key + ".ignoreCase", "true or false", written);
    return otherwise;
  }

  /** Matchers of which any or all must hold. */
  @Nullable Matcher several(YamlNode node, Looked at, String key, boolean ignoreCase, boolean any) {
    if (!(node instanceof YamlSequence sequence) || sequence.items().isEmpty()) {
      reading.expected(key, "a list of matchers", node);
      return null;
    }
    List<Matcher> matchers = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      Matcher matcher = read(item, at, key, ignoreCase);
      if (matcher != null) {
        matchers.add(matcher);
      }
    }
    if (matchers.size() < sequence.items().size()) {
      return null;
    }
    return any ? new AnyMatcher(matchers) : new AllMatchers(matchers);
  }
}
