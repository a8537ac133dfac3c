package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code send}: what an answer says to clients of WebSockets and streams. Immutable, safe to share.
 *
 * @param items sent in this order, each after its own delay
 */
public record SendPlan(List<Item> items) {

  /**
   * One message.
   *
   * @param to renders the path whose clients get it
   * @param event the name that it has as a server-sent event, or null
   * @param id likewise its id
   */
  public record Item(
      Location at,
      Template to,
      @Nullable DelayPlan delay,
      ItemContent content,
      @Nullable Template event,
      @Nullable Template id) {

    private Sending render(Scope scope) throws UnsendableException {
      String path = to.text(scope);
      if (!path.startsWith("/")) {
        throw new UnsendableException("send.to", at, "the rendered value is no path");
      }
      return new Sending(
          path,
          delay == null ? Duration.ZERO : delay.render(scope),
          content.form(),
          content.bytes(scope),
          StreamItem.Event.line("send.event", event, scope, at),
          StreamItem.Event.line("send.id", id, scope, at));
    }
  }

  public SendPlan {
    items = List.copyOf(items);
  }

  /** Sends nothing. */
  public static SendPlan nothing() {
    return new SendPlan(List.of());
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** What one answer says, rendered. */
  List<Sending> render(Scope scope) throws UnsendableException {
    List<Sending> sendings = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      sendings.add(items.get(i).render(scope.atItem(i, i == items.size() - 1)));
    }
    return sendings;
  }
}
