package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/** {@code is}: a JSON type; a text that is not JSON is of the type it spells. */
public record OfType(JsonType type) implements Matcher {

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    return value != null && value.is(type);
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return "to be " + type.withArticle();
  }

  @Override
  public boolean dependsOnMoment() {
    return false;
  }
}
