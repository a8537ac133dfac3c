package dev.homeport.server;

import java.util.List;
import java.util.Optional;

/**
 * Who can reach a server. Immutable.
 *
 * @param localhostUrl {@code http://localhost:49342}, to a browser another site than 127.0.0.1;
 *     empty unless the server holds every loopback address that {@code localhost} may be
 * @param isOpen whether other machines can
 * @param openUrls where they can, as far as this machine knows its addresses
 */
public record Reach(Optional<String> localhostUrl, boolean isOpen, List<String> openUrls) {

  public Reach {
    openUrls = List.copyOf(openUrls);
  }
}
