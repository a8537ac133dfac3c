package dev.homeport.engine.match;

import dev.homeport.engine.json.Json;
import dev.homeport.engine.template.Scope;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code contains}, {@code startsWith}, {@code endsWith}. A JSON array contains what one of its
 * items equals.
 */
public record TextOperator(Kind kind, Operand operand, boolean ignoreCase) implements Matcher {

  /** Which of the three. */
  public enum Kind {
    CONTAINS("to contain "),
    STARTS_WITH("to start with "),
    ENDS_WITH("to end with ");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    private boolean holds(String text, String part) {
      return switch (this) {
        case CONTAINS -> text.contains(part);
        case STARTS_WITH -> text.startsWith(part);
        case ENDS_WITH -> text.endsWith(part);
      };
    }
  }

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    if (value == null) {
      return false;
    }
    Object wanted = operand.value(scope);
    if (kind == Kind.CONTAINS && value instanceof Value.Typed typed && typed.node().isArray()) {
      for (JsonNode item : typed.node()) {
        if (new Value.Typed(item).isEqualTo(wanted, ignoreCase)) {
          return true;
        }
      }
      return false;
    }
    String text = value.text();
    String part = part(wanted);
    if (text == null || part == null) {
      return false;
    }
    return ignoreCase
        ? kind.holds(text.toLowerCase(Locale.ROOT), part.toLowerCase(Locale.ROOT))
        : kind.holds(text, part);
  }

  /** A number is looked for as it is written in the file: {@code 1.20}. */
  private @Nullable String part(@Nullable Object wanted) {
    if (operand instanceof Operand.Constant constant && wanted instanceof Number) {
      return constant.source();
    }
    return wanted == null || wanted instanceof String ? (String) wanted : Json.write(wanted);
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return kind.words + operand.shown(scope) + caseNote(ignoreCase);
  }

  static String caseNote(boolean ignoreCase) {
    return ignoreCase ? " (in any case)" : "";
  }

  @Override
  public boolean dependsOnMoment() {
    return !operand.isConstant();
  }
}
