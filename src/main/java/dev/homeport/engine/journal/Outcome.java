package dev.homeport.engine.journal;

import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.Route;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who answered a request. Immutable. */
public sealed interface Outcome {

  /**
   * A case of a route did.
   *
   * @param plan what it sent
   */
  record ByRoute(Route route, Case answeredBy, ResponsePlan plan) implements Outcome {

    /** Of the response, or null when it has none; the route has its own. */
    public @Nullable String name() {
      return plan.name();
    }

    /** Of the route, the case and the response together. */
    public Set<String> tags() {
      return plan.tags();
    }

    /** Whether the route or the response is called so. */
    public boolean isNamed(String other) {
      return other.equals(name()) || other.equals(route.name());
    }
  }

  /** No route did; the client was told why. */
  record Unmatched(Unanswered why) implements Outcome {}

  /** The server did, as it should: {@code OPTIONS}, say. */
  enum ByServer implements Outcome {
    INSTANCE
  }
}
