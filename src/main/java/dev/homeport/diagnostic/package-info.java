/**
 * Mistakes as values with a place: a {@link dev.homeport.diagnostic.Problem} says where, what was
 * found, what was expected and what to write. Knows nothing of YAML, HTTP or output streams. Start
 * at {@link dev.homeport.diagnostic.Problem}.
 */
@NullMarked
package dev.homeport.diagnostic;

import org.jspecify.annotations.NullMarked;
