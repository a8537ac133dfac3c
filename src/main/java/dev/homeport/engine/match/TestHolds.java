package dev.homeport.engine.match;

import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import org.jspecify.annotations.Nullable;

/** {@code test}: a template that must be true, or the text {@code true}. */
public record TestHolds(Template template) implements Condition {

  @Override
  public @Nullable Mismatch check(Scope scope) {
    try {
      Object value = template.value(scope);
      boolean holds =
          Boolean.TRUE.equals(value)
              || (value instanceof String text && text.strip().equals("true"));
      return holds ? null : new Said(this::subject, () -> "to be true", () -> Shown.value(value));
    } catch (RenderException e) {
      return new Said(
          this::subject, () -> "to be true", () -> "a template that failed: " + e.getMessage());
    }
  }

  private String subject() {
    return "test " + Shown.text(template.source());
  }

  @Override
  public String described() {
    return subject() + " to be true";
  }

  @Override
  public boolean dependsOnMoment() {
    return true;
  }

  @Override
  public int rank() {
    return Rank.TEMPLATE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TestHolds that && template.source().equals(that.template.source());
  }

  @Override
  public int hashCode() {
    return template.source().hashCode();
  }
}
