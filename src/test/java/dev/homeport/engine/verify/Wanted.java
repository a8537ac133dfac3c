package dev.homeport.engine.verify;

import dev.homeport.definition.load.When;
import dev.homeport.engine.journal.Call;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Patterns in the language of mock files. */
final class Wanted {

  private Wanted() {}

  /** {@code POST|PUT /charges/{id}}; {@code ANY *} for any method and any path. */
  static RequestPattern of(String key) {
    return of(key, "{}");
  }

  /**
   * A pattern with conditions.
   *
   * @param when as in a mock file
   */
  static RequestPattern of(String key, String when) {
    return of(key, when, null, null);
  }

  static RequestPattern named(String name) {
    return of("ANY *", "{}", name, null);
  }

  static RequestPattern tagged(String tag) {
    return of("ANY *", "{}", null, tag);
  }

  private static RequestPattern of(
      String key, String when, @Nullable String name, @Nullable String tag) {
    int space = key.indexOf(' ');
    String path = key.substring(space + 1);
    Set<String> methods =
        new LinkedHashSet<>(Arrays.asList(key.substring(0, space).split("\\|", -1)));
    return new RequestPattern(
        methods,
        path.equals("*") ? null : Call.path(path),
        when.equals("{}") ? List.of() : When.of(when).conditions(),
        name,
        tag);
  }
}
