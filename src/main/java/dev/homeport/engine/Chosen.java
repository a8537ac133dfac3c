package dev.homeport.engine;

import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The case that answers, and what to send.
 *
 * @param followed what the request wished and got
 * @param settled the whole answer, if it was made while the state changed; else null
 */
record Chosen(
    Route route,
    Case answeredBy,
    boolean ofFirst,
    ResponsePlan plan,
    Scope scope,
    Preferences followed,
    @Nullable Reply settled) {

  Chosen(Route route, Case answeredBy, boolean ofFirst, ResponsePlan plan, Scope scope) {
    this(route, answeredBy, ofFirst, plan, scope, Preferences.NONE, null);
  }

  Chosen following(Preferences preferences) {
    return new Chosen(route, answeredBy, ofFirst, plan, scope, preferences, settled);
  }

  Chosen withSettled(@Nullable Reply reply) {
    return new Chosen(route, answeredBy, ofFirst, plan, scope, followed, reply);
  }

  /** Whether the change was refused, so that nothing follows from it. */
  boolean isRefused() {
    return settled != null && settled.status() >= 400;
  }
}
