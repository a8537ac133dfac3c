package dev.homeport.engine;

import dev.homeport.engine.answer.Answer;
import dev.homeport.engine.journal.Outcome;

/**
 * What the engine makes of a request.
 *
 * @param answer what to send
 * @param outcome which route and case it comes from, or why none
 */
public record Decision(Answer answer, Outcome outcome) {}
