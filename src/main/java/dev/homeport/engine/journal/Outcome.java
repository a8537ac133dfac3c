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
   * @param kept the bytes of the plan that are there anyway, for every answer of it, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // told from others by what it is, not by what it holds
  record ByRoute(Route route, Case answeredBy, ResponsePlan plan, byte @Nullable [] kept)
      implements Outcome {

    /** One whose bytes the plan keeps, if it does. */
    public ByRoute(Route route, Case answeredBy, ResponsePlan plan) {
      this(route, answeredBy, plan, plan.kept());
    }

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

    /** Whether the bytes of a reply are there anyway. */
    boolean shares(byte[] body) {
      return body == kept;
    }
  }

  /** No route did; the client was told why. */
  record Unmatched(Unanswered why) implements Outcome {}

  /** The server did, as it should: {@code OPTIONS}, say. */
  enum ByServer implements Outcome {
    INSTANCE
  }
}
