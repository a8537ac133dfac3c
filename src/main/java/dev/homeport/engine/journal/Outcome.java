package dev.homeport.engine.journal;

import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.Choice;
import dev.homeport.engine.route.Route;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who answered a request. Immutable. */
public sealed interface Outcome {

  /**
   * A case of a route did.
   *
   * @param name of the response, or null when it has none; the route has its own
   * @param tags of the route, the case and the response together
   */
  record ByRoute(Route route, Case answeredBy, @Nullable String name, Set<String> tags)
      implements Outcome {

    public ByRoute {
      tags = Set.copyOf(tags);
    }

    /** Whether the route or the response is called so. */
    public boolean isNamed(String other) {
      return other.equals(name) || other.equals(route.name());
    }

    /** Whether the bytes of a reply are there anyway, for every answer of this case. */
    boolean shares(byte[] body) {
      if (answeredBy.choice() instanceof Choice.Always always) {
        return always.plan().keeps(body);
      }
      for (ResponsePlan plan : answeredBy.choice().plans()) {
        if (plan.keeps(body)) {
          return true;
        }
      }
      return false;
    }
  }

  /** No route did; the client was told why. */
  record Unmatched(Unanswered why) implements Outcome {}

  /** The server did, as it should: {@code OPTIONS}, say. */
  enum ByServer implements Outcome {
    INSTANCE
  }
}
