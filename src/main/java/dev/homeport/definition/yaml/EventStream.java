package dev.homeport.definition.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The parser's events, and what was read last: a syntax error is explained from that. One thread.
 */
final class EventStream {

  /**
   * The parser fails when a surrogate pair lies across the end of its buffer (snakeyaml-engine
   * 3.0.1), so the buffer takes the whole text and some more.
   */
  private static final int WHOLE_TEXT = 16;

  private final YamlSource source;
  private final ParserImpl parser;
  private final Deque<CollectionStartEvent> open = new ArrayDeque<>();
  private @Nullable ScalarEvent lastScalar;

  EventStream(YamlSource source) {
    this.source = source;
    LoadSettings settings =
        LoadSettings.builder()
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(source.text().length() + WHOLE_TEXT)
            .build();
    this.parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
  }

  /** The next event, which stays. */
  Event peek() {
    return parser.peekEvent();
  }

  boolean nextIs(Event.ID id) {
    return parser.checkEvent(id);
  }

  Event next() {
    Event event = parser.next();
    if (event instanceof CollectionStartEvent start) {
      open.push(start);
    } else if (event instanceof CollectionEndEvent && !open.isEmpty()) {
      open.pop();
    } else if (event instanceof ScalarEvent scalar
        && !(scalar.isPlain() && scalar.getValue().isEmpty())) {
      lastScalar = scalar;
    }
    return event;
  }

  int start(Event event) {
    return offset(event.getStartMark());
  }

  int end(Event event) {
    return offset(event.getEndMark());
  }

  private int offset(Optional<Mark> mark) {
    return mark.isPresent() ? source.offset(mark.get()) : 0;
  }

  /** The scalar read last that is not an empty one; null before the first. */
  @Nullable ScalarEvent lastScalar() {
    return lastScalar;
  }

  /** Whether the collection that was opened last stands between braces or brackets itself. */
  boolean lastOpenedInFlow() {
    return open.stream().skip(1).findFirst().filter(CollectionStartEvent::isFlow).isPresent();
  }

  /** The mappings and lists that are open, the innermost first. */
  Iterable<CollectionStartEvent> open() {
    return open;
  }
}
