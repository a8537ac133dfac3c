/**
 * Choosing a port on both loopback families, and saying who holds one that is taken. Start at
 * {@link dev.homeport.server.port.PortChoice} and {@link dev.homeport.server.port.PortHolders}; the
 * latter is not loaded unless somebody asks. Never opens a socket itself.
 */
@NullMarked
package dev.homeport.server.port;

import org.jspecify.annotations.NullMarked;
