package dev.homeport.engine;

import dev.homeport.engine.answer.Answer;
import dev.homeport.engine.answer.Callback;
import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.journal.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine makes of a request.
 *
 * @param answer what to send
 * @param outcome which route and case it comes from, or why none
 * @param callbacks what follows the answer
 * @param sendings what clients of WebSockets and streams are told because of it
 * @param conversation what follows on the connection when the answer is 101, else null
 */
public record Decision(
    Answer answer,
    Outcome outcome,
    List<Callback> callbacks,
    List<Sending> sendings,
    @Nullable Conversation conversation) {

  public Decision {
    callbacks = List.copyOf(callbacks);
    sendings = List.copyOf(sendings);
  }

  /** An answer and nothing else. */
  public Decision(Answer answer, Outcome outcome) {
    this(answer, outcome, List.of(), List.of(), null);
  }
}
