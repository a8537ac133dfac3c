package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is done upon a message of a WebSocket: the place of a body in a response to one. Immutable,
 * safe to share.
 *
 * @param reply to the client that sent it, or null
 * @param broadcast to every client of the same path, that one included, or null
 * @param close after all this, or null for not
 */
public record MessagePlan(
    @Nullable StreamBody reply, @Nullable StreamBody broadcast, @Nullable ClosePlan close)
    implements BodyPlan.Bodiless {

  /**
   * How a WebSocket is closed.
   *
   * @param code 1000 to 1003, 1007 to 1014, or 3000 to 4999 (RFC 6455, 7.4)
   * @param reason at most {@link Reaction.Close#MOST_REASON_BYTES} of UTF-8 when it is rendered
   */
  public record ClosePlan(int code, Template reason, Location at) {

    Reaction.Close render(Scope scope) throws UnsendableException {
      String text = reason.text(scope);
      if (!Reaction.Close.isReason(text)) {
        throw new UnsendableException(
            "close.reason", at, "the rendered text has more than 123 bytes");
      }
      return new Reaction.Close(code, text);
    }
  }

  /**
   * What one message brings about.
   *
   * @param scope of the message, with all vars in sight
   */
  Reaction react(Scope scope) throws UnsendableException {
    return new Reaction(
        reply == null ? null : reply.items(scope),
        broadcast == null ? null : broadcast.items(scope),
        close == null ? null : close.render(scope),
        List.of());
  }

  /** Every message has a reaction of its own. */
  @Override
  public boolean isConstant() {
    return false;
  }

  @Override
  public String kind() {
    return Stream.of(
            reply == null ? "" : "reply",
            broadcast == null ? "" : "broadcast",
            close == null ? "" : "close")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.collectingAndThen(Collectors.toList(), MessagePlan::joined));
  }

  private static String joined(List<String> words) {
    return words.isEmpty() ? "no reply" : String.join(", ", words);
  }
}
