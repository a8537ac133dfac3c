package dev.homeport.server;

import dev.homeport.definition.setting.Settings;
import dev.homeport.engine.answer.ForwardObserver;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.outbound.AllowedTargets;
import dev.homeport.server.outbound.OutboundLimits;
import dev.homeport.server.port.PortChoice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a server listens.
 *
 * @param host an address of this machine; empty for loopback, both families
 * @param port which port
 * @param allowedHosts names that requests may call it, besides those of this machine
 * @param cors which pages may read the answers
 * @param maxBodyBytes the largest request body; a larger one is refused with 413
 * @param bodyTimeout how long a request body may stop coming; then it is refused with 408
 * @param journal how much the journal holds
 * @param adminToken that requests to the control API must bring, if there is one
 * @param outbound how it calls other servers
 */
public record ServerOptions(
    String host,
    PortChoice port,
    List<String> allowedHosts,
    Cors cors,
    long maxBodyBytes,
    Duration bodyTimeout,
    JournalLimits journal,
    Optional<String> adminToken,
    OutboundOptions outbound) {

  /** The largest array that a body can be kept in. */
  private static final long MOST = Integer.MAX_VALUE - 8L;

  public ServerOptions {
    allowedHosts = List.copyOf(allowedHosts);
    if (maxBodyBytes < 0 || maxBodyBytes > MOST) {
      throw new IllegalArgumentException("max-body " + maxBodyBytes + " is not from 0 to " + MOST);
    }
  }

  /**
   * What all settings together say of it.
   *
   * @param observer of what other servers answer, or null
   */
  static ServerOptions of(Settings settings, @Nullable ForwardObserver observer) {
    return new ServerOptions(
        settings.host().orElse(""),
        new PortChoice(settings.port()),
        settings.allowedHosts(),
        Cors.of(settings.cors()),
        settings.maxBodyBytes(),
        settings.bodyTimeout(),
        settings.journal(),
        settings.adminToken(),
        new OutboundOptions(
            AllowedTargets.of(settings.allowedOutbound()), OutboundLimits.DEFAULT, observer));
  }
}
