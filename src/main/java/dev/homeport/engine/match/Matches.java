package dev.homeport.engine.match;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.regex.TextPattern;
import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * {@code matches}: the whole value matches a regular expression.
 *
 * @param compiled the expression, unless it is a template
 */
public record Matches(Operand operand, boolean ignoreCase, @Nullable TextPattern compiled)
    implements Matcher {

  /** Longest expression that is compiled while a request waits. */
  private static final int LONGEST_RENDERED = 1000;

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    String text = value == null ? null : value.text();
    TextPattern pattern = text == null ? null : pattern(scope);
    return text != null && pattern != null && pattern.matches(text);
  }

  private @Nullable TextPattern pattern(Scope scope) {
    if (compiled != null) {
      return compiled;
    }
    String text = String.valueOf(operand.value(scope));
    try {
      return text.length() > LONGEST_RENDERED ? null : TextPattern.compile(text, ignoreCase);
    } catch (SyntaxException e) { // what was rendered is no expression, so nothing matches it
      return null;
    }
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return "to match " + operand.shown(scope) + TextOperator.caseNote(ignoreCase);
  }

  @Override
  public boolean dependsOnMoment() {
    return !operand.isConstant();
  }
}
