/**
 * Who may ask, and who may read the answer: decisions on origins, taken from headers alone. Knows
 * no socket. Start at {@link dev.homeport.server.guard.Cors}.
 */
@NullMarked
package dev.homeport.server.guard;

import org.jspecify.annotations.NullMarked;
