/**
 * Sockets in, bytes out: Undertow and what is built around it. The only door to Undertow and XNIO.
 * Start at {@link dev.homeport.server.HttpServer}.
 */
@NullMarked
package dev.homeport.server;

import org.jspecify.annotations.NullMarked;
