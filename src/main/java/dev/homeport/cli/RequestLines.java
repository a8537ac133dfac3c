package dev.homeport.cli;

import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.server.RequestLog;
import dev.homeport.server.wire.UnreadableHead;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Prints a line a request: those that no mock answered, or all. A thread of its own prints, for a
 * terminal may be slow, and nobody waits for it; what it cannot take any more is counted.
 */
final class RequestLines implements RequestLog {

  private static final int MOST_WAITING = 10_000;
  private static final int SHOWN = 2_000;

  private final PrintStream out;
  private volatile boolean all;
  private final BlockingQueue<Object> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong lost = new AtomicLong();

  /**
   * Prints from now on.
   *
   * @param all whether to print requests that a mock answered, too
   */
  RequestLines(PrintStream out, boolean all) {
    this.out = out;
    this.all = all;
  }

  /** From now on prints requests that a mock answered, too, or no more. */
  void showAll(boolean whether) {
    all = whether;
  }

  /** Starts the thread that prints; a daemon. */
  RequestLines started() {
    Thread printer = new Thread(this::print, "homeport-log");
    printer.setDaemon(true);
    printer.start();
    return this;
  }

  @Override
  public void ended(Entry entry) {
    if (all || entry.outcome() instanceof Outcome.Unmatched) {
      offer(entry);
    }
  }

  @Override
  public void unreadable(UnreadableHead head) {
    offer(head);
  }

  private void offer(Object line) {
    if (!waiting.offer(line)) {
      lost.incrementAndGet();
    }
  }

  private void print() {
    try {
      while (true) {
        Object next = waiting.take();
        out.println(next instanceof Entry entry ? line(entry) : line((UnreadableHead) next));
        long missing = lost.getAndSet(0);
        if (missing > 0) {
          out.println("… " + missing + " lines left out");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@code - 400 The request has no Host field. (GET / HTTP/1.1)}. */
  static String line(UnreadableHead head) {
    String quoted = head.requestLine().isEmpty() ? "" : " (" + head.requestLine() + ")";
    return "- 400 " + head.reason() + quoted;
  }

  /** {@code GET /users/7 200 1.2 ms GET /users/{id} mocks/users.yaml:3:1}. */
  static String line(Entry entry) {
    String time = entry.duration().map(RequestLines::shown).orElse("-");
    String left = entry.ending() == Ending.ABORTED ? " (the client left)" : "";
    return entry.method()
        + " "
        + VisibleText.of(entry.target(), SHOWN)
        + " "
        + entry.status()
        + " "
        + time
        + left
        + " "
        + by(entry.outcome());
  }

  private static String by(Outcome outcome) {
    if (outcome instanceof Outcome.ByRoute by) {
      return by.route().key() + name(by.name()) + " " + by.answeredBy().at();
    }
    return outcome instanceof Outcome.Unmatched unmatched
        ? "unmatched: " + unmatched.why().line()
        : "by itself";
  }

  private static String name(@Nullable String name) {
    return name == null ? "" : " '" + name + "'";
  }

  private static String shown(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }
}
