package dev.homeport.server.forward;

import dev.homeport.engine.answer.Callback;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.server.outbound.OutboundClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.xnio.XnioIoThread;

/**
 * Sends the requests that follow answers, and writes down what came of them. No thread waits for
 * their delay or their answer. Safe for any number of threads.
 */
public final class CallbackSender {

  /** Of one port, those that wait for their delay included. */
  private static final int MOST_PENDING = 1000;

  /** Tells a request that a callback made from others, so that no two go on for ever. */
  static final String MARK = "Homeport-Callback";

  private final OutboundClient client;
  private final String name;
  private final Journal journal;
  private final BiConsumer<Entry, OutboundResult> log;
  private final Set<PendingCallback> pending = ConcurrentHashMap.newKeySet();

  /**
   * @param name of this server, like no other
   * @param log hears what came of each; quick, never throws
   */
  public CallbackSender(
      OutboundClient client, String name, Journal journal, BiConsumer<Entry, OutboundResult> log) {
    this.client = client;
    this.name = name;
    this.journal = journal;
    this.log = log;
  }

  /**
   * Sends what follows an answer that has been sent; each after its delay.
   *
   * @param thread an I/O thread, any
   */
  public void send(XnioIoThread thread, Request request, List<Callback> callbacks, Entry answered) {
    boolean isOwn = name.equals(request.headers().first(MARK));
    for (Callback callback : callbacks) {
      if (callback instanceof Callback.Broken broken) {
        fail(answered, broken.method(), broken.at().toString(), broken.why());
      } else if (callback instanceof Callback.Ready ready) {
        send(thread, ready, answered, isOwn);
      } else {
        throw new AssertionError(callback);
      }
    }
  }

  private void send(XnioIoThread thread, Callback.Ready callback, Entry answered, boolean isOwn) {
    String url = callback.url().toString();
    if (isOwn) {
      fail(answered, callback.method(), url, "the request is a callback of this server itself");
    } else if (pending.size() >= MOST_PENDING) {
      fail(answered, callback.method(), url, MOST_PENDING + " callbacks are under way already");
    } else {
      PendingCallback begun = new PendingCallback(this, thread, callback, answered);
      pending.add(begun);
      begun.begin();
    }
  }

  private void fail(Entry answered, String method, String url, String why) {
    ended(answered, new OutboundResult(method, url, 0, why, Duration.ZERO));
  }

  OutboundClient client() {
    return client;
  }

  String name() {
    return name;
  }

  void ended(PendingCallback over, Entry answered, OutboundResult result) {
    if (pending.remove(over)) {
      ended(answered, result);
    }
  }

  private void ended(Entry answered, OutboundResult result) {
    journal.addCallback(answered, result);
    log.accept(answered, result);
  }

  /** None that waits or is under way goes on; nothing is written down about them. */
  public void cancelAll() {
    for (PendingCallback each : List.copyOf(pending)) {
      if (pending.remove(each)) {
        each.cancel();
      }
    }
  }
}
