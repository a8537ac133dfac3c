/**
 * Waits on the timers of I/O threads; no thread is held. Knows nothing of what comes after. Start
 * at {@link dev.homeport.server.timing.Pause}.
 */
@NullMarked
package dev.homeport.server.timing;

import org.jspecify.annotations.NullMarked;
