/**
 * Lets other servers answer requests: what is sent on, what comes back, and what is said when
 * nothing does. Start at {@link dev.homeport.server.forward.Forwarder}.
 */
@NullMarked
package dev.homeport.server.forward;

import org.jspecify.annotations.NullMarked;
