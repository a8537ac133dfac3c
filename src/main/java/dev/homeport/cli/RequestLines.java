package dev.homeport.cli;

import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.server.RequestLog;
import dev.homeport.server.wire.UnreadableHead;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints a line a request: those that no mock answered, that another server did not answer, or
 * whose body broke off, or all; and one a callback that failed, or all. A thread of its own prints,
 * for a terminal may be slow, and nobody waits for it; what it cannot take any more is counted.
 */
final class RequestLines implements RequestLog, AutoCloseable {

  private static final int MOST_WAITING = 10_000;
  private static final int SHOWN = 4_000;

  /** For a terminal that takes nothing any more when the program ends. */
  private static final Duration FAREWELL = Duration.ofMillis(500);

  /** What is to be printed, and how the line begins; its text is made by who prints it. */
  private record Line(String beginning, Supplier<String> rest) {}

  private final PrintStream out;
  private volatile boolean all;
  private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final Thread printer = new Thread(this::print, "homeport-log");

  /**
   * Prints once it is {@link #started}.
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
    printer.setDaemon(true);
    printer.start();
    return this;
  }

  /** The log of a service's requests: each line says which. An empty name is the whole folder. */
  RequestLog of(String service) {
    return service.isEmpty() ? this : new OfService(this, service);
  }

  private record OfService(RequestLines lines, String service) implements RequestLog {

    @Override
    public void ended(Entry entry) {
      lines.ended(service + ": ", entry);
    }

    @Override
    public void calledBack(Entry entry, OutboundResult result) {
      lines.calledBack(service + ": ", entry, result);
    }

    @Override
    public void unreadable(UnreadableHead head) {
      lines.unreadable(service + ": ", head);
    }
  }

  @Override
  public void ended(Entry entry) {
    ended("", entry);
  }

  @Override
  public void calledBack(Entry entry, OutboundResult result) {
    calledBack("", entry, result);
  }

  @Override
  public void unreadable(UnreadableHead head) {
    unreadable("", head);
  }

  private void ended(String beginning, Entry entry) {
    boolean isTrouble =
        entry.outcome() instanceof Outcome.Unmatched
            || entry.failure().isPresent()
            || whyNotForwarded(entry) != null;
    if (all || isTrouble) {
      offer(new Line(beginning, () -> line(entry)));
    }
  }

  private void calledBack(String beginning, Entry entry, OutboundResult result) {
    if (all || result.failure() != null) {
      offer(new Line(beginning, () -> line(entry, result)));
    }
  }

  private void unreadable(String beginning, UnreadableHead head) {
    offer(new Line(beginning, () -> line(head)));
  }

  private void offer(Line line) {
    if (!waiting.offer(line)) {
      lost.incrementAndGet();
    }
  }

  private void print() {
    try {
      while (true) {
        print(waiting.take());
      }
    } catch (InterruptedException e) {
      for (Line last = waiting.poll(); last != null; last = waiting.poll()) {
        print(last);
      }
    }
  }

  private void print(Line next) {
    out.println(next.beginning() + next.rest().get());
    long missing = lost.getAndSet(0);
    if (missing > 0) {
      out.println("… " + missing + (missing == 1 ? " line" : " lines") + " left out");
    }
  }

  /** Prints what waits, if that is possible within half a second, and ends. */
  @Override
  public void close() {
    printer.interrupt();
    try {
      printer.join(FAREWELL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@code - 400 The request has no Host field. (GET / HTTP/1.1)}. */
  static String line(UnreadableHead head) {
    String quoted = head.requestLine().isEmpty() ? "" : " (" + head.requestLine() + ")";
    return "- 400 " + head.reason() + quoted;
  }

  /**
   * {@code GET /users/7 200 1.2 ms GET /users/{id} mocks/users.yaml:3:1}, {@code GET /userz 404 0.9
   * ms unmatched: …}. Without a status, nothing could be sent, or a fault sent nothing: {@code GET
   * /a - 0.2 ms (fault: reset) GET /a mocks/a.yaml:1:8}.
   */
  static String line(Entry entry) {
    String status = entry.status() == 0 ? "-" : Integer.toString(entry.status());
    String time = entry.duration().map(RequestLines::shown).orElse("-");
    String left = entry.fault().map(fault -> " (fault: " + fault + ")").orElse(whyAborted(entry));
    String line =
        String.join(" ", entry.method(), entry.target(), status, time + left, by(entry.outcome()));
    String why = whyNotForwarded(entry);
    return VisibleText.of(why == null ? line : line + ": " + why, SHOWN);
  }

  /** Null when it was, or needed not be. */
  private static @Nullable String whyNotForwarded(Entry entry) {
    return entry.forwarded().map(OutboundResult::failure).orElse(null);
  }

  /** {@code callback POST http://localhost:3000/hook 204 1.2 ms after GET /pay}. */
  static String line(Entry entry, OutboundResult result) {
    String what =
        result.failure() == null
            ? result.status() + " " + shown(result.duration())
            : "failed: " + result.failure();
    String line =
        String.join(
            " ",
            "callback",
            result.method(),
            result.url(),
            what,
            "after",
            entry.method(),
            entry.target());
    return VisibleText.of(line, SHOWN);
  }

  private static String whyAborted(Entry entry) {
    return entry.ending() == Ending.ABORTED
        ? " (" + entry.failure().orElse("the client left") + ")"
        : "";
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
