package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A helper of the template language and how it is called.
 *
 * @param least fewest arguments
 * @param most most arguments
 * @param keys the names it takes as {@code key=value}
 * @param required those of them that must be given
 * @param anyKeys whether it takes all others, too
 * @param example a call as it should be written, for messages
 */
record Helper(
    String name,
    int least,
    int most,
    Set<String> keys,
    Set<String> required,
    boolean anyKeys,
    String example,
    Making making) {

  /** Makes a call of the helper with checked arguments. */
  @FunctionalInterface
  interface Making {
    Expression make(Arguments arguments) throws SyntaxException;
  }

  /** A helper of one value. */
  @FunctionalInterface
  interface One {
    @Nullable Object apply(@Nullable Object value);
  }

  /** A helper of two values. */
  @FunctionalInterface
  interface Two {
    @Nullable Object apply(@Nullable Object first, @Nullable Object second);
  }

  static Helper of(String name, int least, int most, String example, Making making) {
    return new Helper(name, least, most, Set.of(), Set.of(), false, example, making);
  }

  static Helper one(String name, String example, One body) {
    return of(
        name,
        1,
        1,
        example,
        arguments -> {
          Expression value = arguments.at(0);
          return scope -> body.apply(value.value(scope));
        });
  }

  static Helper two(String name, String example, Two body) {
    return of(
        name,
        2,
        2,
        example,
        arguments -> {
          Expression first = arguments.at(0);
          Expression second = arguments.at(1);
          return scope -> body.apply(first.value(scope), second.value(scope));
        });
  }

  Helper withKeys(String... names) {
    return new Helper(name, least, most, Set.of(names), required, anyKeys, example, making);
  }

  Helper withRequired(String... names) {
    return new Helper(name, least, most, keys, Set.of(names), anyKeys, example, making);
  }

  Helper withAnyKeys() {
    return new Helper(name, least, most, keys, required, true, example, making);
  }
}
