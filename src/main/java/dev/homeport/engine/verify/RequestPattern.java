package dev.homeport.engine.verify;

import dev.homeport.engine.match.Condition;
import dev.homeport.engine.route.Methods;
import dev.homeport.engine.route.PathPattern;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are meant: everything that is said must hold. Immutable.
 *
 * @param methods one of these, case-sensitive; empty, or with {@code ANY} among them, for all
 * @param path null for all; its variables are seen by the conditions (without one those of the
 *     route that answered are)
 * @param conditions as in {@code when}, but for those that depend on the moment
 * @param name of the route or the response that answered, or null
 * @param tag of what answered, or null
 */
public record RequestPattern(
    Set<String> methods,
    @Nullable PathPattern path,
    List<Condition> conditions,
    @Nullable String name,
    @Nullable String tag) {

  public RequestPattern {
    methods =
        methods.contains(Methods.ANY)
            ? Set.of()
            : Collections.unmodifiableSet(new LinkedHashSet<>(methods));
    conditions = List.copyOf(conditions);
    for (Condition condition : conditions) {
      if (condition.dependsOnMoment()) {
        throw new IllegalArgumentException(
            "'"
                + condition.described()
                + "' cannot be verified: 'call', 'test', 'state', 'data', templates and dates that count from"
                + " now depend on the moment of the request (write conditions on the request alone)");
      }
    }
  }

  /** Every request. */
  public static RequestPattern any() {
    return new RequestPattern(Set.of(), null, List.of(), null, null);
  }

  /**
   * In words: {@code POST /charges with json $.amount to equal 42}, {@code any request answered by
   * route 'charge'}.
   */
  public String described() {
    StringBuilder words = new StringBuilder();
    if (methods.isEmpty()) {
      words.append(path == null ? "any request" : "any request to ");
    } else {
      words.append(String.join("|", methods)).append(path == null ? " of any path" : " ");
    }
    if (path != null) {
      words.append(path);
    }
    if (!conditions.isEmpty()) {
      words.append(
          conditions.stream()
              .map(Condition::described)
              .collect(Collectors.joining(" and ", " with ", "")));
    }
    if (name != null) {
      words.append(" answered by '").append(name).append('\'');
    }
    if (tag != null) {
      words.append(" tagged '").append(tag).append('\'');
    }
    return Bounded.line(words.toString());
  }
}
