package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one helper call, while it is compiled.
 *
 * @param helper the helper's name
 * @param offset where the call begins in the source
 */
record Arguments(
    String helper, int offset, List<Argument> positional, Map<String, Argument> named) {

  /** An argument and where it stands. */
  record Argument(Expression value, int offset) {}

  /** Turns a value into what a helper works with. */
  @FunctionalInterface
  interface Preparation<T> {

    /**
     * What the helper works with.
     *
     * @throws SyntaxException when the value will not do; its message completes a line after a
     *     place
     */
    T prepare(@Nullable Object value) throws SyntaxException;
  }

  int count() {
    return positional.size();
  }

  /** Whether an argument was given at this place. */
  boolean has(int index) {
    return index < positional.size();
  }

  boolean has(String key) {
    return named.containsKey(key);
  }

  /** The argument at a place, or null as a value when it was not given. */
  Expression at(int index) {
    return at(index, null);
  }

  Expression at(int index, @Nullable Object fallback) {
    return has(index) ? positional.get(index).value() : new Expression.Constant(fallback);
  }

  Expression key(String key, @Nullable Object fallback) {
    Argument argument = named.get(key);
    return argument == null ? new Expression.Constant(fallback) : argument.value();
  }

  /** All that were given as {@code key=…}, in order. */
  Map<String, Expression> keys() {
    Map<String, Expression> keys = new LinkedHashMap<>();
    named.forEach((key, argument) -> keys.put(key, argument.value()));
    return keys;
  }

  List<Expression> values() {
    return positional.stream().map(Argument::value).toList();
  }

  /**
   * Prepares the argument at a place: once, and checked, when it is written out; else for each
   * request.
   */
  <T> Function<Scope, T> prepared(int index, @Nullable Object fallback, Preparation<T> preparation)
      throws SyntaxException {
    return prepared(has(index) ? positional.get(index) : null, fallback, preparation);
  }

  /** As above, of {@code key=…}. */
  <T> Function<Scope, T> prepared(String key, @Nullable Object fallback, Preparation<T> preparation)
      throws SyntaxException {
    return prepared(named.get(key), fallback, preparation);
  }

  private <T> Function<Scope, T> prepared(
      @Nullable Argument argument, @Nullable Object fallback, Preparation<T> preparation)
      throws SyntaxException {
    Expression value = argument == null ? new Expression.Constant(fallback) : argument.value();
    if (value instanceof Expression.Constant constant) {
      T once = once(argument == null ? offset : argument.offset(), constant, preparation);
      return scope -> once;
    }
    return scope -> {
      try {
        return preparation.prepare(value.value(scope));
      } catch (SyntaxException e) {
        throw new RenderException(helper + ": " + e.getMessage(), e);
      }
    };
  }

  private static <T> T once(int at, Expression.Constant constant, Preparation<T> preparation)
      throws SyntaxException {
    try {
      return preparation.prepare(constant.constant());
    } catch (SyntaxException e) {
      throw new SyntaxException(e.getMessage(), e.hint(), at);
    }
  }
}
