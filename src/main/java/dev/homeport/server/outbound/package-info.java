/**
 * Requests to other servers: which are allowed, and how they are sent and answered. Knows no route
 * and no client of ours. Start at {@link dev.homeport.server.outbound.OutboundClient}.
 */
@NullMarked
package dev.homeport.server.outbound;

import org.jspecify.annotations.NullMarked;
