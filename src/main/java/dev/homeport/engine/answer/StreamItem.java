package dev.homeport.engine.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One item of a stream as the author wrote it. Immutable, safe to share. */
public sealed interface StreamItem {

  /** Where it stands, for messages. */
  Location at();

  /** How long it waits after the one before, or null. */
  @Nullable DelayPlan delay();

  /** The bytes that are sent; none for an item that is nothing but a pause. */
  byte[] render(Scope scope) throws UnsendableException;

  /**
   * A piece of a body: a JSON value with the end of its line, a text as it is.
   *
   * @param content null for a pause
   */
  record Piece(Location at, @Nullable DelayPlan delay, @Nullable ItemContent content)
      implements StreamItem {

    @Override
    public byte[] render(Scope scope) {
      if (content == null) {
        return new byte[0];
      }
      String text = content.text(scope);
      return (content.isJson() ? text + "\n" : text).getBytes(UTF_8);
    }
  }

  /**
   * A server-sent event (HTML Standard, 9.2.6). A field that renders empty is not sent; data of
   * several lines are several fields.
   *
   * @param data null for none; browsers pass over such an event but for its id and retry
   */
  record Event(
      Location at,
      @Nullable DelayPlan delay,
      @Nullable Template event,
      @Nullable Template id,
      @Nullable Template retry,
      @Nullable ItemContent data)
      implements StreamItem {

    @Override
    public byte[] render(Scope scope) throws UnsendableException {
      StringBuilder out = new StringBuilder();
      add("event", event, scope, text -> true, out);
      add("id", id, scope, text -> text.indexOf('\0') < 0, out);
      add("retry", retry, scope, text -> text.matches("[0-9]{1,15}"), out);
      if (data != null) {
        for (String line : data.text(scope).split("\r\n|\r|\n", -1)) {
          out.append("data: ").append(line).append('\n');
        }
      }
      return out.isEmpty() ? new byte[0] : out.append('\n').toString().getBytes(UTF_8);
    }

    private void add(
        String name,
        @Nullable Template value,
        Scope scope,
        Predicate<String> isSendable,
        StringBuilder out)
        throws UnsendableException {
      String text = value == null ? "" : value.text(scope);
      if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
        throw new UnsendableException(name, at, "a line break cannot stand in it");
      }
      if (text.isEmpty()) {
        return;
      }
      if (!isSendable.test(text)) {
        throw new UnsendableException(name, at, "the rendered value is none");
      }
      out.append(name).append(": ").append(text).append('\n');
    }
  }
}
