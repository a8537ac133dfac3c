/**
 * What changes between requests: counters and the state (data collections join them). Knows no
 * request. Start at {@link dev.homeport.engine.state.Memory}.
 */
@NullMarked
package dev.homeport.engine.state;

import org.jspecify.annotations.NullMarked;
