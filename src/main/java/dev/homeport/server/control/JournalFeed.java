package dev.homeport.server.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.Subscription;
import dev.homeport.engine.journal.View;
import dev.homeport.engine.json.Json;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The journal as it grows, as server-sent events (HTML Standard, 9.2). It holds no request: it
 * knows how far it has read, and of which requests the endings are still to be told.
 *
 * <ul>
 *   <li>{@code request}: one has been written down
 *   <li>{@code ended}: its response has been sent, or its client has gone; the same object,
 *       complete
 *   <li>{@code lost}: how many requests were dropped before they could be told, and how many
 *       endings
 *   <li>{@code cleared}: the journal was
 * </ul>
 *
 * <p>The id of an event says what is known after it: {@code 57}, or {@code 57-50} while the ending
 * of 50 is not told. Who resumes may be told an ending twice, and none is forgotten.
 */
final class JournalFeed implements Feed {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);

  /** Also says at once that the stream is there. */
  private static final String GREETING = "retry: 1000\n\n";

  private static final int MOST_AT_ONCE = 64;

  /** Most requests whose endings are waited for. */
  private static final int MOST_PENDING = 1_000;

  private final Journal journal;
  private final Runnable onClose;
  private final Subscription bell;
  private final TreeSet<Long> pending = new TreeSet<>();
  private String unsaid = GREETING;
  private long first;
  private long seen;
  private long lostRequests;
  private long lostEndings;
  private volatile Runnable wake = () -> {};
  private volatile boolean ended;

  /** Whether it had nothing to tell when it was asked last; otherwise it will be asked again. */
  private volatile boolean idle;

  /**
   * A feed of what comes from now on, or of what came after a position.
   *
   * @param onClose is told when it is closed
   */
  JournalFeed(Journal journal, @Nullable StreamPosition position, Consumers onClose) {
    this.journal = journal;
    this.onClose = () -> onClose.closed(this);
    this.bell = journal.subscribe(1, () -> wake.run());
    View view = journal.view();
    this.first = view.first();
    this.seen = view.last();
    if (position != null) {
      resume(position, view);
    }
  }

  /** Who has to do with all feeds. */
  @FunctionalInterface
  interface Consumers {
    void closed(JournalFeed feed);
  }

  private void resume(StreamPosition position, View view) {
    if (position.seen() > view.last() || position.seen() < view.first() - 1) {
      // Of another run of the server, or of before the journal was cleared.
      unsaid += event("cleared", Map.of());
      seen = view.first() - 1;
      return;
    }
    seen = position.seen();
    for (long id = Math.max(position.pending(), seen - MOST_PENDING + 1); id <= seen; id++) {
      pending.add(id);
    }
  }

  @Override
  public byte @Nullable [] next() {
    idle = false;
    StringBuilder events = new StringBuilder(unsaid);
    unsaid = "";
    do {
      tell(events);
    } while (events.isEmpty() && !ended && !bell.next().isEmpty());
    if (events.isEmpty()) {
      idle = true;
      tell(events); // what happened just before did not wake anybody
    }
    return events.isEmpty() ? null : events.toString().getBytes(UTF_8);
  }

  private void tell(StringBuilder events) {
    tellRequests(events);
    tellEndings(events);
    tellLost(events);
  }

  private void tellRequests(StringBuilder events) {
    View view = journal.viewAfter(seen);
    if (view.first() != first) {
      first = view.first();
      pending.clear();
      events.append(event("cleared", Map.of()));
    }
    if (view.missed() > 0) {
      lostRequests += view.missed();
      seen = Math.max(seen, first - 1) + view.missed();
      tellLost(events);
    }
    List<Entry> news = view.entries();
    for (Entry entry : news.subList(0, Math.min(MOST_AT_ONCE, news.size()))) {
      seen = entry.id();
      pending.add(seen);
      events.append(event("request", EntryJson.summary(entry)));
    }
    while (pending.size() > MOST_PENDING) {
      pending.pollFirst();
      lostEndings++;
    }
  }

  private void tellEndings(StringBuilder events) {
    int told = 0;
    for (Iterator<Long> ids = pending.iterator(); ids.hasNext() && told < MOST_AT_ONCE; ) {
      Entry entry = journal.entry(ids.next()).orElse(null);
      if (entry == null) {
        ids.remove();
        lostEndings++;
      } else if (entry.ending() != Ending.PENDING) {
        ids.remove();
        told++;
        events.append(event("ended", EntryJson.summary(entry)));
      }
    }
  }

  private void tellLost(StringBuilder events) {
    if (lostRequests > 0 || lostEndings > 0) {
      Map<String, Object> lost = new LinkedHashMap<>();
      lost.put("requests", lostRequests);
      lost.put("endings", lostEndings);
      events.append(event("lost", lost));
      lostRequests = 0;
      lostEndings = 0;
    }
  }

  /** JSON has no line break, so the data is one line. */
  private String event(String name, Map<String, ?> data) {
    String id = new StreamPosition(seen, pending.isEmpty() ? seen + 1 : pending.first()).toString();
    return "event: " + name + "\nid: " + id + "\ndata: " + Json.write(data) + "\n\n";
  }

  @Override
  public boolean isEnded() {
    return ended;
  }

  @Override
  public void onMore(Runnable told) {
    wake = told;
  }

  /** A response has ended, or the journal was cleared: there may be something to tell. */
  void wake() {
    if (idle) {
      wake.run();
    }
  }

  /** There will be nothing more to tell. */
  void end() {
    ended = true;
    wake.run();
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  @Override
  public byte[] heartbeat() {
    return HEARTBEAT;
  }

  @Override
  public void close() {
    bell.close();
    onClose.run();
  }
}
