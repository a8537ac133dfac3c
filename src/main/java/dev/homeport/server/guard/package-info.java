/**
 * Who may ask, and who may read the answer: decisions on hosts, origins and tokens, taken from
 * headers alone. Knows no socket. Start at {@link dev.homeport.server.guard.Cors} for the mocks, at
 * {@link dev.homeport.server.guard.ControlGuard} for the control API.
 */
@NullMarked
package dev.homeport.server.guard;

import org.jspecify.annotations.NullMarked;
