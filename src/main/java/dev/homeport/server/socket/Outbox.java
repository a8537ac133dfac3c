package dev.homeport.server.socket;

import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.server.timing.Pause;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.XnioIoThread;

/**
 * What mocks {@code send} on a port, now or after the delay of each. Safe for any number of
 * threads.
 */
final class Outbox {

  /** Most delayed messages that wait at the same time; clients could ask for any number. */
  private static final int MOST_DELAYED = 10_000;

  private final Audience audience;
  private final AtomicInteger delayed = new AtomicInteger();

  Outbox(Audience audience) {
    this.audience = audience;
  }

  /**
   * Sends all of them; beyond 10,000 that wait, a message finds nobody.
   *
   * @param by what they come from
   * @param timer of any connection
   */
  void send(List<Sending> sendings, Outcome by, XnioIoThread timer) {
    for (Sending each : sendings) {
      if (each.delay().isZero()) {
        audience.tell(each, by);
      } else {
        sendLater(each, by, timer);
      }
    }
  }

  private void sendLater(Sending message, Outcome by, XnioIoThread timer) {
    if (delayed.incrementAndGet() > MOST_DELAYED) {
      delayed.decrementAndGet();
      audience.notTold(message, by, "more than " + MOST_DELAYED + " messages wait to be sent");
      return;
    }
    Runnable due =
        () -> {
          delayed.decrementAndGet();
          audience.tell(message, by);
        };
    try {
      timer.executeAfter(due, Pause.millis(message.delay()), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      delayed.decrementAndGet(); // the server's threads have ended
    }
  }
}
