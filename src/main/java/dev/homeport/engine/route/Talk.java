package dev.homeport.engine.route;

import dev.homeport.engine.answer.StreamBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens on the WebSockets that a case lets in. Immutable, safe to share.
 *
 * @param subprotocols that are spoken; empty for none
 * @param open sent when the client has come, or null
 * @param messages the first that holds is what a message brings about
 * @param every sent again and again, the first item of each round after the interval, or null
 */
public record Talk(
    List<String> subprotocols,
    @Nullable StreamBody open,
    CaseGroup messages,
    @Nullable StreamBody every) {

  public Talk {
    subprotocols = List.copyOf(subprotocols);
  }

  /** Whether a message may change the state. */
  public boolean changesState() {
    return messages.changesState();
  }
}
