package dev.homeport.server.control;

import dev.homeport.engine.journal.Journal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The streams of one journal that are open. Safe for any number of threads. */
final class JournalFeeds {

  /** Most streams at the same time. */
  private static final int MOST = 100;

  private final Journal journal;
  private final Set<JournalFeed> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  JournalFeeds(Journal journal) {
    this.journal = journal;
  }

  ControlAnswer open(Call call) throws Refusal {
    String since = call.request().headers().first("Last-Event-ID");
    String text = since == null ? call.parameter("since").orElse(null) : since;
    StreamPosition position = text == null ? null : StreamPosition.parse(text);
    return new ControlAnswer.Streamed(Answers.head("text/event-stream"), feed(position));
  }

  private synchronized JournalFeed feed(@Nullable StreamPosition position) throws Refusal {
    if (closed) {
      throw Refusal.of(503, "Closing", "This port is being closed.");
    }
    if (open.size() >= MOST) {
      throw Refusal.of(
          503, "Too many streams", MOST + " streams of this journal are open; close one.");
    }
    JournalFeed feed = new JournalFeed(journal, position, open::remove);
    open.add(feed);
    return feed;
  }

  /** There may be something to tell. */
  void wake() {
    if (!open.isEmpty()) {
      open.forEach(JournalFeed::wake);
    }
  }

  /** Ends all of them, and lets no more begin. */
  synchronized void close() {
    closed = true;
    open.forEach(JournalFeed::end);
  }
}
