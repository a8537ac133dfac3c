/**
 * Conditions on a request. A check returns null, or the mismatch that explains itself: matching and
 * explaining are one code. Knows no route. Start at {@link dev.homeport.engine.match.Condition}.
 */
@NullMarked
package dev.homeport.engine.match;

import org.jspecify.annotations.NullMarked;
