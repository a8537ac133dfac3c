package dev.homeport.engine.match;

import dev.homeport.engine.json.JsonComparison;
import dev.homeport.engine.json.JsonDifference;
import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code equalsJson} and {@code containsJson} (extra members, extra items and any order of items
 * allowed). A text is read as JSON.
 */
public record JsonOperator(Kind kind, JsonOperand operand) implements Matcher {

  /** Which of the two. */
  public enum Kind {
    EQUALS_JSON,
    CONTAINS_JSON
  }

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    JsonNode found = value == null ? null : value.json();
    if (found == null) {
      return false;
    }
    JsonNode wanted = operand.node(scope);
    return kind == Kind.EQUALS_JSON
        ? JsonComparison.equal(wanted, found)
        : JsonComparison.contains(wanted, found);
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return (kind == Kind.EQUALS_JSON ? "to equal " : "to contain ") + operand.shown(scope);
  }

  /** The first difference of a single value, in place of two long documents. */
  @Override
  public @Nullable Detail detail(Values values, Scope scope) {
    JsonNode found = values.all().size() == 1 ? values.all().get(0).json() : null;
    if (found == null) {
      return null;
    }
    JsonNode wanted = operand.node(scope);
    JsonDifference difference =
        kind == Kind.EQUALS_JSON
            ? JsonComparison.firstDifference(wanted, found)
            : JsonComparison.firstMissing(wanted, found);
    if (difference == null) {
      return null;
    }
    String expected = difference.expected();
    return new Detail(
        difference.path(),
        expected.equals("nothing") ? "to be absent" : verb(expected) + expected,
        difference.found());
  }

  private static String verb(String expected) {
    return expected.startsWith("an item ") ? "to have " : "to equal ";
  }

  @Override
  public boolean dependsOnMoment() {
    return !operand.isConstant();
  }
}
