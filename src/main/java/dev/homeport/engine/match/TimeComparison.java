package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code before} and {@code after}: points on the time line; what is no date does not hold.
 *
 * @param fixed the operand's instant, unless it is a template or counts from now
 */
public record TimeComparison(Kind kind, Operand operand, @Nullable Instant fixed)
    implements Matcher {

  /** Which of the two. */
  public enum Kind {
    BEFORE,
    AFTER
  }

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    String text = value == null ? null : value.text();
    Instant instant = text == null ? null : Dates.value(text);
    Instant bound = instant == null ? null : bound(scope);
    if (instant == null || bound == null) {
      return false;
    }
    return kind == Kind.BEFORE ? instant.isBefore(bound) : instant.isAfter(bound);
  }

  private @Nullable Instant bound(Scope scope) {
    return fixed != null ? fixed : Dates.operand(String.valueOf(operand.value(scope)), scope.now());
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return (kind == Kind.BEFORE ? "to be before " : "to be after ") + operand.shown(scope);
  }

  @Override
  public boolean dependsOnMoment() {
    return fixed == null;
  }
}
