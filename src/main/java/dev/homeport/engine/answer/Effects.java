package dev.homeport.engine.answer;

import java.util.List;

/**
 * What a response brings about besides the reply. Immutable, safe to share.
 *
 * @param changes of state and data, before it is rendered
 * @param callbacks requests to other servers that follow it
 * @param send what other clients are told after it was decided on
 */
public record Effects(ChangePlan changes, List<CallbackPlan> callbacks, SendPlan send) {

  private static final Effects NOTHING =
      new Effects(ChangePlan.nothing(), List.of(), SendPlan.nothing());

  public Effects {
    callbacks = List.copyOf(callbacks);
  }

  /** A response that is sent and no more. */
  public static Effects nothing() {
    return NOTHING;
  }

  /** These; the same object for all responses that bring about nothing. */
  public static Effects of(ChangePlan changes, List<CallbackPlan> callbacks, SendPlan send) {
    Effects made = new Effects(changes, callbacks, send);
    return made.isNothing() ? NOTHING : made;
  }

  boolean isNothing() {
    return changes.isEmpty() && callbacks.isEmpty() && send.isEmpty();
  }

  /** Handshakes and messages of WebSockets are followed by no request to another server. */
  Effects withoutCallbacks() {
    return new Effects(changes, List.of(), send);
  }
}
