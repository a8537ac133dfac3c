package dev.homeport.engine.answer;

import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.template.Scope;
import java.util.List;

/**
 * {@code events} and {@code stream}: items that are rendered and sent one after the other.
 *
 * @param items at least one
 * @param rounds how often they are sent, at least 1; {@link #FOREVER}
 */
public record StreamBody(Form form, List<StreamItem> items, long rounds) implements BodyPlan {

  /** Until the client goes. */
  public static final long FOREVER = Long.MAX_VALUE;

  /** Most rounds that are written as a number. */
  public static final long MOST_ROUNDS = 1_000_000_000;

  /** How the items follow each other. */
  public enum Form {
    /** Server-sent events; a comment keeps a silent connection (HTML Standard, 9.2.7). */
    EVENTS("events", "text/event-stream", ":\n\n"),
    /** A JSON value on each line. */
    JSON_LINES("stream", "application/x-ndjson", ""),
    /** Texts as they are. */
    PIECES("stream", "text/plain; charset=utf-8", ""),
    /** Messages of a WebSocket, which is no body: they are sent as {@link #items} of it. */
    MESSAGES("messages", "", "");

    private final String key;
    private final String mediaType;
    private final String heartbeat;

    Form(String key, String mediaType, String heartbeat) {
      this.key = key;
      this.mediaType = mediaType;
      this.heartbeat = heartbeat;
    }

    String heartbeat() {
      return heartbeat;
    }
  }

  public StreamBody {
    items = List.copyOf(items);
  }

  /** The items of one answer, to be sent one after the other. */
  public Items items(Scope scope) {
    return new Items(this, scope);
  }

  /** How many items are sent in all. */
  long total() {
    return rounds == FOREVER ? Long.MAX_VALUE : rounds * items.size();
  }

  @Override
  public String contentType(Scope scope) {
    return form.mediaType;
  }

  /** A cache between must not answer with events of yesterday. */
  @Override
  public List<Field> furtherHeaders() {
    return form == Form.EVENTS ? List.of(new Field("Cache-Control", "no-cache")) : List.of();
  }

  @Override
  public Body render(Scope scope) {
    return new Body.Streamed(items(scope));
  }

  /** Every answer has its own turns. */
  @Override
  public boolean isConstant() {
    return false;
  }

  @Override
  public String kind() {
    return form.key;
  }
}
