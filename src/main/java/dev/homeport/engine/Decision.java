package dev.homeport.engine;

import dev.homeport.engine.answer.Answer;
import dev.homeport.engine.answer.Callback;
import dev.homeport.engine.journal.Outcome;
import java.util.List;

/**
 * What the engine makes of a request.
 *
 * @param answer what to send
 * @param outcome which route and case it comes from, or why none
 * @param callbacks what follows the answer
 */
public record Decision(Answer answer, Outcome outcome, List<Callback> callbacks) {

  public Decision {
    callbacks = List.copyOf(callbacks);
  }

  /** An answer that nothing follows. */
  public Decision(Answer answer, Outcome outcome) {
    this(answer, outcome, List.of());
  }
}
