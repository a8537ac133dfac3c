/**
 * The control API under {@code /__homeport}: a plain request in, an answer out, for tests in any
 * language. Knows no socket and decides on no browser: the server reads, guards and sends. Start at
 * {@link dev.homeport.server.control.ControlApi}.
 */
@NullMarked
package dev.homeport.server.control;

import org.jspecify.annotations.NullMarked;
