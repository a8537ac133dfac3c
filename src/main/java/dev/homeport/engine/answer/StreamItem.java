package dev.homeport.engine.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import org.jspecify.annotations.Nullable;

/** One item of a stream as the author wrote it. Immutable, safe to share. */
public sealed interface StreamItem {

  /** Where it stands, for messages. */
  Location at();

  /** How long it waits after the one before, or null. */
  @Nullable DelayPlan delay();

  /** The bytes that are sent; none for an item that is nothing but a pause. */
  byte[] render(Scope scope) throws UnsendableException;

  /** What these bytes are; of a message of a WebSocket. */
  default Sending.Form form() {
    return Sending.Form.TEXT;
  }

  /** Whether it says something, and is not a pause alone. */
  default boolean isSaid() {
    return true;
  }

  /**
   * A message of a WebSocket.
   *
   * @param content null for a pause
   */
  record Message(Location at, @Nullable DelayPlan delay, @Nullable ItemContent content)
      implements StreamItem {

    @Override
    public byte[] render(Scope scope) throws UnsendableException {
      return content == null ? new byte[0] : content.bytes(scope);
    }

    @Override
    public Sending.Form form() {
      return content == null ? Sending.Form.TEXT : content.form();
    }

    @Override
    public boolean isSaid() {
      return content != null;
    }
  }

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
      String id = line("id", this.id, scope, at);
      check("id", id, id.indexOf('\0') < 0);
      String retry = line("retry", this.retry, scope, at);
      check("retry", retry, retry.matches("[0-9]{1,15}"));
      String name = line("event", event, scope, at);
      return bytes(name, id, retry, data == null ? null : data.text(scope));
    }

    private void check(String name, String text, boolean isSendable) throws UnsendableException {
      if (!text.isEmpty() && !isSendable) {
        throw new UnsendableException(name, at, "the rendered value is none");
      }
    }

    /** A field of one line, empty for none. */
    static String line(String name, @Nullable Template value, Scope scope, Location at)
        throws UnsendableException {
      String text = value == null ? "" : value.text(scope);
      if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
        throw new UnsendableException(name, at, "a line break cannot stand in it");
      }
      return text;
    }

    /** As it is sent; nothing when it has no field at all. */
    static byte[] bytes(String event, String id, String retry, @Nullable String data) {
      StringBuilder out = new StringBuilder();
      add("event", event, out);
      add("id", id, out);
      add("retry", retry, out);
      if (data != null) {
        for (String line : data.split("\r\n|\r|\n", -1)) {
          out.append("data: ").append(line).append('\n');
        }
      }
      return out.isEmpty() ? new byte[0] : out.append('\n').toString().getBytes(UTF_8);
    }

    private static void add(String name, String text, StringBuilder out) {
      if (!text.isEmpty()) {
        out.append(name).append(": ").append(text).append('\n');
      }
    }
  }
}
