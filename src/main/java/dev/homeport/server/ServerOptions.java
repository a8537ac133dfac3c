package dev.homeport.server;

import dev.homeport.server.port.PortChoice;

/**
 * How a server listens.
 *
 * @param host an address of this machine; empty for loopback, both families
 * @param port which port
 * @param maxBodyBytes the largest request body; a larger one is refused with 413
 */
public record ServerOptions(String host, PortChoice port, long maxBodyBytes) {

  /** The largest array that a body can be kept in. */
  private static final long MOST = Integer.MAX_VALUE - 8L;

  public ServerOptions {
    if (maxBodyBytes < 0 || maxBodyBytes > MOST) {
      throw new IllegalArgumentException("max-body " + maxBodyBytes + " is not from 0 to " + MOST);
    }
  }
}
