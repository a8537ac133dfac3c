/**
 * What changes between requests: counters, the state, and which data there are. Knows no request.
 * Start at {@link dev.homeport.engine.state.Memory}.
 */
@NullMarked
package dev.homeport.engine.state;

import org.jspecify.annotations.NullMarked;
