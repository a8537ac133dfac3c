package dev.homeport.definition.load;

import dev.homeport.definition.load.StreamItemReader.Kind;
import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.answer.StreamBody;
import dev.homeport.engine.answer.StreamItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code events}, {@code stream} and the messages of a WebSocket: a list of items, and how
 * often it is sent.
 */
final class StreamReader {

  private final Reading reading;
  private final boolean templates;

  /**
   * A reader for one place.
   *
   * @param templates whether two opening braces begin an expression; without, they are text
   */
  StreamReader(Reading reading, boolean templates) {
    this.reading = reading;
    this.templates = templates;
  }

  /**
   * The body; null when a problem was reported.
   *
   * @param list under {@code events} or {@code stream}
   * @param repeat of the response, or null
   */
  @Nullable StreamBody read(YamlMapping.Entry list, @Nullable YamlNode repeat) {
    boolean areEvents = list.name().equals("events");
    return read(list, repeat, areEvents ? Kind.EVENT : Kind.PIECE);
  }

  /** Messages of a WebSocket, likewise. */
  @Nullable StreamBody readMessages(YamlMapping.Entry list, @Nullable YamlNode repeat) {
    return read(list, repeat, Kind.MESSAGE);
  }

  private @Nullable StreamBody read(YamlMapping.Entry list, @Nullable YamlNode repeat, Kind kind) {
    int before = reading.problems().count();
    long rounds = repeat == null ? 1 : rounds(repeat);
    if (!(list.value() instanceof YamlSequence sequence) || sequence.items().isEmpty()) {
      reading.expected(list.name(), "a list of one item or more", list.value());
      return null;
    }
    StreamItemReader reader = new StreamItemReader(reading, templates, kind);
    List<StreamItem> items = new ArrayList<>();
    for (YamlNode node : sequence.items()) {
      StreamItem item = reader.read(node);
      if (item != null) {
        items.add(item);
      }
    }
    if (reading.problems().count() > before) {
      return null;
    }
    if (rounds == StreamBody.FOREVER && items.stream().noneMatch(StreamReader::waits)) {
      reading.problem(
          list.key().at(),
          list.name() + " repeat forever without a delay",
          "give an item one, such as delay: 1s");
      return null;
    }
    return new StreamBody(form(kind, items), items, rounds);
  }

  private static boolean waits(StreamItem item) {
    return item.delay() != null && item.delay().mayWait();
  }

  private static StreamBody.Form form(Kind kind, List<StreamItem> items) {
    if (kind != Kind.PIECE) {
      return kind == Kind.EVENT ? StreamBody.Form.EVENTS : StreamBody.Form.MESSAGES;
    }
    boolean isText =
        items.stream()
            .anyMatch(
                item ->
                    item instanceof StreamItem.Piece piece
                        && piece.content() != null
                        && !piece.content().isJson());
    return isText ? StreamBody.Form.PIECES : StreamBody.Form.JSON_LINES;
  }

  private long rounds(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      if (scalar.text().equals("forever")) {
        return StreamBody.FOREVER;
      }
      if (scalar.kind() == YamlScalar.Kind.INTEGER && scalar.text().matches("[1-9]\\d{0,9}")) {
        long rounds = Long.parseLong(scalar.text());
        if (rounds <= StreamBody.MOST_ROUNDS) {
          return rounds;
        }
      }
    }
    reading.expected("repeat", "forever, or a whole number from 1 to 1000000000", node);
    return 1;
  }
}
