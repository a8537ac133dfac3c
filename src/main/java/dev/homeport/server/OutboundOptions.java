package dev.homeport.server;

import dev.homeport.engine.answer.ForwardObserver;
import dev.homeport.server.outbound.AllowedTargets;
import dev.homeport.server.outbound.OutboundLimits;
import org.jspecify.annotations.Nullable;

/**
 * How a server calls other servers.
 *
 * @param allowed which of them
 * @param observer hears of each request that another server answered, or null
 */
record OutboundOptions(
    AllowedTargets allowed, OutboundLimits limits, @Nullable ForwardObserver observer) {

  /** It calls nobody. */
  static OutboundOptions none() {
    return new OutboundOptions(AllowedTargets.none(), OutboundLimits.DEFAULT, null);
  }
}
