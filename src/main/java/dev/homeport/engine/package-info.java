/**
 * Request in, answer out. No sockets, no files, no clock of its own. Start at {@link
 * dev.homeport.engine.MockEngine}.
 */
@NullMarked
package dev.homeport.engine;

import org.jspecify.annotations.NullMarked;
