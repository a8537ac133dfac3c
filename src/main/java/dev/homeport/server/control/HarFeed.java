package dev.homeport.server.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.View;
import dev.homeport.engine.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one moment as a HAR 1.2 document, an entry a piece. What is dropped before it is
 * written is left out.
 */
final class HarFeed implements Feed {

  private static final byte[] NOTHING = new byte[0];
  private static final String BEGIN =
      "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"Homeport\",\"version\":\"1\"},\"entries\":[";

  /** So many entries are looked at for a piece at most, when the filter takes none. */
  private static final int MOST_LOOKED_AT = 500;

  private final Journal journal;
  private final Journal sent;
  private final JournalFilter filter;
  private final long last;
  private long next;
  private boolean begun;
  private boolean first = true;
  private boolean ended;

  /**
   * The journal of now.
   *
   * @param sent what mocks sent by themselves, for WebSockets
   */
  HarFeed(Journal journal, Journal sent, JournalFilter filter) {
    this.journal = journal;
    this.sent = sent;
    this.filter = filter;
    View view = journal.view();
    List<Entry> held = view.entries();
    this.next = held.isEmpty() ? view.last() + 1 : held.get(0).id();
    this.last = view.last();
  }

  @Override
  public byte @Nullable [] next() {
    if (ended) {
      return null;
    }
    if (!begun) {
      begun = true;
      return BEGIN.getBytes(UTF_8);
    }
    for (int looked = 0; next <= last && looked < MOST_LOOKED_AT; looked++) {
      Entry entry = journal.entry(next++).filter(this::isShown).orElse(null);
      if (entry != null) {
        String comma = first ? "\n" : ",\n";
        first = false;
        return (comma + Json.write(har(entry))).getBytes(UTF_8);
      }
    }
    if (next <= last) {
      return "\n".getBytes(UTF_8);
    }
    ended = true;
    return "]}}\n".getBytes(UTF_8);
  }

  /** The format knows requests alone; a message stands with the one that opened its connection. */
  private boolean isShown(Entry entry) {
    return entry.message().isEmpty() && filter.test(entry);
  }

  private Map<String, Object> har(Entry entry) {
    return entry.status() == 101
        ? HarEntry.of(entry, HarMessages.of(entry, journal, sent))
        : HarEntry.of(entry);
  }

  @Override
  public boolean isEnded() {
    return ended;
  }

  @Override
  public void onMore(Runnable wake) {
    // Everything is there from the beginning.
  }

  @Override
  public Duration patience() {
    return Duration.ZERO;
  }

  @Override
  public byte[] heartbeat() {
    return NOTHING;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
