package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The bare words {@code present} (also holds for an empty value or JSON's null) and {@code absent}.
 */
public enum Presence implements Matcher {
  PRESENT,
  ABSENT;

  @Override
  public boolean holdsFor(@Nullable Value value, Values all, Scope scope) {
    return all.present() == (this == PRESENT);
  }

  @Override
  public String expected(@Nullable Scope scope) {
    return this == PRESENT ? "to be present" : "to be absent";
  }

  @Override
  public boolean dependsOnMoment() {
    return false;
  }
}
