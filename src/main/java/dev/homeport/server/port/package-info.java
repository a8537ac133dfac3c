/**
 * Choosing a port on both loopback families. Start at {@link dev.homeport.server.port.PortChoice}.
 */
@NullMarked
package dev.homeport.server.port;

import org.jspecify.annotations.NullMarked;
