/**
 * Puts an answer on the wire: body, range, conditional request, delay. Start at {@link
 * dev.homeport.server.wire.AnswerWriter}.
 */
@NullMarked
package dev.homeport.server.wire;

import org.jspecify.annotations.NullMarked;
