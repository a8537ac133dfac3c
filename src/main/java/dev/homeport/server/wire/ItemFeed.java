package dev.homeport.server.wire;

import dev.homeport.engine.answer.Items;
import dev.homeport.engine.answer.Sending;
import dev.homeport.server.control.Feed;
import dev.homeport.server.socket.Receipt;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * Gives the items of an answer when their time has come: the wait for one begins when the one
 * before was taken by the connection. Lives on the I/O thread of the connection; no thread waits.
 */
final class ItemFeed implements Feed, OpenStream {

  /** What the HTML Standard, 9.2.7, advises for events. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Items items;
  private final XnioIoThread thread;
  private volatile Runnable wake = () -> {};
  private XnioExecutor.@Nullable Key alarm;
  private boolean isWaiting;
  private boolean isDue;

  /** What others say in the stream, before its next item. */
  private final Insertions insertions = new Insertions();

  private Runnable closed = () -> {};

  ItemFeed(Items items, XnioIoThread thread) {
    this.items = items;
    this.thread = thread;
  }

  @Override
  public byte @Nullable [] next() {
    byte[] inserted = insertions.next();
    if (inserted != null) {
      return inserted;
    }
    while (!isWaiting && items.hasNext()) {
      if (!isDue && mustWait(items.pause())) {
        return null;
      }
      isDue = false;
      byte[] bytes = items.next();
      if (bytes.length > 0) {
        return bytes;
      }
    }
    return null;
  }

  /** Rounded up: an item never comes before its time. */
  private boolean mustWait(Duration pause) {
    if (pause.isZero()) {
      return false;
    }
    isWaiting = true;
    long millis = pause.plusNanos(999_999).toMillis();
    alarm = thread.executeAfter(this::ring, millis, TimeUnit.MILLISECONDS);
    return true;
  }

  private void ring() {
    alarm = null;
    isWaiting = false;
    isDue = true;
    wake.run();
  }

  @Override
  public boolean isEnded() {
    return !isWaiting && !items.hasNext();
  }

  @Override
  public void onMore(Runnable told) {
    wake = told;
  }

  @Override
  public Duration patience() {
    return items.heartbeat().length == 0 ? Duration.ZERO : PATIENCE;
  }

  @Override
  public byte[] heartbeat() {
    return items.heartbeat();
  }

  @Override
  public void insert(Sending message, Receipt receipt) {
    insertions.add(message.in(items.form()), receipt);
    wake.run();
  }

  @Override
  public void onClose(Runnable told) {
    closed = told;
  }

  @Override
  public void close() {
    closed.run();
    insertions.close();
    if (alarm != null) {
      alarm.remove();
    }
  }
}
