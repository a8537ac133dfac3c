/**
 * What changes between requests: counters (scenarios and data collections join them). Knows no
 * request. Start at {@link dev.homeport.engine.state.Counters}.
 */
@NullMarked
package dev.homeport.engine.state;

import org.jspecify.annotations.NullMarked;
