/**
 * What to send, decided but unsent: status, headers, body, delay, pace, fault; which other server
 * to ask instead, and what to send it afterwards. Knows no socket; files are asked for through one
 * small interface. Start at {@link dev.homeport.engine.answer.ResponsePlan} (before) and {@link
 * dev.homeport.engine.answer.Reply} (after rendering).
 */
@NullMarked
package dev.homeport.engine.answer;

import org.jspecify.annotations.NullMarked;
