package dev.homeport.engine.template;

import org.jspecify.annotations.Nullable;

/** Something that has a value for each request. Immutable, safe to share. */
@FunctionalInterface
interface Expression {

  /**
   * The value: Map, List, String, Number, Boolean, or null for what is missing.
   *
   * @throws RenderException when a helper refuses its arguments
   */
  @Nullable Object value(Scope scope);

  /** The same value for every request, known when the file is loaded. */
  record Constant(@Nullable Object constant) implements Expression {

    @Override
    public @Nullable Object value(Scope scope) {
      return constant;
    }
  }

  /** A helper's call or a path: whatever goes wrong in it bears its name. */
  record Guarded(String name, Expression body) implements Expression {

    @Override
    public @Nullable Object value(Scope scope) {
      try {
        return body.value(scope);
      } catch (RenderException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        throw new RenderException(name + ": " + e.getMessage(), e);
      }
    }
  }
}
